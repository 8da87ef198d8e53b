"""English letters: what is counted, dated and how people are addressed (docs/domain.md §2, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

ENGLISH = language_rules("en")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/en.toml").read_text("utf-8")).items()
}


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 masks"),
        ("1", "1 mask"),
        ("1.000", "1 mask"),
        ("2", "2 masks"),
        ("11", "11 masks"),
        ("21", "21 masks"),
        ("101", "101 masks"),
        ("1000", "1,000 masks"),
        ("4000", "4,000 masks"),
        ("26000.000", "26,000 masks"),
        ("260000", "260,000 masks"),
        ("1000000", "1,000,000 masks"),
    ],
)
def test_a_number_is_written_in_full_and_agrees_with_its_noun(quantity, phrase):
    assert ENGLISH.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "a large quantity of masks"),
        ("mask", "20", "about", "piece", "about 20 masks"),
        ("mask", "260000", "over", "piece", "more than 260,000 masks"),
        ("gloves", "1", "exact", "piece", "1 pair of gloves"),
        ("goggles", "50", "exact", "piece", "50 pairs of goggles"),
        ("disinfectant", None, "exact", "piece", "a large quantity of disinfectant"),
        ("mask", "1", "exact", "carton", "1 carton of masks"),
        ("mask", "30", "about", "box", "about 30 boxes of masks"),
        ("disinfectant", "1.000", "exact", "kilogram", "1 kilogram of disinfectant"),
        ("disinfectant", "1.5", "exact", "tonne", "1.5 tonnes of disinfectant"),
        ("disinfectant", "200", "over", "litre", "more than 200 litres of disinfectant"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert ENGLISH.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30,000 Chinese yuan"),
        ("1.00", "EUR", "exact", "1 euro"),
        ("500000", "JPY", "over", "more than 500,000 Japanese yen"),
        ("4000.50", "EUR", "about", "about 4,000.50 euros"),
        ("7", "PHP", "exact", "7 Philippine pesos"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert ENGLISH.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "on 5 March 2020"), ("2020-03", "in March 2020"), ("2020", "in 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert ENGLISH.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_is_joined_without_the_last_comma(phrases, joined):
    assert ENGLISH.join(phrases) == joined


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (ENGLISH.where("Legazpi"), ENGLISH.where("")) == ("in Legazpi", "where you are")


@pytest.mark.parametrize("gender", [UNKNOWN, FEMALE, MALE])
@pytest.mark.parametrize(
    ("role", "title", "salutation", "post"),
    [
        ("mayor", "", "Dear Mayor Cruz,", "Mayor of Legazpi"),
        ("deputy_mayor", "", "Dear Deputy Mayor Cruz,", "Deputy Mayor"),
        ("deputy_mayor", "Vice Mayor", "Dear Vice Mayor Cruz,", "Vice Mayor"),
        ("council_president", "Chair of the City Council", "Dear Chair Cruz,", "Chair of the City Council"),
        ("council_president", "", "Dear President Cruz,", "President of the City Council"),
    ],
)
def test_heads_of_a_city_are_honorable_with_the_full_name_only(role, title, salutation, post, gender):
    reader = Addressee(role, "Andrea Cruz", "Cruz", "Andrea", gender, title, city="Legazpi")
    assert ENGLISH.salutation(reader) == salutation
    assert ENGLISH.envelope(reader) == ["The Honorable Andrea Cruz", post]
    assert ENGLISH.closing(reader) == "Yours sincerely,"


@pytest.mark.parametrize(
    ("gender", "salutation", "name"),
    [
        (FEMALE, "Dear Ms Cruz,", "Ms Andrea Cruz"),
        (MALE, "Dear Mr Cruz,", "Mr Andrea Cruz"),
        (UNKNOWN, "Dear Andrea Cruz,", "Andrea Cruz"),
    ],
)
@pytest.mark.parametrize(
    ("role", "title", "below"),
    [("director", "", ["Director"]), ("official", "Adviser", ["Adviser"]), ("person", "", [])],
)
def test_others_are_ms_or_mr_or_called_by_the_full_name(role, title, below, gender, salutation, name):
    reader = Addressee(role, "Andrea Cruz", "Cruz", "Andrea", gender, title)
    assert not ENGLISH.requires_gender(reader)
    assert ENGLISH.salutation(reader) == salutation
    assert ENGLISH.envelope(reader) == [name, *below]
    assert ENGLISH.closing(reader) == "Yours sincerely,"


@pytest.mark.parametrize(
    ("gender", "first"),
    [(FEMALE, "Her Excellency Andrea Cruz"), (MALE, "His Excellency Andrea Cruz"), (UNKNOWN, "Andrea Cruz")],
)
def test_an_ambassador_is_excellency(gender, first):
    reader = Addressee("ambassador", "Andrea Cruz", "Cruz", "Andrea", gender, "Ambassador of A to B")
    assert ENGLISH.salutation(reader) == "Excellency,"
    assert ENGLISH.envelope(reader) == [first, "Ambassador of A to B"]
    assert ENGLISH.closing(reader) == "Accept, Excellency, the assurances of my highest consideration."


@pytest.mark.parametrize(
    ("rank", "title", "gender", "salutation", "first"),
    [
        ("consul_general", "Consul General in Guangzhou", FEMALE, "Dear Consul General Cruz,", "Ms Andrea Cruz"),
        ("consul_general", "Consul General in Guangzhou", UNKNOWN, "Dear Consul General Cruz,", "Andrea Cruz"),
        ("ambassador", "Chargé d'affaires a.i.", MALE, "Dear Mr Cruz,", "Mr Andrea Cruz"),
    ],
)
def test_a_consul_general_or_charge_is_no_excellency(rank, title, gender, salutation, first):
    reader = Addressee(rank, "Andrea Cruz", "Cruz", "Andrea", gender, title)
    assert ENGLISH.salutation(reader) == salutation
    assert ENGLISH.envelope(reader) == [first, title]
    assert ENGLISH.closing(reader) == "Yours sincerely,"


@pytest.mark.parametrize(("gender", "first"), [(FEMALE, "Ms Cruz"), (MALE, "Mr Cruz"), (UNKNOWN, "Cruz")])
def test_a_family_name_alone_is_not_honorable(gender, first):
    reader = Addressee("mayor", "Cruz", "Cruz", "", gender, city="Legazpi")
    assert ENGLISH.envelope(reader) == [first, "Mayor of Legazpi"]


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        (["2020-02", "2020-03"], "in February and March 2020"),
        (["2020-02", "2020-03", "2020-04"], "in February, March and April 2020"),
        (["2019-12", "2020-01"], "in December 2019 and in January 2020"),
        (["2020", "2020-03"], "in 2020 and in March 2020"),
    ],
)
def test_months_of_one_year_say_it_once(written, phrase):
    assert ENGLISH.when_several([parse_partial_date(time) for time in written]) == phrase


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("es", "en febrero y marzo de 2020"),
        ("fil", "noong Pebrero at Marso 2020"),
        ("nb", "i februar og mars 2020"),
        ("ro", "în februarie și martie 2020"),
        ("uk", "у лютому і березні 2020 року"),
    ],
)
def test_other_languages_say_the_year_of_several_months_once_too(language, phrase):
    assert (
        language_rules(language).when_several([parse_partial_date(time) for time in ("2020-02", "2020-03")]) == phrase
    )


def test_a_mayor_without_a_marked_family_name_is_called_by_the_full_name():
    assert ENGLISH.salutation(Addressee("mayor", "Suharto")) == "Dear Mayor Suharto,"


def test_a_organization_is_addressed_without_a_name():
    organization = Addressee("organization", organization="City Government of Legazpi")
    assert ENGLISH.salutation(organization) == "Dear Sir or Madam,"
    assert ENGLISH.envelope(organization) == ["City Government of Legazpi"]
    assert ENGLISH.closing(organization) == "Yours faithfully,"


def test_the_signature_is_name_title_and_identity():
    signatory = Signatory("Foreign Affairs Office of Hengyang", "Zhu Jian", title="Mayor of Hengyang")
    assert ENGLISH.signature(signatory) == ["Zhu Jian", "Mayor of Hengyang", "Foreign Affairs Office of Hengyang"]
    assert ENGLISH.signature(Signatory("Foreign Affairs Office of Hengyang")) == ["Foreign Affairs Office of Hengyang"]


def test_place_and_date_stand_on_one_line():
    assert ENGLISH.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5 March 2020"
