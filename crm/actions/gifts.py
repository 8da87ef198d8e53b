"""Records gifts, moves them on and corrects them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import uuid4

from django.utils.translation import gettext as _

from crm.actions.batch import Batch
from crm.actions.door import door
from crm.actions.errors import GiftFixed, WrongState
from crm.actions.ledger import carry_closings, check_answers, check_link, link_entries, record_courtesy, reverse_entry
from crm.actions.records import Built, Double, add_record, change_record
from crm.dates import PartialDate
from crm.models.consignment import Consignment
from crm.models.disposal import Disposal
from crm.models.gift import LEFT_ITS_GIVER, Gift, GiftLine, GiftPartner, GiftState
from crm.models.ledger import LedgerEntry, LedgerLink, LedgerPartner, LinkKind
from crm.search.writing import index


def build_gifts(rows: Iterable[dict]) -> Built:
    """Build new gifts from their facts, with the ledger entries of those that have left their giver.

    A row has Gift's fields; ``partners``, each {"city": …}, {"organization": …} or {"person": …}; ``lines``, dicts of
    GiftLine's fields; ``consignments`` and ``disposals`` likewise; and ``answers``, the entries of help it answers.
    Raises ValidationError and WrongState.
    """
    built = Built()
    for row in rows:
        facts = dict(row)
        answers = facts.pop("answers", ())
        parts = {"partners": (GiftPartner, "gift", facts.pop("partners", ()))}
        parts |= {"lines": (GiftLine, "gift", facts.pop("lines", ()))}
        parts |= {"consignments": (Consignment, "gift", facts.pop("consignments", ()))}
        parts |= {"disposals": (Disposal, "gift", facts.pop("disposals", ()))}
        gift = add_record(built.batch, Gift, facts, parts)
        if not gift.partners.all():
            raise WrongState(_("A gift names at least one partner."))
        built.records.append(gift)
        add_entry(built.batch, gift, answers)
    built.doubles = same_gifts(built.records)
    built.batch.prepare()
    return built


def add_entry(batch: Batch, gift: Gift, answers) -> None:
    """Add a new gift's ledger entry to its batch, where it has left its giver, and what it answers."""
    if gift.state not in LEFT_ITS_GIVER:
        return
    facts = {"direction": gift.direction, "kind": gift.courtesy_kind, "day": gift.day, "occasion": gift.occasion}
    entry = batch.add(LedgerEntry(**facts), actor="recorded_by", gift=gift)
    for row in gift.partners.all():
        whom = {"city": row.city, "organization": row.organization, "person": row.person}
        batch.add(LedgerPartner(home_city=row.home_city, group=row.group, **whom), entry=entry)
    check_answers(gift.partners.all(), answers)
    for earlier in answers:
        check_link(entry, earlier, LinkKind.ANSWERS)
        batch.add(LedgerLink(target=earlier, kind=LinkKind.ANSWERS), actor="recorded_by", source=entry)


@door
def insert_gifts(*, by, built: Built) -> list[Gift]:
    """Insert gifts built before, with their ledger entries; returns the gifts."""
    built.batch.insert(by=by)
    return built.records


def record_gift(*, by, **facts) -> Gift:
    """Record a gift from its facts (see ``build_gifts``): it stands in the ledger if it has left its giver."""
    return insert_gifts(by=by, built=build_gifts([facts]))[0]


def same_gifts(gifts: list[Gift]) -> list[Double]:
    """Return the new gifts, by place, of whose partner, day and things one is on record."""
    wanted = {likeness(gift): place for place, gift in enumerate(gifts)}
    days = {str(gift.day) for gift in gifts}
    known = Gift.objects.current().filter(day__in=days).prefetch_related("partners", "lines")
    return [Double(wanted[likeness(gift)], gift) for gift in known if likeness(gift) in wanted]


def likeness(gift: Gift) -> tuple:
    """Return what two records of one gift have in common: direction, day, partners and things."""
    partners = {(row.city_id, row.organization_id, row.person_id) for row in gift.partners.all()}
    things = Counter((line.item_id, line.quantity, line.value, line.currency) for line in gift.lines.all())
    return gift.direction, str(gift.day), frozenset(partners), frozenset(things.items())


@door
def change_gift(*, by, gift: Gift, parts=(), answers=()) -> Gift:
    """Save a gift that has not left its giver, with what changes among its parts; it may leave with that.

    Raises GiftFixed where it has left meanwhile.
    """
    if Gift.objects.select_for_update().get(pk=gift.pk).has_left:
        raise GiftFixed(_("This gift has left its giver; it is corrected, not changed."))
    change_record(by=by, record=gift, parts=parts)
    gift = Gift.objects.get(pk=gift.pk)
    check_answers(gift.partners.all(), answers)
    enter_gift(by=by, gift=gift, answers=answers)
    return gift


@door
def enter_gift(*, by, gift: Gift, answers=()) -> LedgerEntry | None:
    """Give a gift that has left its giver its ledger entry; a planned or announced one owns none.

    ``answers`` are the ledger entries of help that this gift answers.
    """
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if gift.state not in LEFT_ITS_GIVER or gift.entries.in_force(date.max).exists():
        return None
    entry = record_courtesy(
        by=by,
        direction=gift.direction,
        kind=gift.courtesy_kind,
        day=gift.day,
        partners=gift.partner_list,
        occasion=gift.occasion,
        gift=gift,
        answers=answers,
    )
    if gift.corrects_id:
        for link in LedgerLink.objects.filter(target__gift=gift.corrects_id):
            link_entries(by=by, source=link.source, target=entry, kind=link.kind)  # thanked stays thanked
        carry_closings(LedgerEntry.objects.filter(gift=gift.corrects_id), entry)
    return entry


NEXT_STATES = {
    GiftState.PLANNED: (GiftState.ANNOUNCED, GiftState.SENT, GiftState.RECEIVED),
    GiftState.ANNOUNCED: (GiftState.SENT, GiftState.RECEIVED),
    GiftState.SENT: (GiftState.RECEIVED,),
}


@door
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
    index(gift)
    enter_gift(by=by, gift=gift, answers=answers)
    return gift


@door
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
    gift.state, gift.state_before_correction = GiftState.CORRECTED, gift.state
    gift.save(update_fields=["state", "state_before_correction"])
    gift.state_before_correction = ""
    gift.pk, gift._state.adding, gift.record_key = None, True, uuid4()
    gift.state, gift.received_on, gift.corrects_id = GiftState.PLANNED, None, original
    gift.save()
    for row in (*lines.values(), *parts):
        row.pk, row._state.adding, row.gift, row.record_key = None, True, gift, uuid4()
        if isinstance(row, Disposal):
            row.line = lines.get(row.line_id)
        row.save()
    index(Gift.objects.get(pk=original), gift)
    return gift
