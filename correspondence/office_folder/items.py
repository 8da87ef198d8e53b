"""The kinds of things that a folder's gifts have and the office does not know yet, with their words per language."""

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.records import PartChanges, change_record
from crm.languages import letter_languages, optional_forms, word_forms
from crm.models import ItemKind, ItemWord
from crm.models.item import FORM_LABELS


def load_items(records: Records) -> None:
    """Put the kinds of things on record, and the words that they lack."""
    for code, table in records.folder.named_or_listed("courtesies", "item", "code", "key", "slug"):
        facts = check_fields(table, ItemKind, {"code": code, "is_money": table.flag("is_money")})
        words = words_of(records, table)
        table.refuse_unknown()
        put_item(records, table, facts, words)
    records.items = {item.code: item for item in ItemKind.objects.all()}


def put_item(records: Records, table: Table, facts: dict, words: list[dict]) -> None:
    """Record a kind of thing; one that is there gets the words in languages that it lacks."""
    item = ItemKind.objects.filter(code=facts["code"]).first() or ItemKind(**facts)
    known = {word.language for word in item.words.all()} if item.pk else set()
    new = tuple(ItemWord(kind=item, **word) for word in words if word["language"] not in known)
    if new or not item.pk:
        with refusing(table):
            change_record(by=records.by, record=item, parts=[PartChanges(saved=new)])


def words_of(records: Records, table: Table) -> list[dict]:
    """A kind's words per language, from ``words``, from ``names``, or from languages that stand beside its code."""
    written, found = words_beside(table), []
    for key in ("names", "words"):
        for language, value in table.by_language(key).items():
            written[language] = joined(written.get(language), value)
    for language, value in written.items():
        where = f"words.{language}"
        if language not in dict(letter_languages()):
            records.folder.notices.append(
                f"{table.file}: {table.path(where)}: left out, for no letter is written in it."
            )
            continue
        found.append(word_facts(table, where, language, value))
    return found


def words_beside(table: Table) -> dict[str, object]:
    """The words that stand under a language's code in the table itself."""
    languages = {language for language, _name in letter_languages()}
    return {language: table.get(language) for language in table.data if language in languages}


def joined(one, other):
    """A word of which a name and the forms may be written in two places; of two words the later one."""
    tables = [{"bulk": word} if isinstance(word, str) else word for word in (one, other)]
    return {**tables[0], **tables[1]} if all(isinstance(word, dict) for word in tables) else other


def word_facts(table: Table, key: str, language: str, value) -> dict:
    """A word in the forms that its language counts with; a text is the form after “a large quantity of”."""
    row = Table(table.file, table.path(key), {"bulk": value} if isinstance(value, str) else value, table.on)
    known = dict.fromkeys((*word_forms(language), *optional_forms(language), *FORM_LABELS))
    forms = {form: text for form in known if (text := row.text(form))}
    row.refuse_unknown()
    bulk = forms.pop("bulk", "") or forms.get("other", "")
    if not bulk:
        raise row.wrong("bulk", "write the word as it stands after “a large quantity of”.")
    return check_fields(row, ItemWord, {"language": language, "bulk": bulk, "forms": forms})
