"""The kinds of things that a folder brings along."""

import pytest

from correspondence.office_folder import OfficeFolder, load_folder
from correspondence.office_folder.items import word_facts
from correspondence.office_folder.table import Table
from crm.models import ItemKind

GIFT = '\n[[gift]]\npartner = { city = "bodo-no" }\nlines = [{ item = "tent", quantity = 3 }]\n'


def item(text: str, head: str = '[[item]]\ncode = "tent"\n') -> dict:
    return {"courtesies": f"{head}{text}\n{GIFT}"}


def words() -> dict:
    """The tent's words per language: (bulk, the other forms)."""
    return {word.language: (word.bulk, word.forms) for word in ItemKind.objects.get(code="tent").words.all()}


TENTS = {"en": ("tents", {"one": "tent", "other": "tents"}), "zh-hans": ("帐篷", {"measure": "顶"})}
EN, ZH = '{ bulk = "tents", one = "tent", other = "tents" }', '{ bulk = "帐篷", measure = "顶" }'


@pytest.mark.parametrize(
    "text",
    [
        f"words = {{ en = {EN}, zh-hans = {ZH} }}",
        f"[item.words]\nen = {EN}\nzh = {ZH}",
        f"names = {{ en = {EN}, zh-hans = {ZH} }}",
        f"en = {EN}\nzh-hans = {ZH}",
        f'names = {{ zh-hans = "帐篷" }}\nwords = {{ en = {EN}, zh-hans = {{ measure = "顶" }} }}',
        f'words = {{ en = {{ one = "tent", other = "tents" }}, zh-hans = {ZH} }}',
    ],
)
def test_words_are_read_however_they_are_written(load, text):
    load(**item(text))
    assert words() == TENTS


@pytest.mark.parametrize("head", ['[[item]]\nkey = "tent"\n', '[item]\ncode = "tent"\n', "[item.tent]\n"])
def test_a_thing_is_named_in_a_list_or_by_its_table(load, head):
    load(**item(f"en = {EN}\nzh-hans = {ZH}", head))
    assert words() == TENTS


def test_a_text_is_the_form_of_a_large_quantity(load):
    load(**item('names = { zh-hans = "帐篷", en = "tents" }'))
    assert words() == {"zh-hans": ("帐篷", {}), "en": ("tents", {})}


def test_a_kind_of_money_may_be_added(load):
    load(courtesies='[[item]]\ncode = "grant"\nis_money = true\n')
    assert ItemKind.objects.get(code="grant").is_money


def test_one_that_is_there_keeps_its_words_and_gets_those_that_it_lacks(load):
    load(courtesies=f'[[item]]\ncode = "mask"\nwords = {{ en = {EN}, zh-hans = "口罩" }}\n')
    mask = ItemKind.objects.get(code="mask")
    assert {word.language: word.bulk for word in mask.words.all()} == {"en": "mask", "zh-hans": "口罩"}


def test_words_in_a_language_without_letters_are_left_out_and_said(load, tmp_path):
    load(**item(f'en = {EN}\nzh-hans = {ZH}\nnames = {{ ru = "палатки" }}'))
    assert words() == TENTS
    folder = OfficeFolder(tmp_path, load.__defaults__[0])
    load_folder(folder)
    said = "courtesies.toml: [[item]] 1.words.ru: left out, for no letter is written in it."
    assert folder.notices == [said]


def test_an_optional_form_is_kept():
    table = Table("courtesies.toml", "[[item]] 1", {}, None)
    facts = word_facts(table, "words.ja", "ja", {"bulk": "手袋", "measure": "枚", "pair": "双"})
    assert facts == {"language": "ja", "bulk": "手袋", "forms": {"measure": "枚", "pair": "双"}}


@pytest.mark.parametrize(
    ("head", "text", "sentence"),
    [
        ("[[item]]\n", 'names = { en = "tents" }', "[[item]] 1.code: give it a name: code = “…”."),
        ('[[item]]\ncode = "帐篷"\n', "", "[[item]] 1.code: Enter a valid “slug”"),
        ('[[item]]\ncode = "tent"\n', 'colour = "red"', "[[item]] 1.colour: this key is not known here"),
        ('[[item]]\ncode = "tent"\n', 'words = "tent"', "[[item]] 1.words: write it per language"),
        ('[[item]]\ncode = "tent"\n', 'words = { xx = "tent" }', "[[item]] 1.words.xx: “xx” is no language's code"),
        ('[[item]]\ncode = "tent"\n', "words = { en = 3 }", "[[item]] 1.words.en: “3” is no table"),
        ('[[item]]\ncode = "tent"\n', "words = { en = {} }", "[[item]] 1.words.en.bulk: write the word as it stands"),
        ('[[item]]\ncode = "tent"\n', 'words = { en = { bulk = "a", twin = "b" } }', "words.en.twin: this key is not"),
        (
            '[[item]]\ncode = "tent"\n',
            f'words = {{ en = "{"a" * 81}" }}',
            "words.en.bulk: Ensure this value has at most",
        ),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, head, text, sentence):
    said = refused(**item(text, head))
    assert said.startswith("courtesies.toml: ")
    assert sentence in said
    assert not ItemKind.objects.filter(code="tent").exists()
