"""The rows of the queue: what each is about, how long it waits, and its next steps."""

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from correspondence.models import Letter, LetterKind, LetterState
from correspondence.recipients import write_url
from crm.coming_days import ANNIVERSARY, ComingDay
from crm.duties import Due
from crm.models import Country, Gift, HandOver, LedgerEntry
from crm.models.partner import OUR_MISSIONS
from crm.phrases import names_of, span


@dataclass
class Step:
    """A next step and where it is done; a ``quiet`` one is no button, and the first of a page the one to do next."""

    name: str
    url: str
    quiet: bool = False
    look: str = "outline-secondary"


@dataclass(frozen=True)
class Whom:
    """A partner with its country or region."""

    name: str
    url: str = ""
    country: str = ""


@dataclass
class Row:
    """One row: what is to be done (``mark``) about what, for whom, since when, who drafts, and what comes next."""

    mark: str
    title: str
    url: str
    whom: list[Whom] = field(default_factory=list)
    time: str = ""
    steps: list[Step] = field(default_factory=list)
    drafts: list[Letter] = field(default_factory=list)
    says_otherwise: bool = False
    help: int | None = None  # the key of help received, which may be closed
    group: str = ""

    @property
    def label(self) -> str:
        """What tells its links from those of rows about the like: the title, and whose it is."""
        return _(", ").join((self.title, *(whom.name for whom in self.whom)))


def decision_row(letter: Letter, on: date) -> Row:
    """A letter that waits for a head's approval."""
    row = letter_row(_("To approve"), letter)
    row.time = _(" · ").join((str(letter.drafter or ""), waits(day_of(letter.submitted_at, letter), on)))
    row.steps = [Step(_("Review"), row.url)]
    return row


def own_row(letter: Letter, on: date) -> Row:
    """A letter that one of ours drafts, and its next step."""
    row = letter_row(letter.get_state_display(), letter)
    since = {LetterState.SUBMITTED: letter.submitted_at, LetterState.ISSUED: letter.issued_at}
    day = letter.approved_on if letter.state == LetterState.APPROVED else None
    row.time = waits(day or day_of(since.get(letter.state) or letter.created_at, letter), on)
    row.steps = {
        LetterState.DRAFT: [Step(_("Go on writing"), reverse("letter-edit", args=[letter.pk]))],
        LetterState.APPROVED: [Step(_("Number and issue"), row.url)],
        LetterState.ISSUED: [Step(_("Seal and send"), row.url)],
    }.get(letter.state, [])
    return row


def reply_row(letter: Letter, on: date) -> Row:
    """A letter of theirs that waits for ours."""
    row = letter_row(_("To reply"), letter)
    taken_by = _("with %(who)s") % {"who": letter.assigned_to} if letter.assigned_to_id else ""
    row.time = _(" · ").join(filter(None, (waits(letter.received_on.first, on), taken_by)))
    facts = {"letter": letter.pk, "kind": LetterKind.THANKS}
    whom = {"person": letter.person_id} if letter.person_id else {"organization": letter.organization.slug}
    row.steps = [Step(_("Write the answer"), write_url(**whom, **facts))]
    return row


def letter_row(mark: str, letter: Letter) -> Row:
    """What all rows about a letter say."""
    partner = letter.city or letter.correspondent
    return Row(
        mark,
        str(letter),
        letter.get_absolute_url(),
        [Whom(str(partner), partner.get_absolute_url(), letter.group_name)],
    )


def help_row(entry: LedgerEntry, due: Due, countries: dict[str, Country], on: date) -> Row:
    """Help received, and what of it is due."""
    marks = {(True, True): _("To thank and answer"), (True, False): _("To thank"), (False, True): _("To answer")}
    url = entry.get_absolute_url()
    row = Row(marks[due.thanks, due.answer], entry.what, url, whom_of(entry, countries), waits(entry.day.first, on))
    asked = [(LetterKind.THANKS, _("Draft the thanks"))] if due.thanks else []
    asked += [(LetterKind.RECIPROCAL_SUPPORT, _("Draft a letter of support"))] if due.answer else []
    row.steps = [step for kind, name in asked for step in steps_to_write(entry, kind, name)]
    row.steps.append(Step(_("Nothing is due…"), f"{reverse('help-close')}?entry={entry.pk}", quiet=True))
    row.help = entry.pk
    return row


