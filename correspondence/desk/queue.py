"""The queue of what is to be done on a day: runs of keys in the order in which they are to be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Q, QuerySet, Value, When

from correspondence.models import Letter, LetterState
from correspondence.models.letter import Urgency
from crm.coming_days import BEGIN_BEFORE, coming_days
from crm.dates import a_year_before
from crm.duties import dues
from crm.models import Gift, HandOver, Office, User

TODAY, WAITING, COMING, OLD = GROUPS = ("today", "waiting", "coming", "old")
DECIDE, MINE, REPLY, THANK, ANSWER, SEND, DAYS = SHOWN = ("decide", "mine", "reply", "thank", "answer", "send", "days")
HELP, ACCOUNTS = "help", "accounts"  # rows that are shown with others: of thanks and answers, of decisions
WITHIN = timedelta(days=60)  # in which a letter for a day is to be begun
MOST_URGENT_FIRST = Case(
    When(urgency=Urgency.MOST_URGENT, then=Value(0)), When(urgency=Urgency.URGENT, then=Value(1)), default=Value(2)
)


@dataclass(frozen=True)
class Run:
    """Rows of one duty in one group of the queue; ``rows`` are their keys, or a QuerySet in order."""

    group: str
    duty: str
    count: int
    rows: Sequence | QuerySet

    def keys(self, first: int, last: int) -> list:
        """The keys of the rows from one place to another."""
        if isinstance(self.rows, QuerySet):
            return list(self.rows.values_list("pk", flat=True)[first:last])
        return list(self.rows[first:last])


@dataclass(frozen=True)
class Queue(Sequence):
    """Runs one after the other, as one sequence of (run, key)."""

    runs: tuple[Run, ...]

    def __len__(self):
        return sum(run.count for run in self.runs)

    def __getitem__(self, stretch: slice) -> list[tuple[Run, object]]:
        found, first, last = [], stretch.start or 0, stretch.stop
        for run in self.runs:
            if first < run.count and last > 0:
                found += [(run, key) for key in run.keys(max(first, 0), min(last, run.count))]
            first, last = first - run.count, last - run.count
        return found

    def of_group(self, group: str) -> "Queue":
        """The rows of a group."""
        return Queue(tuple(run for run in self.runs if run.group == group))

    def showing(self, show: str) -> "Queue":
        """The rows that a filter asks for: a duty, or a group; of help, that for which it is due."""
        if show in GROUPS:
            return self.of_group(show)
        if show in (THANK, ANSWER):
            place = {THANK: "thanks", ANSWER: "answer"}[show]
            asked = ((run, [row for row in run.rows if getattr(row, place)]) for run in self.runs if run.duty == HELP)
            return Queue(tuple(Run(run.group, HELP, len(rows), rows) for run, rows in asked))
        duties = (DECIDE, ACCOUNTS) if show == DECIDE else (show,)
        return Queue(tuple(run for run in self.runs if run.duty in duties)) if show else self

    def counts(self) -> dict[str, int]:
        """How many rows each filter by duty shows."""
        return {show: len(self.showing(show)) for show in SHOWN}


def queue_of(user: User, on: date) -> Queue:
    """What is to be done on a day, as one of ours sees it: a head's decisions first, then what is theirs."""
    parts = (
        decisions(user),
        own_letters(user),
        letters_to_answer(user, on),
        help_owed(on),
        gifts_to_send(on),
        days(on),
    )
    runs = [run for part in parts for run in part if run.count]
    return Queue(tuple(sorted(runs, key=lambda run: GROUPS.index(run.group))))


def decides_own(user: User) -> bool:
    """Whether somebody approves letters that he or she drafted."""
    office = Office.get()
    return user.may_approve and bool(office and office.own_approval)


def decisions(user: User) -> Iterable[Run]:
    """What a head decides: letters submitted, and accounts that somebody who left still has."""
    if not user.may_approve:
        return
    submitted = Letter.objects.awaiting_approval()
    submitted = submitted if decides_own(user) else submitted.exclude(drafter=user)
    yield Run(TODAY, DECIDE, submitted.count(), submitted.order_by(MOST_URGENT_FIRST, "pk"))
    accounts = list(HandOver.objects.asking_to_close().values_list("pk", flat=True))
    yield Run(TODAY, ACCOUNTS, len(accounts), accounts)


def own_letters(user: User) -> Iterable[Run]:
    """Letters that somebody drafts: those nearest to the post first; those submitted wait for others."""
    own = Letter.objects.under_way().filter(drafter=user)
    counts = dict(own.order_by().values_list("state").annotate(number=Count("pk")))
    for state in (LetterState.ISSUED, LetterState.APPROVED, LetterState.DRAFT):
        yield Run(TODAY, MINE, counts.get(state, 0), own.filter(state=state))
    if not decides_own(user):
        yield Run(WAITING, MINE, counts.get(LetterState.SUBMITTED, 0), own.filter(state=LetterState.SUBMITTED))


def letters_to_answer(user: User, on: date) -> Iterable[Run]:
    """Letters of theirs: those that somebody has taken on are his or hers, all others the office's."""
    old, oldest_first = Q(day__lt=a_year_before(on).isoformat()), ("day", "pk")
    received, assigned = (Letter.objects.filter(state=state) for state in (LetterState.RECEIVED, LetterState.ASSIGNED))
    mine = Q(assigned_to=user)
    numbers = assigned.aggregate(
        mine=Count("pk", filter=~old & mine), others=Count("pk", filter=~old & ~mine), old=Count("pk", filter=old)
    )
    unassigned = received.aggregate(new=Count("pk", filter=~old), old=Count("pk", filter=old))
    new = assigned.exclude(old).order_by(*oldest_first)
    yield Run(TODAY, REPLY, numbers["mine"], new.filter(mine))
    yield Run(TODAY, REPLY, unassigned["new"], received.exclude(old).order_by(*oldest_first))
    yield Run(WAITING, REPLY, numbers["others"], new.exclude(mine))
    yield Run(OLD, REPLY, numbers["old"], assigned.filter(old).order_by(*oldest_first))
    yield Run(OLD, REPLY, unassigned["old"], received.filter(old).order_by(*oldest_first))


def help_owed(on: date) -> Iterable[Run]:
    """Help received that we owe thanks or an answer, a row each, whatever it is owed."""
    before, owed = a_year_before(on).isoformat(), dues(on)
    old = [due for due in owed if due.day < before]
    new = owed[len(old) :]
    yield Run(TODAY, HELP, len(new), new)
    yield Run(OLD, HELP, len(old), old)


def gifts_to_send(on: date) -> Iterable[Run]:
    """Gifts of ours that have not left, and corrections that nobody has entered."""
    gifts, today, before = Gift.objects.open(), on.isoformat(), a_year_before(on).isoformat()
    groups = {TODAY: Q(day__gte=before, day__lte=today), COMING: Q(day__gt=today), OLD: Q(day__lt=before)}
    counts = gifts.aggregate(**{group: Count("pk", filter=which) for group, which in groups.items()})
    for group, which in groups.items():
        yield Run(group, SEND, counts[group], gifts.filter(which).order_by("day", "pk"))


def days(on: date) -> Iterable[Run]:
    """Days of partners, and occasions, that a letter is to be begun for soon."""
    soon = coming_days(on, on + BEGIN_BEFORE + WITHIN)
    yield Run(COMING, DAYS, len(soon), soon)
