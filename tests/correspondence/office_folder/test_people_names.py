"""The names of the people of a folder, in each of their writings."""

from datetime import date

import pytest

from correspondence.office_folder.people_names import person_names
from correspondence.office_folder.table import Table
from crm.models import Person

BOIKO = 'own = ["uk", "Бойко", "Петро", false], latin = ["", "Boiko", "Petro"], chinese = ["zh", "博伊科", "彼得罗"]'


def person(text: str = "", names: str = BOIKO) -> str:
    """people.toml with one person."""
    return f"[[person]]\nnames = {{ {names} }}\n{text}\n"


def written_names() -> dict:
    """The names of the one person, by form and language: (family, given, middle, prefix, family first)."""
    rows = Person.objects.get().names.all()
    return {(row.form, row.language): (row.family, row.given, row.middle, row.prefix, row.family_first) for row in rows}


def test_names_are_read_from_lists_and_tables(load):
    load(
        people="""
[[person]]
[person.names]
own = { language = "uk", family = "Бойко", given = "Петро", middle = "Іванович", family_dative = "Бойку" }
latin = ["", "Boiko", "Petro"]
chinese = ["博伊科", "彼得罗"]
[person.other_names]
ja = ["ボイコ", "ペトロ", false]
ko = ["ko", "보이코", "페트로"]
"""
    )
    assert written_names() == {
        ("own", "uk"): ("Бойко", "Петро", "Іванович", "", False),
        ("latin", ""): ("Boiko", "Petro", "", "", False),
        ("chinese", "zh-hans"): ("博伊科", "彼得罗", "", "", False),
        ("other", "ja"): ("ボイコ", "ペトロ", "", "", False),
        ("other", "ko"): ("보이코", "페트로", "", "", False),
    }
    assert Person.objects.get().names.get(form="own").cases == {"family_dative": "Бойку"}


def test_an_order_that_is_not_said_is_proposed_from_the_language(load):
    load(people=person(names='own = ["ja", "森川", "誠司"], latin = ["", "Morikawa", "Seiji"]'))
    assert [name[-1] for name in written_names().values()] == [True, True]


def test_prefix_and_patronymic_go_with_the_names_that_they_fit(load):
    load(people=person('prefix = "Dr"\npatronymic = "Іванович"\n'))
    assert {form: name[2:4] for (form, _language), name in written_names().items()} == {
        "own": ("Іванович", "Dr"),
        "latin": ("", "Dr"),
        "chinese": ("", ""),
    }


def test_a_second_family_name_goes_with_both_writings_in_latin_letters(load):
    names = 'own = ["es", "Soto", "Ana"], latin = ["es", "Soto", "Ana"], chinese = ["zh", "索托", "安娜"]'
    load(people=person('middle = "Ruiz"\n', names))
    middles = {form: name[2] for (form, _language), name in written_names().items()}
    assert middles == {"own": "Ruiz", "latin": "Ruiz", "chinese": ""}


def test_a_prefix_is_said_per_language(load):
    names = 'own = ["nb", "Nygård", "Kari", false], chinese = ["zh-hans", "尼高", "卡丽", false]'
    load(people=person('prefix = { no = "Dr.", zh = "博士" }\n', names))
    assert {form: name[3] for (form, _language), name in written_names().items()} == {"own": "Dr.", "chinese": "博士"}


def test_a_prefix_in_a_names_own_list_stays(load):
    names = 'own = { language = "nb", family = "Nygård", prefix = "Prof." }'
    load(people=person('prefix = "Dr."\n', names))
    assert written_names()["own", "nb"][3] == "Prof."


@pytest.mark.parametrize(
    "written",
    [
        ["es", "Soto", "Ana", False, "Ruiz"],
        ["es", "Soto", "Ana", "Ruiz"],
        {"language": "es", "family": "Soto", "given": "Ana", "middle": "Ruiz", "family_first": False},
    ],
)
def test_a_middle_part_stands_last_in_a_list(written):
    (name,) = person_names(Table("people.toml", "[[person]] 1", {"names": {"own": written}}, date(2026, 3, 16)))
    assert [name[part] for part in ("language", "family", "given", "middle")] == ["es", "Soto", "Ana", "Ruiz"]
    assert not name["family_first"]
