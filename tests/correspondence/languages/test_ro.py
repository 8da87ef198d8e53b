"""Romanian letters: "de" after numbers, masculine functions, comma-below letters (docs/domain.md §2, §2.1, §4.2)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, GenderRequired, Word
from crm.dates import parse_partial_date

ROMANIAN = language_rules("ro")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/ro.toml").read_text("utf-8")).items()
}
ROLES = ("mayor", "deputy_mayor", "council_president", "director", "ambassador", "official", "person")
CEDILLAS = set("\u015e\u015f\u0162\u0163")
EXCELLENCY = "Vă rog să primiți, Excelență, asigurarea înaltei mele considerații."


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 măști"),
        ("1", "1 mască"),
        ("1.000", "1 mască"),
        ("2", "2 măști"),
        ("5", "5 măști"),
        ("11", "11 măști"),
        ("19", "19 măști"),
        ("20", "20 de măști"),
        ("20.000", "20 de măști"),
        ("21", "21 de măști"),
        ("22", "22 de măști"),
        ("100", "100 de măști"),
        ("101", "101 măști"),
        ("119", "119 măști"),
        ("1000", "1.000 de măști"),
        ("4000", "4.000 de măști"),
        ("4001", "4.001 măști"),
        ("26000", "26.000 de măști"),
        ("260000", "260.000 de măști"),
        ("1000000", "1.000.000 de măști"),
    ],
)
def test_de_stands_between_numbers_from_20_on_and_their_noun(quantity, phrase):
    assert ROMANIAN.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "o cantitate mare de măști"),
        ("mask", "20", "about", "piece", "aproximativ 20 de măști"),
        ("mask", "19", "over", "piece", "peste 19 măști"),
        ("gloves", "1", "exact", "piece", "1 pereche de mănuși"),
        ("goggles", "50", "exact", "piece", "50 de perechi de ochelari de protecție"),
        ("ventilator", "2", "exact", "piece", "2 ventilatoare mecanice"),
        ("mask", "1", "exact", "box", "1 cutie cu măști"),
        ("mask", "30", "over", "carton", "peste 30 de cutii cu măști"),
        ("disinfectant", "1", "exact", "kilogram", "1 kilogram de dezinfectant"),
        ("disinfectant", "1.5", "about", "tonne", "aproximativ 1,5 tone de dezinfectant"),
        ("disinfectant", "200.00", "exact", "litre", "200 de litri de dezinfectant"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert ROMANIAN.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000.00", "CNY", "exact", "30.000 de yuani chinezești"),
        ("101", "RON", "exact", "101 lei românești"),
        ("4000.50", "EUR", "exact", "4.000,50 euro"),
        ("20", "USD", "over", "peste 20 de dolari americani"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert ROMANIAN.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "la 5 martie 2020"), ("2020-03", "în martie 2020"), ("2020", "în 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert ROMANIAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A și B"), (["A", "B", "C"], "A, B și C")])
def test_a_list_is_joined_with_the_comma_below_letter(phrases, joined):
    assert ROMANIAN.join(phrases) == joined


def test_a_place_belongs_to_the_noun_before_it():
    assert (ROMANIAN.where("Călărași"), ROMANIAN.where("")) == ("din Călărași", "din regiunea dumneavoastră")


@pytest.mark.parametrize(
    ("role", "gender", "salutation", "envelope", "closing"),
    [
        ("mayor", MALE, "Stimate domnule primar,", ["Domnului N", "Primar"], "Cu deosebită considerație,"),
        ("mayor", FEMALE, "Stimată doamnă primar,", ["Doamnei N", "Primar"], "Cu deosebită considerație,"),
        ("deputy_mayor", MALE, "Stimate domnule viceprimar,", ["Domnului N", "Viceprimar"], "Cu stimă,"),
        ("deputy_mayor", FEMALE, "Stimată doamnă viceprimar,", ["Doamnei N", "Viceprimar"], "Cu stimă,"),
        ("council_president", MALE, "Stimate domnule președinte,", ["Domnului N", "Președinte"], "Cu stimă,"),
        ("council_president", FEMALE, "Stimată doamnă președinte,", ["Doamnei N", "Președinte"], "Cu stimă,"),
        ("director", MALE, "Stimate domnule director,", ["Domnului N", "Director"], "Cu stimă,"),
        ("director", FEMALE, "Stimată doamnă director,", ["Doamnei N", "Director"], "Cu stimă,"),
        ("official", MALE, "Stimate domnule Popescu,", ["Domnului N"], "Cu stimă,"),
        ("official", FEMALE, "Stimată doamnă Popescu,", ["Doamnei N"], "Cu stimă,"),
        ("ambassador", MALE, "Excelență,", ["Excelenței Sale Domnului N", "Ambasador"], EXCELLENCY),
        ("ambassador", FEMALE, "Excelență,", ["Excelenței Sale Doamnei N", "Ambasador"], EXCELLENCY),
        ("person", MALE, "Stimate domnule Popescu,", ["Domnului N"], "Cu stimă,"),
        ("person", FEMALE, "Stimată doamnă Popescu,", ["Doamnei N"], "Cu stimă,"),
    ],
)
def test_the_function_stays_masculine(role, gender, salutation, envelope, closing):
    reader = Addressee(role, "N", family="Popescu", gender=gender)
    assert (ROMANIAN.salutation(reader), ROMANIAN.envelope(reader), ROMANIAN.closing(reader)) == (
        salutation,
        envelope,
        closing,
    )


def test_a_consul_is_no_excellency():
    reader = Addressee(
        "consul_general", "N", "Popescu", "N", FEMALE, organization="Consulatul General al României la Shanghai"
    )
    assert ROMANIAN.salutation(reader) == "Stimată doamnă consul general,"
    assert ROMANIAN.envelope(reader)[:2] == ["Doamnei N", "Consul general"]
    assert ROMANIAN.closing(reader) == "Cu deosebită considerație,"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", [ROMANIAN.salutation, ROMANIAN.envelope])
def test_nobody_is_addressed_without_the_gender(role, address):
    reader = Addressee(role, "N", family="Popescu", gender=UNKNOWN)
    assert ROMANIAN.requires_gender(reader)
    with pytest.raises(GenderRequired):
        address(reader)


def test_the_title_on_record_and_the_organization_stand_below_the_name():
    reader = Addressee(
        "mayor", "N", gender=FEMALE, title="Primar al Municipiului Călărași", organization="Primăria Călărași"
    )
    assert ROMANIAN.envelope(reader) == ["Doamnei N", "Primar al Municipiului Călărași", "Primăria Călărași"]


def test_a_organization_has_no_gender():
    organization = Addressee("organization", organization="Primăria Călărași")
    assert not ROMANIAN.requires_gender(organization)
    assert ROMANIAN.salutation(organization) == "Stimate doamne, stimați domni,"
    assert ROMANIAN.envelope(organization) == ["Primăria Călărași"]
    assert ROMANIAN.closing(organization) == "Cu stimă,"


def test_place_and_date_stand_on_one_line():
    assert ROMANIAN.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5 martie 2020"


def test_no_shipped_text_has_a_cedilla():
    sources = [Path("correspondence/languages/ro.py"), Path("fixtures/item_words/ro.toml")]
    sources += sorted(Path("fixtures/letter_templates").glob("*/ro.md"))
    assert [path.name for path in sources if CEDILLAS & set(path.read_text("utf-8"))] == []
