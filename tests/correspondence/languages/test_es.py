"""Spanish letters: gender, millions, the first surname (docs/domain.md §2, §2.1, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, NO_BREAK, UNKNOWN, Addressee, FormRequired, GenderRequired, Word
from crm.dates import parse_partial_date

SPANISH = language_rules("es")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/es.toml").read_text("utf-8")).items()
}


def plain(phrase: str) -> str:
    """A phrase with ordinary spaces."""
    return phrase.replace(NO_BREAK, " ")


ROLES = ("mayor", "deputy_mayor", "council_president", "director", "ambassador", "official", "person")


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 mascarillas"),
        ("1", "una mascarilla"),
        ("1.000", "una mascarilla"),
        ("2", "dos mascarillas"),
        ("21", "21 mascarillas"),
        ("101", "101 mascarillas"),
        ("4000", "4000 mascarillas"),
        ("9999", "9999 mascarillas"),
        ("30000", "30.000 mascarillas"),
        ("260000.000", "260.000 mascarillas"),
        ("1000000", "un millón de mascarillas"),
        ("2000000.000", "dos millones de mascarillas"),
        ("1500000", "1.500.000 mascarillas"),
    ],
)
def test_numbers_group_from_five_digits_and_millions_take_de(quantity, phrase):
    assert plain(SPANISH.count(WORDS["mask"], Decimal(quantity))) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "mascarillas"),
        ("mask", None, "large", "piece", "una gran cantidad de mascarillas"),
        ("book", None, "some", "piece", "algunos libros"),
        ("disinfectant", None, "some", "piece", "cierta cantidad de desinfectante"),
        ("mask", "20", "about", "piece", "unas 20 mascarillas"),
        ("protective_suit", "20", "about", "piece", "unos 20 trajes de protección"),
        ("mask", "1", "about", "piece", "aproximadamente una mascarilla"),
        ("mask", "1000000", "about", "piece", "aproximadamente un millón de mascarillas"),
        ("mask", "2000000", "about", "piece", "unos dos millones de mascarillas"),
        ("mask", "260000", "over", "piece", "más de 260.000 mascarillas"),
        ("gloves", "1", "exact", "pair", "un par de guantes"),
        ("gloves", "3", "exact", "piece", "tres guantes"),
        ("disinfectant", "2", "exact", "bottle", "dos botellas de desinfectante"),
        ("goggles", "50", "about", "piece", "unos 50 pares de gafas de protección"),
        ("protective_suit", "30", "about", "carton", "unas 30 cajas de trajes de protección"),
        ("disinfectant", "1", "exact", "kilogram", "un kilogramo de desinfectante"),
        ("disinfectant", "1.5", "about", "tonne", "unas 1,5 toneladas de desinfectante"),
        ("disinfectant", "4000", "about", "litre", "unos 4000 litros de desinfectante"),
    ],
)
def test_unos_and_unas_agree_with_what_is_counted(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert plain(SPANISH.count(WORDS[item], amount, qualifier, unit)) == phrase


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
    assert plain(SPANISH.money(Decimal(value), currency, qualifier)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [("2020-03-05", "el 5 de marzo de 2020"), ("2020-03", "en marzo de 2020"), ("2020", "en 2020")],
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert plain(SPANISH.when(parse_partial_date(written))) == phrase


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
        ("ambassador", MALE, "Sr. Embajador:", ["Excmo. Sr. D. N", "Embajador"]),
        ("ambassador", FEMALE, "Sra. Embajadora:", ["Excma. Sra. D.ª N", "Embajadora"]),
        ("rector", MALE, "Sr. Rector Magnífico:", ["Excmo. y Magfco. Sr. D. N", "Rector"]),
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
        ("consul_general", "", "Sra. Cónsul General:", ["Ilma. Sra. D.ª N", "Cónsul General"]),
        ("consul", "Cónsul honoraria", "Sra. Cónsul honoraria:", ["Sra. D.ª N", "Cónsul honoraria"]),
        ("ambassador", "Embajadora", "Sra. Embajadora:", ["Excma. Sra. D.ª N", "Embajadora"]),
    ],
)
def test_a_consul_is_no_ambassador(rank, title, salutation, envelope):
    reader = Addressee(rank, "N", "Rico", "N", gender=FEMALE, title=title, organization="Embajada y Consulado")
    assert (SPANISH.salutation(reader), SPANISH.envelope(reader)[:2]) == (salutation, envelope)
    assert ("alta" in SPANISH.closing(reader)) == (title == "Embajadora")


@pytest.mark.parametrize(
    ("roles", "closing"),
    [
        (("mayor",), "Reciba un atento y respetuoso saludo,"),
        (("deputy_mayor", "council_president", "director", "organization", "person"), "Atentamente,"),
        (("ambassador",), "Le reitero el testimonio de mi más alta consideración."),
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
    reader = Addressee(
        "mayor", "N", "Rico", "N", gender=FEMALE, title="Alcaldesa Presidenta", organization="Ayuntamiento de X"
    )
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
    assert SPANISH.salutation(organization) == "Estimados señores y señoras:"
    assert SPANISH.envelope(organization) == ["Ayuntamiento de X"]


def test_place_and_date_stand_on_one_line():
    assert SPANISH.place_and_date("Hengyang", date(2020, 3, 5)) == f"Hengyang, 5{NO_BREAK}de marzo de 2020"


@pytest.mark.parametrize(
    ("rank", "title", "salutation"),
    [
        ("mayor", "Alcaldesa-Presidenta de Mérida", "Estimada Sra. Alcaldesa-Presidenta:"),
        ("mayor", "Presidenta Municipal de Oaxaca", "Estimada Sra. Presidenta Municipal:"),
        ("official", "Gobernadora de Ohio", "Estimada Sra. Gobernadora:"),
        ("official", "Presidenta de la Comunidad de Madrid", "Estimada Sra. Presidenta:"),
        ("official", "Presidenta de la Diputación de Guadalajara", "Estimada Sra. Presidenta:"),
        ("official", "Ministra de Sanidad", "Sra. Ministra:"),
        ("official", "Encargada de Negocios a. i.", "Sra. Encargada de Negocios a. i.:"),
        ("official", "Rectora de la Universidad de Alcalá", "Sra. Rectora Magnífica:"),
        ("official", "Obispa de Sevilla", "Excelencia Reverendísima:"),
        ("deputy_mayor", "Primera Teniente de Alcalde", "Estimada Sra. Rico:"),
    ],
)
def test_the_recorded_title_decides(rank, title, salutation):
    assert SPANISH.salutation(Addressee(rank, "Ana Rico", "Rico", "Ana", gender=FEMALE, title=title)) == salutation


@pytest.mark.parametrize("title", ["Gran Canciller", "Lonko", "Herald of Arms"])
def test_an_unknown_title_is_asked_for(title):
    reader = Addressee("mayor", "Ana Rico", "Rico", "Ana", gender=FEMALE, title=title)
    for propose in (SPANISH.salutation, SPANISH.envelope, SPANISH.closing):
        with pytest.raises(FormRequired, match=title):
            propose(reader)


def test_no_title_is_made_up_for_the_head_of_a_province():
    for rank in ("mayor", "governor", "official"):
        with pytest.raises(FormRequired):
            SPANISH.envelope(Addressee(rank, "N", "Rico", "N", gender=MALE, city="Ohio", place_kind="state"))


@pytest.mark.parametrize(
    ("country", "great", "line", "post"),
    [
        ("ES", False, "Ilma. Sra. D.ª Ana Rico", "Alcaldesa de X"),
        ("ES", True, "Excma. Sra. D.ª Ana Rico", "Alcaldesa de X"),
        ("MX", False, "Sra. D.ª Ana Rico", "Presidenta Municipal de X"),
        ("AR", False, "Sra. D.ª Ana Rico", "Intendenta de X"),
        ("CL", False, "Sra. D.ª Ana Rico", "Alcaldesa de X"),
    ],
)
def test_a_mayor_is_styled_as_the_country_and_the_law_have_it(country, great, line, post):
    reader = Addressee(
        "mayor",
        "Ana Rico",
        "Rico",
        "Ana",
        gender=FEMALE,
        city="X",
        place_kind="city",
        country=country,
        great_city=great,
    )
    assert SPANISH.envelope(reader) == [line, post]


def test_an_acting_mayor_is_said_to_be_one():
    reader = Addressee("mayor", "Ana Rico", "Rico", "Ana", gender=FEMALE, city="X", place_kind="city", acting=True)
    assert SPANISH.envelope(reader)[1] == "Alcaldesa en funciones de X"
    assert SPANISH.salutation(reader) == "Estimada Sra. Alcaldesa:"


@pytest.mark.parametrize(("lost", "closing"), [(True, "pésame"), (False, "solidaridad")])
def test_a_condolence_closes_with_what_it_mourns(lost, closing):
    reader = Addressee("mayor", gender=MALE, place_kind="city", condolence=True, lives_lost=lost)
    assert closing in SPANISH.closing(reader)


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("de el Gobierno", "del Gobierno"),
        ("a el hospital", "al hospital"),
        ("de El Ejido", "de El Ejido"),
        ("sobre el terremoto", "sobre el terremoto"),
    ],
)
def test_de_el_is_drawn_together_but_before_a_name(apart, together):
    assert SPANISH.smooth(apart) == together


def test_neighbours_are_those_of_a_spanish_municipality():
    assert SPANISH.people_of("city", "X", "ES") == "los vecinos de X"
    assert SPANISH.people_of("city", "X", "MX") == "los habitantes de X"
    assert SPANISH.people_of("province", "X", "ES") == "los habitantes de X"
