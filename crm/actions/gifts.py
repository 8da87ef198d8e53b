"""Records gifts, moves them on and corrects them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from crm.actions.errors import WrongState
from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import PartialDate
from crm.models.disposal import Disposal
from crm.models.gift import Gift, GiftState
from crm.models.ledger import CourtesyKind, LedgerEntry, LedgerLink, LinkKind


@transaction.atomic
def enter_gift(*, by, gift: Gift, answers=()) -> LedgerEntry | None:
    """Gives a gift that has left its giver its ledger entry; a planned or announced one owns none.

    ``answers`` are the ledger entries of help that this gift answers.
    """
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if gift.state not in (GiftState.SENT, GiftState.RECEIVED) or gift.entries.in_force(date.max).exists():
        return None
    only_money = gift.lines.exists() and not gift.lines.filter(item__is_money=False).exists()
    entry = record_courtesy(
        by=by,
        direction=gift.direction,
        kind=CourtesyKind.MONEY if only_money else CourtesyKind.GOODS,
        day=gift.day,
        partners=gift.partner_list,
        occasion=gift.occasion,
        gift=gift,
    )
    for earlier in answers:
        link_entries(by=by, source=entry, target=earlier, kind=LinkKind.ANSWERS)
    for link in LedgerLink.objects.filter(target__gift=gift.corrects_id) if gift.corrects_id else ():
        link_entries(by=by, source=link.source, target=entry, kind=link.kind)  # thanked stays thanked
    return entry


NEXT_STATES = {
    GiftState.PLANNED: (GiftState.ANNOUNCED, GiftState.SENT, GiftState.RECEIVED),
    GiftState.ANNOUNCED: (GiftState.SENT, GiftState.RECEIVED),
    GiftState.SENT: (GiftState.RECEIVED,),
}


@transaction.atomic
def advance_gift(*, by, gift: Gift, state: GiftState, day: PartialDate | None = None, answers=()) -> Gift:
    """Moves a gift on: announced, sent (``day`` is when it left), received (``day`` is when it arrived)."""
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if state not in NEXT_STATES.get(gift.state, ()):
        raise WrongState(
            _("A gift that is “%(now)s” cannot become “%(then)s”.")
            % {"now": gift.get_state_display(), "then": GiftState(state).label}
        )
    if day and state == GiftState.RECEIVED:
        gift.received_on = day
        if not gift.has_left and day.first < gift.day.first:
            gift.day = day
    elif day:
        gift.day = day
    gift.state = state
    gift.save()
    enter_gift(by=by, gift=gift, answers=answers)
    return gift


@transaction.atomic
def correct_gift(*, by, gift: Gift, reason: str) -> Gift:
    """Reverses a gift's entry and opens a planned copy of it to be corrected and entered anew."""
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if gift.state not in (GiftState.SENT, GiftState.RECEIVED):
        if gift.state == GiftState.CORRECTED:
            raise WrongState(_("This gift was corrected already; go on with the later one."))
        raise WrongState(_("Only a gift that has left its giver is corrected this way; this one can simply be edited."))
    for entry in gift.entries.in_force(date.max):
        reverse_entry(by=by, entry=entry, reason=reason)
    original, lines = gift.pk, {line.pk: line for line in gift.lines.all()}
    parts = [*gift.partners.all(), *gift.consignments.all(), *gift.disposals.all()]
    gift.state = GiftState.CORRECTED
    gift.save(update_fields=["state"])
    gift.pk, gift._state.adding = None, True
    gift.state, gift.received_on, gift.corrects_id = GiftState.PLANNED, None, original
    gift.save()
    for row in (*lines.values(), *parts):
        row.pk, row._state.adding, row.gift = None, True, gift
        if isinstance(row, Disposal):
            row.line = lines.get(row.line_id)
        row.save()
    return gift
