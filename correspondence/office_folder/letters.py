"""Their letters of a folder, as the door takes them."""

from correspondence.actions.incoming import receive_letter
from correspondence.models import Letter, LetterKind, Means
from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.models import Direction
from crm.models.partner import place

OURS = "letters of ours are written here, or entered on the page “A letter sent before”; take this one out."


def load_letters(records: Records) -> None:
    """Put the letters of theirs on record that are not there yet."""
    known = set()
    for table in records.folder.listed("courtesies", "letter"):
        facts = {"record_key": records.record_key("letter", table), **letter_facts(records, table)}
        letter = letter_on_record(facts, known)
        if letter is None:
            with refusing(table):
                letter = receive_letter(by=records.by, **facts)
        known.add(letter.pk)


def letter_on_record(facts: dict, known: set[int]) -> Letter | None:
    """A letter that is there: loaded from this row before, else one of the same kind, day and writer."""
    if letter := Letter.objects.filter(record_key=facts["record_key"]).first():
        return letter
    same = {
        "kind": facts["kind"],
        "day": str(facts["day"]),
        **{name: facts[name] for name in ("person", "organization")},
    }
    return Letter.objects.incoming().filter(**same).exclude(pk__in=known).order_by("pk").first()


def letter_facts(records: Records, table: Table) -> dict:
    """A letter of theirs as the door takes it."""
    if table.one_of(Direction.values, "direction", default=Direction.RECEIVED) == Direction.GIVEN:
        raise table.wrong("direction", OURS)
    occasion, writer = records.occasion(table), writer_of(records, table)
    day = records.day_of(table, occasion)
    person = writer.get("person")
    facts = {
        "kind": table.one_of(LetterKind.objects.values_list("code", flat=True), "kind", default=LetterKind.MESSAGE),
        "day": day,
        "received_on": table.day("received_on") or day,
        "means": table.one_of(Means.values, "means", default=Means.LETTER),
        "organization": None,
        "person": None,
        **writer,
        "post": (person.post_on(day.first) or person.posts.first()) if person else None,
        "language": language_of(table, next(iter(writer.values())), day),
        "occasion": occasion,
        "title": table.text("title"),
        "words": table.text("words"),
        "their_number": table.text("their_number", "number"),
    }
    table.get("key")
    table.refuse_unknown()
    refuse_impossible_days(table, facts)
    check_fields(table, Letter, {name: value for name, value in facts.items() if name != "kind"})
    return facts


def writer_of(records: Records, table: Table) -> dict:
    """Who wrote a letter: a person or an organization, of a city its government; raises Mistake."""
    rows = table.tables("partner", "from", text_as="name")
    named = {key: table.get(key) for key in ("person", "organization", "body", "city") if table.get(key) is not None}
    rows += [Table(table.file, table.name, named, table.on)] if named else []
    if len(rows) != 1:
        raise table.wrong("organization", 'say who wrote it, one only: organization = "…", person = "…" or city = "…".')
    whom = records.partner(rows[0])
    if city := whom.get("city"):
        return {"organization": records.government(table, "city", city)}
    return whom


def language_of(table: Table, writer, day) -> str:
    """The language as written, else that in which letters to the writer are written."""
    text = table.text("language")
    return table.language(text, "language") if text else place(writer, day.first).language


def refuse_impossible_days(table: Table, facts: dict) -> None:
    """Raise Mistake for a letter that is still to come, or came before the day it bears."""
    for name in ("day", "received_on"):
        if facts[name].first > table.on:
            raise table.wrong(name, f"{facts[name]} is still to come; write the day on which it came.")
    if facts["received_on"].last < facts["day"].first:
        raise table.wrong("received_on", f"it cannot have come before the day it bears ({facts['day']}).")
