"""Spanish letters: gender, millions, the first surname (docs/domain.md §2, §2.1, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, GenderRequired, Word
from crm.dates import parse_partial_date

SPANISH = language_rules("es")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/es.toml").read_text("utf-8")).items()
}
ROLES = ("mayor", "deputy_mayor", "council_president", "director", "ambassador", "official", "person")


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 mascarillas"),
        ("1", "1 mascarilla"),
        ("1.000", "1 mascarilla"),
        ("2", "2 mascarillas"),
        ("21", "21 mascarillas"),
        ("101", "101 mascarillas"),
        ("4000", "4000 mascarillas"),
        ("9999", "9999 mascarillas"),
        ("30000", "30.000 mascarillas"),
        ("260000.000", "260.000 mascarillas"),
        ("1000000", "un millón de mascarillas"),
        ("2000000.000", "2 millones de mascarillas"),
        ("1500000", "1.500.000 mascarillas"),
    ],
)
def test_numbers_group_from_five_digits_and_millions_take_de(quantity, phrase):
    assert SPANISH.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "una gran cantidad de mascarillas"),
        ("mask", "20", "about", "piece", "unas 20 mascarillas"),
        ("protective_suit", "20", "about", "piece", "unos 20 trajes de protección"),
        ("mask", "1", "about", "piece", "aproximadamente 1 mascarilla"),
        ("mask", "1000000", "about", "piece", "aproximadamente un millón de mascarillas"),
        ("mask", "2000000", "about", "piece", "unos 2 millones de mascarillas"),
        ("mask", "260000", "over", "piece", "más de 260.000 mascarillas"),
        ("gloves", "1", "exact", "piece", "1 par de guantes"),
        ("goggles", "50", "about", "piece", "unos 50 pares de gafas de protección"),
        ("protective_suit", "30", "about", "carton", "unas 30 cajas de trajes de protección"),
        ("disinfectant", "1", "exact", "kilogram", "1 kilogramo de desinfectante"),
        ("disinfectant", "1.5", "about", "tonne", "unas 1,5 toneladas de desinfectante"),
        ("disinfectant", "4000", "about", "litre", "unos 4000 litros de desinfectante"),
    ],
)
def test_unos_and_unas_agree_with_what_is_counted(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert SPANISH.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30.000 yuanes renminbi"),
        ("4000.50", "EUR", "exact", "4000,50 euros"),
        ("1000000", "EUR", "over", "más de un millón de euros"),
        ("5000", "NOK", "about", "unas 5000 coronas noruegas"),
        ("20.00", "USD", "about", "unos 20 dólares estadounidenses"),
    ],
)
def test_money_names_its_currency_and_agrees(value, currency, qualifier, phrase):
    assert SPANISH.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [("2020-03-05", "el 5 de marzo de 2020"), ("2020-03", "en marzo de 2020"), ("2020", "en 2020")],
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert SPANISH.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["A"], "A"),
        (["A", "B"], "A y B"),
        (["A", "B", "C"], "A, B y C"),
        (["A", "incubadoras"], "A e incubadoras"),
        (["A", "Iberia"], "A e Iberia"),
        (["A", "hilos"], "A e hilos"),
        (["A", "hielo"], "A y hielo"),
    ],
)
def test_y_becomes_e_before_the_sound_i(phrases, joined):
    assert SPANISH.join(phrases) == joined


def test_months_do_not_leak_between_locales():
    march = parse_partial_date("2020-03")
    written = [language_rules(code).when(march) for code in ("zh-hans", "es", "nb", "es")]
    assert written == ["2020年3月", "en marzo de 2020", "i mars 2020", "en marzo de 2020"]


@pytest.mark.parametrize(
    ("role", "gender", "salutation", "envelope"),
    [
        ("mayor", MALE, "Estimado Sr. Alcalde:", ["Ilmo. Sr. D. N", "Alcalde de X"]),
        ("mayor", FEMALE, "Estimada Sra. Alcaldesa:", ["Ilma. Sra. D.ª N", "Alcaldesa de X"]),
        ("deputy_mayor", MALE, "Estimado Sr. Rico:", ["Sr. D. N", "Teniente de Alcalde"]),
        ("deputy_mayor", FEMALE, "Estimada Sra. Rico:", ["Sra. D.ª N", "Teniente de Alcalde"]),
        ("council_president", MALE, "Estimado Sr. Presidente:", ["Ilmo. Sr. D. N", "Presidente"]),
        ("council_president", FEMALE, "Estimada Sra. Presidenta:", ["Ilma. Sra. D.ª N", "Presidenta"]),
        ("director", MALE, "Estimado Sr. Rico:", ["Sr. D. N", "Director"]),
        ("director", FEMALE, "Estimada Sra. Rico:", ["Sra. D.ª N", "Directora"]),
        ("official", MALE, "Estimado Sr. Rico:", ["Sr. D. N"]),
        ("official", FEMALE, "Estimada Sra. Rico:", ["Sra. D.ª N"]),
        ("ambassador", MALE, "Señor Embajador:", ["Excmo. Sr. D. N", "Embajador"]),
        ("ambassador", FEMALE, "Señora Embajadora:", ["Excma. Sra. D.ª N", "Embajadora"]),
        ("person", MALE, "Estimado Sr. Rico:", ["Sr. D. N"]),
        ("person", FEMALE, "Estimada Sra. Rico:", ["Sra. D.ª N"]),
    ],
)
def test_every_form_of_address_agrees_in_gender(role, gender, salutation, envelope):
    reader = Addressee(role, "N", family="Rico Sanz", given="N", gender=gender, city="X")
    assert (SPANISH.salutation(reader), SPANISH.envelope(reader)) == (salutation, envelope)


@pytest.mark.parametrize(
    ("rank", "title", "salutation", "envelope"),
    [
        ("consul_general", "", "Señora Cónsul General:", ["Ilma. Sra. D.ª N", "Cónsul General"]),
        ("consul", "Cónsul honoraria", "Señora Cónsul:", ["Sra. D.ª N", "Cónsul honoraria"]),
        ("ambassador", "Embajadora", "Señora Embajadora:", ["Excma. Sra. D.ª N", "Embajadora"]),
    ],
)
def test_a_consul_is_no_ambassador(rank, title, salutation, envelope):
    reader = Addressee(rank, "N", "Rico", "N", FEMALE, title, "Embajada y Consulado")
    assert (SPANISH.salutation(reader), SPANISH.envelope(reader)[:2]) == (salutation, envelope)
    assert ("alta" in SPANISH.closing(reader)) == (title == "Embajadora")


@pytest.mark.parametrize(
    ("roles", "closing"),
    [
        (("mayor",), "Reciba un cordial saludo,"),
        (("deputy_mayor", "council_president", "director", "official", "organization"), "Atentamente,"),
        (("ambassador",), "Le reitero el testimonio de mi más alta consideración."),
        (("person",), "Un cordial saludo,"),
    ],
)
def test_the_closing_follows_the_rank(roles, closing):
    assert {SPANISH.closing(Addressee(role)) for role in roles} == {closing}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", [SPANISH.salutation, SPANISH.envelope])
def test_nobody_is_addressed_without_the_gender(role, address):
    reader = Addressee(role, "N", family="Rico", gender=UNKNOWN)
    assert SPANISH.requires_gender(reader)
    with pytest.raises(GenderRequired):
        address(reader)


@pytest.mark.parametrize(
    ("family", "salutation"),
    [
        ("Rico", "Estimado Sr. Rico:"),
        ("de la Fuente Gil", "Estimado Sr. De la Fuente:"),
        ("van der Meer", "Estimado Sr. Van der Meer:"),
        ("San Martín Gil", "Estimado Sr. San Martín:"),
        ("García-Page Sánchez", "Estimado Sr. García-Page:"),
        ("", "Estimado Sr. N:"),
    ],
)
def test_a_salutation_takes_the_first_surname_whole(family, salutation):
    assert SPANISH.salutation(Addressee("person", "N", family=family, gender=MALE)) == salutation


def test_the_title_on_record_and_the_organization_stand_below_the_name():
    reader = Addressee("mayor", "N", "Rico", "N", FEMALE, "Alcaldesa Presidenta", "Ayuntamiento de X")
    assert SPANISH.envelope(reader) == ["Ilma. Sra. D.ª N", "Alcaldesa Presidenta", "Ayuntamiento de X"]


@pytest.mark.parametrize(
    ("gender", "envelope"),
    [(MALE, ["Ilmo. Sr. De la Rica", "Alcalde"]), (FEMALE, ["Ilma. Sra. De la Rica", "Alcaldesa"])],
)
def test_don_goes_with_a_given_name_alone(gender, envelope):
    assert SPANISH.envelope(Addressee("mayor", "de la Rica", "de la Rica", gender=gender)) == envelope


def test_a_organization_has_no_gender():
    organization = Addressee("organization", organization="Ayuntamiento de X")
    assert not SPANISH.requires_gender(organization)
    assert SPANISH.salutation(organization) == "Estimadas señoras, estimados señores:"
    assert SPANISH.envelope(organization) == ["Ayuntamiento de X"]


def test_place_and_date_stand_on_one_line():
    assert SPANISH.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5 de marzo de 2020"
