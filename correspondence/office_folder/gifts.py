"""The gifts of a folder, as the door takes them."""

from collections.abc import Callable

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.help import Help
from correspondence.office_folder.lines import lines_of
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.gifts import build_gifts, insert_gifts
from crm.dates import PartialDate
from crm.models import Consignment, Direction, Disposal, Gift, GiftState, LedgerEntry, Unit
from crm.models.disposal import Beneficiary
from crm.models.gift import LEFT_ITS_GIVER, GiftSource

CONSIGNMENT = ("carrier", "tracking", "expected")
LISTS = ("partners", "lines", "consignments", "disposals")


def gifts_of(records: Records) -> list[Help]:
    """The gifts of a folder, read and not yet written."""
    found, known = [], set()
    for table in records.folder.listed("courtesies", "gift"):
        record_key, answers = records.record_key("gift", table), table.texts("answers")
        facts = {"record_key": record_key, **gift_facts(records, table)}
        if answers and facts["state"] not in LEFT_ITS_GIVER:
            raise table.wrong("answers", "a gift answers help once it has left its giver; take this out until then.")
        with refusing(table):
            gift = gift_on_record(facts, known)
        known |= {gift.pk} if gift else set()
        found.append(
            Help(table, table.text("key"), answers, recorder(records, table, facts, gift), is_known=bool(gift))
        )
    return found


def recorder(records: Records, table: Table, facts: dict, gift: Gift | None) -> Callable[[list], LedgerEntry | None]:
    """What records a gift that is not there yet, given what it answers, and returns its courtesy that stands."""

    def record(answers: list[LedgerEntry]) -> LedgerEntry | None:
        if gift:
            return standing_entry(gift, records)
        with refusing(table):
            made = insert_gifts(by=records.by, built=build_gifts([{**facts, "answers": answers}]))[0]
        return made.entries.first()

    return record


def gift_on_record(facts: dict, known: set[int]) -> Gift | None:
    """A gift that is there: loaded from this row before, else one of the same day, partners and things.

    ``known`` are those that are other rows' already: two rows with the same words are two gifts.
    """
    if gift := Gift.objects.filter(record_key=facts["record_key"]).first():
        return gift
    doubles = [double.record for double in build_gifts([facts]).doubles]
    return next((gift for gift in doubles if gift.pk not in known), None)


def standing_entry(gift: Gift, records: Records) -> LedgerEntry | None:
    """The courtesy of a gift, or of what corrects it, that stands on the day of loading."""
    gifts = Gift.objects.filter(pk=gift.pk).and_corrections()
    return LedgerEntry.objects.in_force(records.on).filter(gift__in=gifts).first()


# Its facts --------------------------------------------------------------------------------------


def gift_facts(records: Records, table: Table) -> dict:
    """A gift's fields and parts."""
    occasion = records.occasion(table)
    direction = table.one_of(Direction.values, "direction", default=Direction.RECEIVED)
    day = records.day_of(table, occasion)
    state = state_of(table, day)
    facts = {
        "direction": direction,
        "state": state,
        "day": day,
        "received_on": arrival_of(table, direction, state, day),
        "occasion": occasion,
        "source": table.one_of(GiftSource.values, "source"),
        **{name: table.text(name) for name in ("title", "note")},
        **via_of(records, table),
        "partners": records.partners(table),
        "lines": lines_of(records, table),
        "disposals": disposals_of(records, table),
        "consignments": consignments_of(table),
    }
    table.get("key"), table.get("answers")
    table.refuse_unknown()
    check_fields(table, Gift, {name: value for name, value in facts.items() if name not in LISTS})
    return facts


def state_of(table: Table, day: PartialDate) -> str:
    """The state as written, else received, or planned where the day lies ahead; raises Mistake where both disagree."""
    ahead = day.first > table.on
    states = [state for state in GiftState.values if state != GiftState.CORRECTED]
    state = table.one_of(states, "state", default=GiftState.PLANNED if ahead else GiftState.RECEIVED)
    if ahead and state in LEFT_ITS_GIVER:
        raise table.wrong("state", f"{day} is still to come, so it has not left its giver; write planned or announced.")
    return state


