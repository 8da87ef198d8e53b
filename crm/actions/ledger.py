"""Writes courtesies, their reversals and their links."""

from datetime import date

from django.utils.translation import gettext as _

from crm.actions.batch import Batch
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.dates import PartialDate
from crm.models.closing import Closing
from crm.models.ledger import LedgerEntry, LedgerLink, LedgerPartner, LinkKind


@door
def record_courtesy(
    *, by, direction, kind, day: PartialDate, partners, occasion=None, summary="", gift=None, answers=()
) -> LedgerEntry:
    """Write one courtesy that has left its giver, naming all its partners (cities, organizations, people).

    ``answers`` are the entries of help that it answers. Raises WrongState.
    """
    if not partners:
        raise WrongState(_("A courtesy names at least one partner."))
    entry = LedgerEntry.objects.create(
        direction=direction, kind=kind, day=day, occasion=occasion, summary=summary, gift=gift, recorded_by=by
    )
    for partner in partners:
        field = type(partner).__name__.lower()
        row = LedgerPartner(entry=entry, **{field: partner})
        row.freeze_place(day.first)
        row.save()
    answer_help(by=by, entry=entry, answers=answers)
    return entry


@door
def answer_help(*, by, entry: LedgerEntry, answers) -> None:
    """Say which help of theirs a courtesy of ours answers; raises WrongState where it came from others."""
    check_answers(entry.partners.all(), answers)
    for earlier in answers:
        link_entries(by=by, source=entry, target=earlier, kind=LinkKind.ANSWERS)


@door
def reverse_entry(*, by, entry: LedgerEntry, reason: str) -> LedgerEntry:
    """Takes a courtesy back by a second row that says why; raises WrongState where that was done already."""
    entry = LedgerEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.reverses_id or hasattr(entry, "reversed_by"):
        raise WrongState(_("This courtesy has been reversed already, or is itself a reversal."))
    if not reason.strip():
        raise WrongState(_("Say why the courtesy is reversed."))
    reversal = LedgerEntry.objects.create(
        direction=entry.direction,
        kind=entry.kind,
        day=entry.day,
        occasion=entry.occasion,
        gift=entry.gift,
        summary=entry.summary,
        reverses=entry,
        reason=reason.strip(),
        recorded_by=by,
    )
    for row in entry.partners.all():
        LedgerPartner.objects.create(
            entry=reversal,
            city=row.city,
            organization=row.organization,
            person=row.person,
            home_city=row.home_city,
            group=row.group,
        )
    return reversal


@door
def close_help(*, by, entries, duties, reason: str, on: date) -> list[Closing]:
    """Say of help received, of one or of thousands, why no thanks, or no answer, is due any more; returns the closings.

    Of the ``entries`` (their keys), those that owe a duty no longer are passed over; raises WrongState where all are,
    or where no reason is given.
    """
    if not reason.strip():
        raise WrongState(_("Say why nothing is due."))
    rows = LedgerEntry.objects.select_for_update().filter(pk__in=entries)
    locked = LedgerEntry.objects.filter(pk__in=list(rows.order_by().values_list("pk", flat=True)))
    batch = Batch()
    closings = [
        batch.add(Closing(entry_id=key, duty=duty, day=on, reason=reason.strip()), actor="recorded_by")
        for duty in duties
        for key in locked.owing(duty, on).order_by("day", "pk").values_list("pk", flat=True)
    ]
    if not closings:
        raise WrongState(_("Nothing of this is due any more."))
    batch.prepare().insert(by=by)
    return closings


@door
def reopen_help(*, by, closing: Closing, reason: str, on: date) -> Closing:
    """Take a closing back by a second row that says why; raises WrongState where that was done already."""
    closing = Closing.objects.select_for_update().get(pk=closing.pk)
    if closing.reopens_id or closing.is_reopened:
        raise WrongState(_("This was reopened already."))
    if not reason.strip():
        raise WrongState(_("Say why it is reopened."))
    facts = {"entry": closing.entry, "duty": closing.duty, "day": on, "reason": reason.strip(), "recorded_by": by}
    return Closing.objects.create(reopens=closing, **facts)


def carry_closings(old, entry: LedgerEntry) -> None:
    """Close for a corrected entry what was closed for the ``old`` ones (a queryset), by whom and when it was."""
    for closing in Closing.objects.in_force(date.max).filter(entry__in=old):
        closing.pk, closing._state.adding, closing.entry = None, True, entry
        closing.save()


@door
def link_entries(*, by, source: LedgerEntry, target: LedgerEntry, kind: LinkKind) -> LedgerLink:
    """Says that one courtesy answers, thanks for, replies to or accompanies another; help answers help only.

    A pair is linked once; asking again gives the link there is.
    """
    check_link(source, target, kind)
    link, _created = LedgerLink.objects.get_or_create(
        source=source, target=target, kind=kind, defaults={"recorded_by": by}
    )
    return link


def check_link(source: LedgerEntry, target: LedgerEntry, kind: LinkKind) -> None:
    """Raise WrongState where a courtesy cannot refer to another in that way."""
    if kind == LinkKind.ANSWERS and not (source.is_help and target.is_help):
        raise WrongState(_("Only help answers help; a letter never closes a debt of help."))
    if kind == LinkKind.ANSWERS and source.direction == target.direction:
        raise WrongState(_("Help is answered by the other side: what they gave by what we give."))


def check_answers(partners, answers) -> None:
    """Raises WrongState where help ticked as answered came from none of the ``partners`` (rows that name them).

    A browser that goes back may restore ticks beside other rows than they were set at.
    """
    theirs = set(LedgerEntry.objects.of_partners(partners).values_list("pk", flat=True))
    for entry in answers:
        if entry.pk not in theirs:
            raise WrongState(_("“%(help)s” came from others than this goes to; untick it.") % {"help": entry})
