"""The experience and services of a folder."""

from datetime import date

import pytest

from correspondence.office_folder.experience import experience_facts
from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.records import Records
from crm.models import City, LedgerEntry

FLOOD = '[occasion.flood]\nstart = "2020-07-12"\nnames = { zh-hans = "洪水" }\n'


def partners_of(entry: LedgerEntry) -> list[str]:
    return sorted(str(row.partner) for row in entry.partners.all())


@pytest.mark.parametrize("head", ["[experience]", "[[experience]]"])
@pytest.mark.parametrize(
    ("whom", "names"),
    [
        ('cities = ["bodo-no", "akashi-jp"]', ["Akashi", "Bodø"]),
        ('partner = { city = "bodo-no" }', ["Bodø"]),
        ('partners = ["citizen", { body = "saltfjord-no" }]', ["Olav Brekke", "Saltfjord Sjømat AS"]),
        ('cities = "bodo-no"\npartner = "citizen"', ["Bodø", "Olav Brekke"]),
    ],
)
def test_experience_is_one_or_a_list_shared_with_one_or_several(load, head, whom, names):
    load(courtesies=f'{head}\nday = "2020-03"\nsummary = "分享经验"\n{whom}\n')
    entry = LedgerEntry.objects.get()
    assert (entry.direction, entry.kind, entry.summary, str(entry.day)) == (
        "given",
        "experience",
        "分享经验",
        "2020-03",
    )
    assert partners_of(entry) == names


def test_each_has_its_own_occasion_direction_and_kind(load):
    load(
        courtesies=f'{FLOOD}[[experience]]\npartner = "bodo-no"\noccasion = "flood"\n'
        '[[experience]]\npartner = "bodo-no"\ndirection = "received"\nkind = "service"\nday = "2019"\n'
    )
    rows = LedgerEntry.objects.order_by("pk")
    assert [(str(row.day), row.direction, row.kind, row.occasion and row.occasion.slug) for row in rows] == [
        ("2020-07", "given", "experience", "flood"),
        ("2019", "received", "service", None),
    ]


def test_a_second_load_on_another_day_doubles_nothing_and_two_alike_are_two(load):
    text = '[[experience]]\npartner = "bodo-no"\nday = "today-9"\nsummary = "a"\n' * 2
    load(courtesies=text)
    load(courtesies=text, on=date(2026, 5, 1))
    assert LedgerEntry.objects.count() == 2


def test_the_same_words_on_another_day_are_another(load):
    load(courtesies='[[experience]]\npartner = "bodo-no"\nday = "2020-03"\n')
    load(courtesies='[[experience]]\npartner = "bodo-no"\nday = "2020-04"\n')
    assert LedgerEntry.objects.count() == 2


def test_facts_are_as_the_door_takes_them(load, tmp_path):
    load(courtesies='[experience]\npartner = "bodo-no"\n')
    records = Records(OfficeFolder(tmp_path, date(2026, 3, 16)), cities={"bodo-no": City.objects.get(slug="bodo-no")})
    records.office = load()
    (table,) = records.folder.listed("courtesies", "experience")
    assert experience_facts(records, table)["partners"] == [records.cities["bodo-no"]]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "partner: say from or to whom"),
        ('cities = ["oslo-no"]', "cities: there is no city “oslo-no”"),
        ('partner = "bodo-no"\nkind = "goods"', "kind: “goods” is not known; write one of: service, experience."),
        ('partner = "bodo-no"\nday = "today+1"', "day: 2026-03-17 is still to come; write what has passed."),
        (
            'partner = "bodo-no"\noccasion = "x"',
            "occasion: there is no occasion “x”; write one that this file has: (none).",
        ),
        (f'partner = "bodo-no"\nsummary = "{"x" * 301}"', "summary: Ensure this value has at most 300 characters"),
        ('partner = "bodo-no"\nlines = []', "lines: this key is not known here"),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, text, sentence):
    said = refused(courtesies=f"[[experience]]\n{text}\n")
    assert said.startswith(f"courtesies.toml: [[experience]] 1.{sentence}")
    assert not LedgerEntry.objects.exists()
