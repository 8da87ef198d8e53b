"""Reads names and titles per language, as a text, as [text, in_letter] or as a table with the forms in sentences."""

from correspondence.office_folder.checking import check_fields
from correspondence.office_folder.table import Table
from crm.actions.records import PartChanges, change_record
from crm.languages import letter_rules
from crm.models.common import CASES, Declined

A_NAME = 'a record has at least one name: { zh-hans = "…", en = "…" }.'


def names_of(table: Table, model, key: str = "names", *, needed: bool = True) -> list[dict]:
    """A table's names as dicts of a name model's fields; raises Mistake where there is none.

    What stands per language under ``in_letter`` or ``regions`` is read too, where the model has it.
    """
    beside = {}
    for column, name in (("in_letter", "in_letter"), ("region", "regions")):
        if key == "names" and hasattr(model, column):
            beside[column] = table.texts_by_language(name)
    names = [name_facts(table, key, language, value, model) for language, value in table.by_language(key).items()]
    if needed and not names:
        raise table.wrong(key, A_NAME)
    for column, texts in beside.items():
        for name in names:
            name[column] = name[column] or texts.pop(name["language"], "")
        for language in texts:
            key = "regions" if column == "region" else column
            raise table.wrong(f"{key}.{language}", "there is no name in this language; add it under names.")
    return names


def name_facts(table: Table, key: str, language: str, value, model) -> dict:
    """One name: as a text, as [text, in_letter], or as { text = …, in_letter = …, genitive = … }."""
    where = f"{key}.{language}"
    written = Table(table.file, table.path(where), as_table(table, where, value), table.on)
    facts = {"language": language, "text": written.text("text")}
    for column in ("in_letter", "region"):
        if hasattr(model, column):
            facts[column] = written.text(column)
    if issubclass(model, Declined):
        facts |= cases_of(written, case_names(language))
    written.refuse_unknown()
    return check_fields(written, model, facts)


def as_table(table: Table, key: str, value) -> dict:
    """A name's value as a table, however it is written."""
    if isinstance(value, dict):
        return value
    parts = value if isinstance(value, list) else [value]
    if not 1 <= len(parts) <= 2 or not all(isinstance(part, str) for part in parts):
        raise table.wrong(key, 'write a name, or [name, name in running text]: "…" or ["…", "…"].')
    return {"text": parts[0], **({"in_letter": parts[1]} if any(parts[1:]) else {})}


def case_names(language: str) -> tuple[str, ...]:
    """The names of the cases of grammar, with those that only this letter language has."""
    rules = letter_rules().get(language)
    return tuple(dict.fromkeys((*CASES, *(rules.cases if rules else ()))))


def cases_of(table: Table, names) -> dict:
    """The forms in sentences that a table has, by the names of their cases; nothing where it has none."""
    cases = {name: text for name in names if (text := table.text(name))}
    return {"cases": cases, "cases_seen": True} if cases else {}


def add_missing_names(by, record, names: list[dict]) -> None:
    """Give a record that is there already the names in languages in which it has none; those it has stay."""
    model, owner = record.names.model, record.names.field.name
    known = {name.language for name in record.names.all()}
    new = tuple(model(**{owner: record}, **name) for name in names if name["language"] not in known)
    if new:
        change_record(by=by, record=record, parts=[PartChanges(saved=new)])
