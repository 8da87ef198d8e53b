"""The names of the people of a folder, in each of their writings."""

from correspondence.office_folder.checking import check_fields
from correspondence.office_folder.names import case_names, cases_of
from correspondence.office_folder.table import Table
from crm.languages import CHINESE
from crm.models import NameForm, PersonName
from crm.scripts import READ_EVERYWHERE, is_written_in, script_of

A_NAME = 'a person has a name: { own = ["en", "Wood", "Mary", false] }.'
PARTS = ("family", "given", "middle")
A_LIST = "write [language, family name, given name, whether the family name is first, middle part]"


def person_names(table: Table) -> list[dict]:
    """A person's names, that in the own script first, with the prefix and middle part that are said of the person."""
    written = table.get("names", {})
    if not isinstance(written, dict) or not written:
        raise table.wrong("names", A_NAME)
    forms = {table_form(table, form): value for form, value in written.items()}
    rows = [name_facts(table, f"names.{form}", form, value) for form, value in forms.items()]
    for language, value in table.by_language("other_names").items():
        rows.append(name_facts(table, f"other_names.{language}", NameForm.OTHER, value, language))
    refuse_same_language(table, rows)
    add_said(table, rows, "prefix", table.first_of("prefix"))
    add_said(table, rows, "middle", table.first_of("middle", "patronymic"))
    rows.sort(key=lambda row: list(NameForm.values).index(row["form"]))
    return [check_fields(table, PersonName, row, called=dict.fromkeys(PARTS, f"names.{row['form']}")) for row in rows]


def table_form(table: Table, form: str) -> str:
    """The form of a name: own, latin, chinese or other."""
    if form not in NameForm.values:
        raise table.wrong(f"names.{form}", f"this is no form of a name; write {', '.join(NameForm.values)}.")
    return form


def name_facts(table: Table, key: str, form: str, value, language: str = "") -> dict:
    """One writing of a name, from a list of its parts or a table; ``language`` is said where it is the key."""
    told = bool(language) or (form == NameForm.CHINESE and begins_in_chinese(value))
    data = value if isinstance(value, dict) else parts_of_list(table, key, value, told=told)
    row = Table(table.file, table.path(key), data, table.on)
    said = row.text("language") or language or (CHINESE if form == NameForm.CHINESE else "")
    said = row.language(said, "language") if said else ""
    facts = {
        "form": form,
        "language": said,
        **{part: row.text(part) for part in (*PARTS, "prefix")},
        "family_first": row.flag("family_first") if "family_first" in data else None,
        **cases_of(row, [f"{part}_{case}" for part in PARTS for case in case_names(said)]),
    }
    row.asked.add("family_first")
    row.refuse_unknown()
    if not facts["family"]:
        raise row.wrong("", f"a name has a family name, or one name alone in its place; {A_LIST}.")
    if form == NameForm.OTHER and not said:
        raise row.wrong("language", "say which language writes the name so.")
    return facts


def begins_in_chinese(value) -> bool:
    """Whether a list begins with a name in Chinese, and not with a language's code."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], str) and not value[0].isascii()


def parts_of_list(table: Table, key: str, value, *, told: bool) -> dict:
    """The parts of a name that is written as a list; the language is its first, unless it is told already."""
    parts = list(value) if isinstance(value, list) else []
    if parts and told and not is_same_language(parts, key):
        parts = ["", *parts]
    if not 2 <= len(parts) <= 5:
        raise table.wrong(key, f"{A_LIST}; the last three may be left out.")
    order = [part for part in parts if isinstance(part, bool)]
    texts = [part for part in parts if not isinstance(part, bool)]
    if not 2 <= len(texts) <= 4 or len(order) > 1 or not all(isinstance(text, str) for text in texts):
        raise table.wrong(key, f"{A_LIST}: texts, and true or false once.")
    data = dict(zip(("language", *PARTS), texts, strict=False))
    return {**data, **({"family_first": order[0]} if order else {})}


def is_same_language(parts: list, key: str) -> bool:
    """Whether a list that stands under a language's code begins with that code again."""
    code = key.rpartition(".")[2]
    return len(parts) > 2 and isinstance(parts[0], str) and parts[0].strip().lower().replace("_", "-") == code


def refuse_same_language(table: Table, rows: list[dict]) -> None:
    """Raise Mistake where two names are what one and the same other language writes."""
    others = [row["language"] for row in rows if row["form"] == NameForm.OTHER]
    for language in others:
        if others.count(language) > 1:
            raise table.wrong(f"other_names.{language}", "the name in this language is written twice; leave one out.")


def add_said(table: Table, rows: list[dict], part: str, said) -> None:
    """Add a prefix or middle part that is said of the person to the names that it goes with and that lack it.

    Said per language, { nb = "Dr", zh-hans = "博士" }, it goes with the names of that language.
    """
    texts = table.texts_by_language(part) if isinstance(said, dict) else {}
    for language in texts.keys() - {row["language"] for row in rows}:
        raise table.wrong(f"{part}.{language}", "there is no name in this language; add it under names or other_names.")
    text = "" if isinstance(said, dict) or said is None else table.as_text(said, part)
    for row in rows:
        if not row[part]:
            row[part] = texts.get(row["language"], "") or (text if text and goes_with(row, part, text) else "")


def goes_with(row: dict, part: str, text: str) -> bool:
    """Whether a text goes with a writing of the name: one in the same letters; Dr also with the own script."""
    if part == "prefix" and is_written_in(text, READ_EVERYWHERE):
        return row["form"] in (NameForm.OWN, NameForm.LATIN)
    letters = {script_of(letter) for letter in text if letter.isalpha()}
    return row["form"] != NameForm.OTHER and is_written_in(row["family"], (*letters, "MODIFIER"))