def steps_to_write(entry: LedgerEntry, kind: str, name: str) -> list[Step]:
    """A letter to each partner of a courtesy; of several, each says to whom."""
    rows = entry.partners.all()
    facts = {"gift": entry.gift_id, "occasion": entry.occasion and entry.occasion.slug, "kind": kind}
    named = (f"{name}{_(': ')}{row.partner}" if len(rows) > 1 else name for row in rows)
    return [Step(said, write_url(row.query, **facts)) for said, row in zip(named, rows, strict=True)]


def gift_row(gift: Gift, countries: dict[str, Country], on: date) -> Row:
    """A gift of ours that has not left, or a correction that nobody has entered."""
    mark = _("Correction to enter") if gift.corrects_id else _("To send")
    things = names_of(gift.lines.all()) if gift.lines.all() else _("contents not on record")
    planned = _("planned for %(day)s") % {"day": gift.day}
    row = Row(
        mark,
        things,
        gift.get_absolute_url(),
        whom_of(gift, countries),
        _(" · ").join((gift.get_state_display(), planned)),
    )
    edit = Step(_("Put it right"), reverse("gift-edit", args=[gift.pk]))
    row.steps = [edit if gift.corrects_id else Step(_("Record its departure"), reverse("gift-advance", args=[gift.pk]))]
    return row


def day_row(day: ComingDay, on: date) -> Row:
    """A day to come, and when a letter for it is to be begun."""
    if day.city:
        row = Row(day.name, str(day.city), day.city.get_absolute_url(), [Whom(str(day.city.country))])
        facts = {"city": day.city.slug}
    else:
        row = Row(day.name, str(day.occasion), day.occasion.get_absolute_url())
        facts = {}
    if day.what == ANNIVERSARY:
        row.mark = _("%(years)d years' partnership") % {"years": day.years}
    row.time = said_of_day(day, on)
    row.steps = [Step(_("Draft a letter"), write_url(kind=LetterKind.LETTER, **facts))] if facts else []
    return row


def said_of_day(day: ComingDay, on: date) -> str:
    """On which day it is, in how long, and when to begin."""
    begin = _("begin by %(day)s") % {"day": day.begin} if day.begin > on else _("begin now")
    to_go = _("in %(time)s") % {"time": span(on, day.falls.first)} if day.falls.first > on else _("now")
    return _(" · ").join((str(day.falls), to_go, begin))


def account_row(done: HandOver, on: date) -> Row:
    """An account that is to be closed, for its owner has handed over."""
    said = _("handed over to %(taker)s on %(day)s") % {"taker": done.taker, "day": done.day}
    row = Row(_("Account to close"), str(done.giver), done.giver.get_absolute_url(), time=said)
    handed = Step(_("What was handed over"), done.get_absolute_url(), quiet=True)
    row.steps = [Step(_("Close the account"), row.url), handed]
    return row


def whom_of(record, countries: dict[str, Country]) -> list[Whom]:
    """The partners of a courtesy or gift, each with the country or region it stood in."""
    return [
        Whom(str(row.partner), row.partner.get_absolute_url(), group_name(row.group, countries))
        for row in record.partners.all()
    ]


def group_name(group: str, countries: dict[str, Country]) -> str:
    """What a country, or our missions abroad, is called; "" for what stands nowhere."""
    return str(_("Our missions abroad") if group == OUR_MISSIONS else countries.get(group, ""))


def waits(since: date, on: date) -> str:
    """How long something has waited by a day, in words."""
    return _("waits %(time)s") % {"time": span(since, on)} if since < on else _("since today")


def day_of(moment, letter: Letter) -> date:
    """A moment's day here; where none is on record, that on which the letter was begun."""
    return timezone.localtime(moment or letter.created_at).date()