def arrival_of(table: Table, direction: str, state: str, day: PartialDate) -> PartialDate | None:
    """When it arrived: as written; what we have received without a word about it, when it left its giver."""
    arrived = table.day("received_on")
    if arrived and state != GiftState.RECEIVED:
        raise table.wrong(
            "received_on", f'only a gift that is received has arrived, and it is {state}: state = "received".'
        )
    if arrived and arrived.last < day.first:
        raise table.wrong("received_on", f"it cannot have arrived before it left ({day}); put one of them right.")
    if arrived and arrived.first > table.on:
        raise table.wrong("received_on", "this day is still to come; write when it is expected as expected = “…”.")
    return arrived or (day if state == GiftState.RECEIVED and direction == Direction.RECEIVED else None)


def via_of(records: Records, table: Table) -> dict:
    """Through whom a gift came or went: one organization or person."""
    rows = table.tables("via", text_as="name")
    if len(rows) > 1:
        raise table.wrong("via", "a gift comes through one; name the others in its note.")
    for row in rows:
        ((kind, who),) = records.partner(row).items()
        if kind == "city":
            raise row.wrong("", "a gift comes through an organization or a person; name the city's government.")
        return {f"via_{kind}": who}
    return {}


# Its parts --------------------------------------------------------------------------------------


def disposals_of(records: Records, table: Table) -> list[dict]:
    """For whom a gift was, with how much of it where that is known; ``use`` names kinds of places alone."""
    rows = table.tables("disposals", "disposal", text_as="recipient")
    uses = [{"beneficiary": beneficiary_of(table, use, "use")} for use in table.texts("use") if use]
    return [*(disposal_facts(records, row) for row in rows), *uses]


def beneficiary_of(table: Table, text: str, key: str) -> str:
    """The kind of place that a text names; raises Mistake."""
    return Table(table.file, table.name, {key: text}, table.on).one_of(Beneficiary.values, key)


def disposal_facts(records: Records, table: Table) -> dict:
    """For whom so much of a gift was; a text is a kind of place, else for whom in words."""
    kind, recipient = table.one_of(Beneficiary.values, "beneficiary", "use"), table.text("recipient")
    if not kind and recipient in Beneficiary.values:
        kind, recipient = recipient, ""
    organization = table.text("organization", "body")
    facts = {
        "beneficiary": kind,
        "recipient": recipient,
        "organization": records.organization(table, "organization", organization) if organization else None,
        "quantity": table.number("quantity"),
        "unit": table.one_of(Unit.values, "unit", default=Unit.PIECE),
        "note": table.text("note"),
    }
    table.refuse_unknown()
    if Disposal(**facts).is_empty:
        kinds = ", ".join(filter(None, Beneficiary.values))
        raise table.wrong("beneficiary", f"say for whom it was: {kinds}, or recipient = “…”.")
    return check_fields(table, Disposal, facts)


def consignments_of(table: Table) -> list[dict]:
    """What of a gift travels together; one alone may stand with the gift itself."""
    rows = table.tables("consignments", "consignment", text_as="carrier")
    alone = {name: table.get(name) for name in CONSIGNMENT if table.get(name) is not None}
    if alone:
        rows.append(Table(table.file, table.name, alone, table.on))
    return [consignment_facts(row) for row in rows]


def consignment_facts(table: Table) -> dict:
    """A consignment's fields."""
    facts = {name: table.text(name) for name in ("carrier", "tracking")}
    facts |= {name: table.day(name) for name in ("departed", "expected", "arrived")}
    facts["packages"] = table.whole("packages")
    table.refuse_unknown()
    if Consignment(**facts).is_empty:
        raise table.wrong("carrier", "say who carries it, or when it is expected.")
    return check_fields(table, Consignment, facts, clean=True)
