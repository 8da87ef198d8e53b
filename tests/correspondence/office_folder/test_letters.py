"""Their letters of a folder."""

from datetime import date

import pytest

from correspondence.models import Letter
from correspondence.office_folder.letters import OURS, language_of
from correspondence.office_folder.table import Table
from crm.dates import parse_partial_date
from crm.models import City

FLOOD = '[occasion.flood]\nstart = "2020-07-12"\nnames = { zh-hans = "洪水" }\n'


def letter(text: str = "", whom: str = 'person = "mayor"\n') -> str:
    return f"[[letter]]\n{whom}{text}\n"


def test_a_letter_has_what_is_written_of_it(load):
    load(
        courtesies=FLOOD
        + letter("""
kind = "condolence"
day = 2020-07-20
received_on = "2020-08-01"
means = "telegram"
language = "EN"
occasion = "flood"
title = "…"
words = "We share your grief."
number = 117
direction = "received"
""")
    )
    one = Letter.objects.get()
    assert (one.direction, one.state, one.kind_id, one.means, one.language) == (
        "in",
        "received",
        "condolence",
        "telegram",
        "en",
    )
    assert (str(one.day), str(one.received_on), one.occasion.slug) == ("2020-07-20", "2020-08-01", "flood")
    assert (one.title, one.words, one.their_number) == ("…", "We share your grief.", "117")
    assert (one.post.organization.slug, one.city.slug, one.entry.kind) == ("bodo-kommune-no", "bodo-no", "letter")


@pytest.mark.parametrize(
    ("whom", "writer"),
    [
        ('person = "citizen"\n', "Olav Brekke"),
        ('organization = "rode-kors-no"\n', "Norges Røde Kors"),
        ('body = "rode-kors-no"\n', "Norges Røde Kors"),
        ('city = "bodo-no"\n', "Bodø kommune"),
        ('partner = { city = "bodo-no" }\n', "Bodø kommune"),
        ('partner = "citizen"\n', "Olav Brekke"),
        ('from = { organization = "rode-kors-no" }\n', "Norges Røde Kors"),
    ],
)
def test_the_writer_is_read_however_they_are_written(load, whom, writer):
    load(courtesies=letter(whom=whom))
    one = Letter.objects.get()
    assert (str(one.person or one.organization), one.language, one.kind_id) == (writer, "nb", "message")


def test_each_letter_has_its_own_occasion_or_none(load):
    load(courtesies=FLOOD + letter('occasion = "flood"\n') + letter('day = "2020-02"\n'))
    assert sorted((str(one.day), one.occasion_id is not None) for one in Letter.objects.all()) == [
        ("2020-02", False),
        ("2020-07", True),
    ]


def test_a_second_load_on_another_day_doubles_nothing_and_two_alike_are_two(load):
    text = letter('day = "today-9"\nkey = "a"\n') + letter('day = "2020-02"\n') * 2
    load(courtesies=text)
    load(courtesies=text, on=date(2026, 5, 1))
    assert Letter.objects.count() == 3


def test_a_letter_entered_by_hand_is_not_doubled(load):
    load(courtesies=letter('day = "2020-02"\nkey = "by-hand"\n'))
    load(courtesies=letter('day = "2020-02"\n'))
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("whom", "text", "sentence"),
    [
        ("", "", "organization: say who wrote it, one only: organization ="),
        ('partner = "citizen"\nperson = "mayor"\n', "", "organization: say who wrote it, one only"),
        ('person = "mayor"\norganization = "rode-kors-no"\n', "", "name one here: { city ="),
        ('person = "x"\n', "", "person: there is no person “x”; write one that people.toml has: citizen, mayor."),
        ('organization = "x"\n', "", "organization: there is no organization “x”"),
        (
            'city = "akashi-jp"\n',
            "",
            "city: the government of “akashi-jp” is not on record; add it to organizations.toml.",
        ),
        ('person = "mayor"\n', 'kind = "love"', "kind: “love” is not known; write one of: "),
        ('person = "mayor"\n', 'means = "pigeon"', "means: “pigeon” is not known; write one of: letter, telegram"),
        ('person = "mayor"\n', 'language = "xx"', "language: “xx” is no language's code"),
        ('person = "mayor"\n', 'day = "soon"', "day: “soon” is no day"),
        ('person = "mayor"\n', 'day = "today+1"', "day: 2026-03-17 is still to come; write the day on which it came."),
        (
            'person = "mayor"\n',
            'day = "2020-02"\nreceived_on = "2020-01"',
            "received_on: it cannot have come before the day",
        ),
        ('person = "mayor"\n', 'day = "2020-02"\nreceived_on = "today+9"', "received_on: 2026-03-25 is still to come"),
        ('person = "mayor"\n', 'occasion = "x"', "occasion: there is no occasion “x”"),
        ('person = "mayor"\n', f'number = "{"1" * 81}"', "their_number: Ensure this value has at most 80 characters"),
        ('person = "mayor"\n', 'direction = "given"', f"direction: {OURS}"),
        ('person = "mayor"\n', 'scan = "x.pdf"', "scan: this key is not known here; known are: "),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, whom, text, sentence):
    said = refused(courtesies=letter(f"{text}\n", whom))
    assert said.startswith("courtesies.toml: [[letter]] 1")
    assert sentence in said
    assert not Letter.objects.exists()


@pytest.mark.parametrize(("written", "language"), [("no", "nb"), ("zh", "zh-hans"), ("ru", "ru"), ("", "nb")])
def test_without_a_language_it_is_that_of_letters_to_the_writer(load, written, language):
    load()
    table = Table("courtesies.toml", "[[letter]] 1", {"language": written}, None)
    writer = City.objects.get(slug="bodo-no")
    assert language_of(table, writer, parse_partial_date("2020")) == language
