"""Reads the ledger: what passed between us and a partner, and what we owe, on a day. Pure: nothing is stored."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from crm.models.closing import Duty
from crm.models.ledger import FULFILS, LedgerEntry, LedgerQuerySet


@dataclass(frozen=True)
class Courtesy:
    """An entry as a partner's page shows it: answered, thanked, and shared with other partners or not.

    ``closed`` are the duties of which it is said that nothing is due.
    """

    entry: LedgerEntry
    thanked: bool
    answered: bool
    shared: bool
    days_waiting: int
    closed: frozenset[Duty] = frozenset()

    @property
    def no_thanks_due(self) -> bool:
        """Whether it was not thanked and need not be."""
        return Duty.THANKS in self.closed and not self.thanked

    @property
    def no_answer_due(self) -> bool:
        """Whether it was not answered and need not be."""
        return Duty.ANSWER in self.closed and not self.answered

    @property
    def owes_thanks(self) -> bool:
        """Whether thanks are still due for it."""
        return not self.thanked and not self.no_thanks_due

    @property
    def owes_answer(self) -> bool:
        """Whether an answer is still due."""
        return not self.answered and not self.no_answer_due


@dataclass(frozen=True)
class HelpBalance:
    """What a partner gave and got by a day; unlike things are never added up, so only courtesies are counted."""

    on: date
    received: list[Courtesy] = field(default_factory=list)
    given: list[Courtesy] = field(default_factory=list)

    @property
    def unanswered(self) -> list[Courtesy]:
        """Help received that no help of ours has answered and that asks for it, oldest first."""
        return [courtesy for courtesy in self.received if courtesy.owes_answer]

    @property
    def unthanked(self) -> list[Courtesy]:
        """Help received that no letter of ours has thanked and that asks for it, oldest first."""
        return [courtesy for courtesy in self.received if courtesy.owes_thanks]

    @property
    def kinds_received(self) -> Counter:
        """How many courtesies of each kind came."""
        return Counter(courtesy.entry.kind for courtesy in self.received)

    @property
    def kinds_given(self) -> Counter:
        """How many courtesies of each kind went."""
        return Counter(courtesy.entry.kind for courtesy in self.given)


def help_balance(entries: LedgerQuerySet, on: date) -> HelpBalance:
    """The balance of help on a day, from the entries of one partner, group or occasion; as many queries at any size."""
    rows = list(
        entries.in_force(on)
        .help()
        .select_related("gift", "occasion")
        .prefetch_related(
            "partners__city__names",
            "partners__organization__names",
            "partners__person__names",
            "gift__lines__item__words",
            "linked_by",
            "closings",
            "occasion__names",
        )
        .order_by("day", "pk")
    )
    sources = {link.source_id for row in rows for link in row.linked_by.all()}
    in_force = set(LedgerEntry.objects.filter(pk__in=sources).in_force(on).values_list("pk", flat=True))
    courtesies = [courtesy_of(row, in_force, on) for row in rows]
    return HelpBalance(
        on=on,
        received=[c for c in courtesies if c.entry.direction == "received"],
        given=[c for c in courtesies if c.entry.direction == "given"],
    )


def courtesy_of(entry: LedgerEntry, in_force: set[int], on: date) -> Courtesy:
    """One entry with what became of it; ``in_force`` are the keys of linking entries in force on the day."""
    links = {link.kind for link in entry.linked_by.all() if link.source_id in in_force}
    return Courtesy(
        entry=entry,
        thanked=FULFILS[Duty.THANKS] in links,
        answered=FULFILS[Duty.ANSWER] in links,
        shared=len(entry.partners.all()) > 1,
        days_waiting=max(0, (on - entry.day.first).days),
        closed=closed_duties(entry, on),
    )


def closed_duties(entry: LedgerEntry, on: date) -> frozenset[Duty]:
    """The duties of a courtesy that are closed on a day, as ``ClosingQuerySet.in_force`` says."""
    made = [row for row in entry.closings.all() if row.day <= on]
    reopened = {row.reopens_id for row in made}
    return frozenset(Duty(row.duty) for row in made if row.reopens_id is None and row.pk not in reopened)


@dataclass
class PartnerBalance:
    """A partner (a city, or who stands outside any) with what it gave and got; shared courtesies count in each."""

    partner: object
    received: dict[str, int] = field(default_factory=dict)  # no Counter: a template's .items would find its 0
    given: dict[str, int] = field(default_factory=dict)
    owed: list[Courtesy] = field(default_factory=list)
    shared: int = 0


def balance_per_partner(entries: LedgerQuerySet, on: date) -> list[PartnerBalance]:
    """The balance of help of every partner that the entries name, by kind, most owed first."""
    balance = help_balance(entries, on)
    rows = {}
    for courtesy in (*balance.received, *balance.given):
        for partner in rolled_up(courtesy.entry):
            row = rows.setdefault((type(partner), partner.pk), PartnerBalance(partner))
            received = courtesy.entry.direction == "received"
            counted, kind = row.received if received else row.given, courtesy.entry.get_kind_display()
            counted[kind] = counted.get(kind, 0) + 1
            row.shared += courtesy.shared
            if received and courtesy.owes_answer:
                row.owed.append(courtesy)
    return sorted(
        rows.values(), key=lambda row: (-max((c.days_waiting for c in row.owed), default=-1), str(row.partner))
    )


def rolled_up(entry: LedgerEntry) -> list:
    """The partners of an entry, each at its city where it has one, and none twice."""
    return list(dict.fromkeys(row.home_city or row.partner for row in entry.partners.all()))


def counts_by_city(entries: LedgerQuerySet, on: date) -> dict[int, Counter]:
    """How many courtesies passed between us and each city: ``help_received``, ``letter_given`` and so on."""
    counts = defaultdict(Counter)
    for entry in entries.in_force(on).prefetch_related("partners"):
        what = "help" if entry.is_help else entry.kind
        for city in {row.home_city_id for row in entry.partners.all()} - {None}:
            counts[city][f"{what}_{entry.direction}"] += 1
    return counts
