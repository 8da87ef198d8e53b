"""The experience and services of a folder, as the door takes them."""

from collections.abc import Callable

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.help import Help
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import COUNTED_FROM_LOADING, Table
from crm.actions.ledger import record_courtesy
from crm.models import CourtesyKind, Direction, LedgerEntry
from crm.models.ledger import WITHOUT_GIFT


def experience_of(records: Records) -> list[Help]:
    """The experience shared, read and not yet written."""
    found, known = [], set()
    for table in records.folder.listed("courtesies", "experience"):
        facts, answers = experience_facts(records, table), table.texts("answers")
        table.refuse_unknown()
        entry = entry_on_record(table, facts, known)
        known |= {entry.pk} if entry else set()
        found.append(
            Help(table, table.text("key"), answers, recorder(records, table, facts, entry), is_known=bool(entry))
        )
    return found


def recorder(records: Records, table: Table, facts: dict, entry: LedgerEntry | None) -> Callable[[list], LedgerEntry]:
    """What records experience that is not there yet, given what it answers, and returns its courtesy."""

    def record(answers: list[LedgerEntry]) -> LedgerEntry:
        if entry:
            return entry
        with refusing(table):
            return record_courtesy(by=records.by, answers=answers, **facts)

    return record


def experience_facts(records: Records, table: Table) -> dict:
    """Experience shared, with several partners at once where the row names several."""
    table.get("key"), table.get("answers")
    occasion = records.occasion(table)
    facts = {
        "direction": table.one_of(Direction.values, "direction", default=Direction.GIVEN),
        "kind": table.one_of(WITHOUT_GIFT, "kind", default=CourtesyKind.EXPERIENCE),
        "day": records.day_of(table, occasion),
        "summary": table.text("summary"),
        "occasion": occasion,
    }
    if facts["day"].first > records.on:
        raise table.wrong("day", f"{facts['day']} is still to come; write what has passed.")
    check_fields(table, LedgerEntry, facts)
    cities = [records.city(table, "cities", slug) for slug in table.texts("cities")]
    if cities and table.get("partner") is None and table.get("partners") is None:
        return {**facts, "partners": cities}
    named = [record for whom in records.partners(table) for record in whom.values()]
    return {**facts, "partners": [*cities, *(record for record in named if record not in cities)]}


def entry_on_record(table: Table, facts: dict, known: set[int]) -> LedgerEntry | None:
    """A courtesy that is there with the same words and partners, on the same day unless it counts from loading."""
    same = {name: facts[name] for name in ("direction", "kind", "summary", "occasion")}
    entries = LedgerEntry.objects.courtesies().filter(**same).exclude(pk__in=known)
    if not COUNTED_FROM_LOADING.fullmatch(str(table.get("day", ""))):
        entries = entries.filter(day=str(facts["day"]))
    for partner in facts["partners"]:
        entries = entries.of(**{type(partner).__name__.lower(): partner})
    return entries.order_by("pk").first()
