"""Norwegian letters: no titles of courtesy, no comma after the closing (docs/domain.md §2, §2.1, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Word
from crm.dates import parse_partial_date

NORWEGIAN = language_rules("nb")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/nb.toml").read_text("utf-8")).items()
}


@pytest.mark.parametrize(
    ("item", "quantity", "phrase"),
    [
        ("mask", "0", "0 munnbind"),
        ("mask", "1", "1 munnbind"),
        ("mask", "2", "2 munnbind"),
        ("mask", "20", "20 munnbind"),
        ("protective_suit", "1.000", "1 vernedrakt"),
        ("protective_suit", "21", "21 vernedrakter"),
        ("thermometer", "101", "101 termometre"),
        ("mask", "4000", "4\u00a0000 munnbind"),
        ("mask", "26000.000", "26\u00a0000 munnbind"),
        ("mask", "260000", "260\u00a0000 munnbind"),
        ("mask", "1000000", "1\u00a0000\u00a0000 munnbind"),
    ],
)
def test_numbers_group_with_a_space_that_does_not_break(item, quantity, phrase):
    assert NORWEGIAN.count(WORDS[item], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "store mengder munnbind"),
        ("mask", "20", "about", "piece", "omtrent 20 munnbind"),
        ("mask", "260", "over", "piece", "over 260 munnbind"),
        ("gloves", "1", "exact", "piece", "1 par hansker"),
        ("mask", "1", "exact", "carton", "1 kartong munnbind"),
        ("mask", "30", "about", "box", "omtrent 30 esker munnbind"),
        ("disinfectant", "1", "exact", "kilogram", "1 kilogram desinfeksjonsmiddel"),
        ("disinfectant", "1.5", "about", "tonne", "omtrent 1,5 tonn desinfeksjonsmiddel"),
        ("disinfectant", "200.00", "exact", "litre", "200 liter desinfeksjonsmiddel"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert NORWEGIAN.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30\u00a0000 kinesiske yuan"),
        ("500", "NOK", "over", "over 500 norske kroner"),
        ("40.50", "EUR", "about", "omtrent 40,50 euro"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert NORWEGIAN.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "5. mars 2020"), ("2020-03", "i mars 2020"), ("2020", "i 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert NORWEGIAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A og B"), (["A", "B", "C"], "A, B og C")])
def test_a_list_is_joined_without_the_last_comma(phrases, joined):
    assert NORWEGIAN.join(phrases) == joined


def test_a_place_is_the_city_or_where_the_readers_are():
    assert (NORWEGIAN.where("Bergen"), NORWEGIAN.where("")) == ("i Bergen", "hos dere")


@pytest.mark.parametrize("gender", [UNKNOWN, FEMALE, MALE])
@pytest.mark.parametrize(
    ("role", "salutation", "envelope"),
    [
        ("mayor", "Kjære ordfører Kari Dahl,", ["Ordfører Kari Dahl", "X kommune"]),
        ("deputy_mayor", "Kjære varaordfører Kari Dahl,", ["Varaordfører Kari Dahl", "X kommune"]),
        ("council_president", "Kjære ordfører Kari Dahl,", ["Ordfører Kari Dahl", "X kommune"]),
        ("director", "Kjære Kari Dahl,", ["Avdelingsleder Kari Dahl"]),
        ("official", "Kjære Kari Dahl,", ["Kari Dahl"]),
        ("person", "Kjære Kari Dahl,", ["Kari Dahl"]),
    ],
)
def test_address_is_the_same_for_every_gender(role, gender, salutation, envelope):
    reader = Addressee(role, "Kari Dahl", "Dahl", "Kari", gender, city="X")
    assert not NORWEGIAN.requires_gender(reader)
    assert (NORWEGIAN.salutation(reader), NORWEGIAN.envelope(reader)) == (salutation, envelope)
    assert NORWEGIAN.closing(reader) == "Med vennlig hilsen"


@pytest.mark.parametrize(
    ("gender", "envelope"),
    [
        (FEMALE, ["Hennes Eksellense Kari Dahl", "Ambassadør"]),
        (MALE, ["Hans Eksellense Kari Dahl", "Ambassadør"]),
        (UNKNOWN, ["Ambassadør Kari Dahl"]),
    ],
)
def test_an_ambassador_is_excellency_once_the_gender_is_known(gender, envelope):
    reader = Addressee("ambassador", "Kari Dahl", "Dahl", "Kari", gender)
    assert NORWEGIAN.salutation(reader) == "Kjære ambassadør Dahl,"
    assert NORWEGIAN.envelope(reader) == envelope
    assert NORWEGIAN.closing(reader) == "Med vennlig hilsen"


@pytest.mark.parametrize(
    ("rank", "title", "salutation", "envelope"),
    [
        ("consul_general", "Generalkonsul", "Kjære generalkonsul Dahl,", ["Generalkonsul Kari Dahl"]),
        ("consul", "Konsul", "Kjære konsul Dahl,", ["Konsul Kari Dahl"]),
    ],
)
def test_a_consul_is_no_excellency(rank, title, salutation, envelope):
    reader = Addressee(rank, "Kari Dahl", "Dahl", "Kari", FEMALE, title)
    assert (NORWEGIAN.salutation(reader), NORWEGIAN.envelope(reader)) == (salutation, envelope)


@pytest.mark.parametrize(
    ("title", "salutation"),
    [("Fylkesordfører", "Kjære fylkesordfører Kari Dahl,"), ("Fungerende ordfører", "Kjære ordfører Kari Dahl,")],
)
def test_a_title_of_one_word_is_greeted_too(title, salutation):
    assert NORWEGIAN.salutation(Addressee("mayor", "Kari Dahl", "Dahl", "Kari", title=title)) == salutation


def test_a_long_title_stands_below_the_name():
    reader = Addressee("director", "Kari Dahl", title="Leder for internasjonalt kontor", organization="X kommune")
    assert NORWEGIAN.envelope(reader) == ["Kari Dahl", "Leder for internasjonalt kontor", "X kommune"]


def test_a_title_of_one_word_stands_capital_before_the_name():
    reader = Addressee("official", "Kari Dahl", title="rådgiver", organization="X kommune")
    assert NORWEGIAN.envelope(reader) == ["Rådgiver Kari Dahl", "X kommune"]


def test_a_organization_is_not_greeted_and_gets_the_heading_alone():
    organization = Addressee("organization", organization="X kommune")
    assert (NORWEGIAN.salutation(organization), NORWEGIAN.envelope(organization)) == ("", ["X kommune"])
    assert NORWEGIAN.closing(organization) == "Med vennlig hilsen"


def test_every_text_has_a_heading():
    texts = sorted(Path("fixtures/letter_templates").glob("*/nb.md"))
    assert [path.read_text("utf-8").split(":")[0] for path in texts] == ["heading"] * 4


def test_place_and_date_stand_on_one_line():
    assert NORWEGIAN.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5. mars 2020"
