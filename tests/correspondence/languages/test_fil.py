"""Filipino as a mayor's office would write it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, Signatory, Word
from crm.dates import parse_partial_date

FIL = language_rules("fil")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {kind: Word(**forms) for kind, forms in tomllib.loads((FIXTURES / "item_words/fil.toml").read_text()).items()}


def count(kind, quantity, qualifier="exact", unit="piece"):
    return FIL.count(WORDS[kind], None if quantity is None else Decimal(quantity), qualifier, unit)


@pytest.mark.parametrize(
    ("quantity", "number"),
    [
        ("0", "0"),
        ("1", "1"),
        ("2", "2"),
        ("4", "4"),
        ("6", "6"),
        ("9", "9"),
        ("11", "11"),
        ("19", "19"),
        ("20", "20"),
        ("20.00", "20"),
        ("21", "21"),
        ("100", "100"),
        ("101", "101"),
        ("1000", "1,000"),
        ("4000", "4,000"),
        ("26000", "26,000"),
        ("260000", "260,000"),
        ("1000000", "1,000,000"),
        ("1.5", "1.5"),
    ],
)
def test_the_noun_is_the_same_after_every_number(quantity, number):
    assert count("mask", quantity) == f"{number} piraso ng face mask"


@pytest.mark.parametrize(
    ("kind", "twenty", "unknown", "bare"),
    [
        ("mask", "20 piraso ng face mask", "maraming face mask", "mga face mask"),
        (
            "protective_suit",
            "20 set ng kasuotang pamproteksiyon",
            "maraming kasuotang pamproteksiyon",
            "mga kasuotang pamproteksiyon",
        ),
        ("goggles", "20 piraso ng goggles", "maraming goggles", "mga goggles"),
        ("gloves", "20 pares ng guwantes", "maraming guwantes", "mga guwantes"),
        ("thermometer", "20 piraso ng thermometer", "maraming thermometer", "mga thermometer"),
        ("ventilator", "20 yunit ng ventilator", "maraming ventilator", "mga ventilator"),
        ("disinfectant", "20 bote ng disinfectant", "maraming disinfectant", "disinfectant"),
        ("book", "20 piraso ng aklat", "maraming aklat", "mga aklat"),
        (
            "protective_supplies",
            "20 set ng kagamitang pamproteksiyon",
            "maraming kagamitang pamproteksiyon",
            "mga kagamitang pamproteksiyon",
        ),
    ],
)
def test_shipped_words(kind, twenty, unknown, bare):
    assert [count(kind, "20"), count(kind, None), FIL.name_goods(WORDS[kind])] == [twenty, unknown, bare]


def test_a_word_without_a_measure_follows_the_number():
    assert FIL.count(Word(bulk="goggles"), Decimal(20)) == "20 goggles"


@pytest.mark.parametrize(
    ("quantity", "unit", "qualifier", "phrase"),
    [
        ("20", "piece", "about", "humigit-kumulang 20 bote ng disinfectant"),
        ("20", "piece", "over", "mahigit 20 bote ng disinfectant"),
        ("1", "carton", "exact", "1 karton ng disinfectant"),
        ("5", "box", "about", "humigit-kumulang 5 kahon ng disinfectant"),
        ("500", "kilogram", "over", "mahigit 500 kilo ng disinfectant"),
        ("1.5", "tonne", "exact", "1.5 tonelada ng disinfectant"),
        ("100", "litre", "exact", "100 litro ng disinfectant"),
    ],
)
def test_qualifiers_containers_and_weights(quantity, unit, qualifier, phrase):
    assert count("disinfectant", quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("5000", "CNY", "exact", "5,000 yuan"),
        ("100000", "JPY", "exact", "100,000 yen"),
        ("1000.50", "EUR", "exact", "1,000.50 euro"),
        ("1", "USD", "exact", "1 dolyar ng Estados Unidos"),
        ("1000", "KRW", "exact", "1,000 won ng Timog Korea"),
        ("20", "NOK", "exact", "20 krone ng Norway"),
        ("20", "RON", "exact", "20 leu ng Romania"),
        ("20", "UAH", "exact", "20 hryvnia ng Ukraine"),
        ("5000", "PHP", "about", "humigit-kumulang 5,000 piso"),
        ("5", "XQX", "over", "mahigit 5 XQX"),
    ],
)
def test_money(value, currency, qualifier, phrase):
    assert FIL.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "past", "expected", "noun"),
    [
        ("2020-03-05", "noong Marso 5, 2020", "sa Marso 5, 2020", "Marso 5, 2020"),
        ("2020-02", "noong Pebrero 2020", "sa Pebrero 2020", "Pebrero 2020"),
        ("2020", "noong 2020", "sa 2020", "2020"),
    ],
)
def test_when(written, past, expected, noun):
    when = parse_partial_date(written)
    assert [FIL.when(when), FIL.when_expected(when), FIL.plain_date(when)] == [past, expected, noun]


def test_place_and_date():
    assert FIL.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, Marso 5, 2020"


@pytest.mark.parametrize(("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A at B"), (["A", "B", "C"], "A, B, at C")])
def test_join(phrases, joined):
    assert FIL.join(phrases) == joined


def test_where():
    assert [FIL.where("Legazpi"), FIL.where("")] == ["sa Legazpi", "sa inyong lugar"]


NAME = "Maria Clara de los Santos"


def addressee(role, gender="", title="", organization=""):
    return Addressee(role, NAME, "de los Santos", "Maria Clara", gender, title, organization)


@pytest.mark.parametrize(
    ("role", "to_man", "to_woman_or_unknown"),
    [
        ("mayor", "Kagalang-galang na Punong Lungsod de los Santos:", None),
        ("deputy_mayor", "Kagalang-galang na Pangalawang Punong Lungsod de los Santos:", None),
        ("council_president", "Kagalang-galang na Tagapangulo de los Santos:", None),
        ("ambassador", "Kagalang-galang na Embahador de los Santos:", None),
        ("director", "Mahal na G. de los Santos:", f"Mahal na {NAME}:"),
        ("official", "Mahal na G. de los Santos:", f"Mahal na {NAME}:"),
        ("person", "Mahal na G. de los Santos:", f"Mahal na {NAME}:"),
        ("organization", "Mga Ginang at Ginoo:", None),
    ],
)
def test_salutation(role, to_man, to_woman_or_unknown):
    assert FIL.salutation(addressee(role, "m")) == to_man
    assert [FIL.salutation(addressee(role, gender)) for gender in ("f", "")] == [to_woman_or_unknown or to_man] * 2


@pytest.mark.parametrize(
    ("role", "to_man", "to_woman_or_unknown"),
    [
        ("mayor", [f"Kgg. {NAME}", "Punong Lungsod"], None),
        ("deputy_mayor", [f"Kgg. {NAME}", "Pangalawang Punong Lungsod"], None),
        ("council_president", [f"Kgg. {NAME}", "Tagapangulo ng Sangguniang Panlungsod"], None),
        ("ambassador", [f"Kgg. {NAME}", "Embahador"], None),
        ("director", [f"G. {NAME}", "Direktor"], [NAME, "Direktor"]),
        ("official", [f"G. {NAME}"], [NAME]),
        ("person", [f"G. {NAME}"], [NAME]),
    ],
)
def test_envelope(role, to_man, to_woman_or_unknown):
    assert FIL.envelope(addressee(role, "m")) == to_man
    assert [FIL.envelope(addressee(role, gender)) for gender in ("f", "")] == [to_woman_or_unknown or to_man] * 2


def test_a_consul_is_no_ambassador():
    consul = addressee("consul_general", organization="Konsulado Heneral ng Pilipinas sa Guangzhou")
    assert FIL.salutation(consul) == "Kagalang-galang na Konsul Heneral de los Santos:"
    assert FIL.envelope(consul)[:2] == [f"Kgg. {NAME}", "Konsul Heneral"]


def test_envelope_keeps_the_title_and_organization_on_record():
    office = "Tanggapan ng Ugnayang Panlabas"
    assert FIL.envelope(addressee("director", title="Puno", organization=office)) == [NAME, "Puno", office]
    assert FIL.envelope(addressee("organization", organization=office)) == [office]


@pytest.mark.parametrize("gender", ["m", "f", ""])
@pytest.mark.parametrize(
    ("role", "closing"),
    [
        ("mayor", "Lubos na gumagalang,"),
        ("deputy_mayor", "Lubos na gumagalang,"),
        ("council_president", "Lubos na gumagalang,"),
        ("ambassador", "Lubos na gumagalang,"),
        ("director", "Matapat na sumasainyo,"),
        ("organization", "Matapat na sumasainyo,"),
        ("official", "Gumagalang,"),
        ("person", "Gumagalang,"),
    ],
)
def test_closing(role, closing, gender):
    assert FIL.closing(addressee(role, gender)) == closing
    assert FIL.requires_gender(addressee(role, gender)) is False


def test_signature():
    government = "Pamahalaang Bayan ng Lungsod ng Hengyang"
    assert FIL.signature(Signatory(government, "Wang Heng", title="Alkalde")) == ["Wang Heng", "Alkalde", government]
    assert FIL.signature(Signatory(government)) == [government]
