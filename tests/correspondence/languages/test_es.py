"""Spanish letters: gender, millions, the first surname (docs/domain.md §2, §2.1, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, NO_BREAK, UNKNOWN, Addressee, FormRequired, GenderRequired, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind
from crm.place_kinds import PlaceKind

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
        ("1", "EUR", "exact", "1 euro"),
        ("3000", "GBP", "about", "unas 3000 libras esterlinas"),
        ("500000", "JPY", "exact", "500.000 yenes"),
        ("2000000", "CNY", "exact", "dos millones de yuanes renminbi"),
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
        (["A", "Íñigo"], "A e Íñigo"),
        (["A", "Yvonne"], "A e Yvonne"),
        (["A", "Yibin"], "A y Yibin"),
        (["A, de su ciudad", "B"], "A, de su ciudad, y B"),
        (["A, de su ciudad", "B", "Iberia"], "A, de su ciudad; B, e Iberia"),
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
        ("ambassador", MALE, "Señor Embajador:", ["Excmo. Sr. D. N", "Embajador"]),
        ("ambassador", FEMALE, "Señora Embajadora:", ["Excma. Sra. D.ª N", "Embajadora"]),
        ("rector", MALE, "Señor Rector Magnífico:", ["Excmo. y Magfco. Sr. D. N", "Rector"]),
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
    reader = Addressee(rank, "N", "Rico", "N", gender=FEMALE, title=title, organization="Embajada y Consulado")
    assert (SPANISH.salutation(reader), SPANISH.envelope(reader)[:2]) == (salutation, envelope)
    assert ("alta" in SPANISH.closing(reader)) == (title == "Embajadora")


@pytest.mark.parametrize(
    ("roles", "closing"),
    [
        (("person",), "Un cordial saludo,"),
        (("mayor",), "Reciba un atento y respetuoso saludo,"),
        (("deputy_mayor", "council_president", "director", "organization"), "Atentamente,"),
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
        ("official", "Presidenta de la Comunidad de Madrid", "Excma. Sra. Presidenta:"),
        ("official", "Presidenta de la Diputación de Guadalajara", "Ilma. Sra. Presidenta:"),
        ("official", "Ministra de Sanidad", "Señora Ministra:"),
        ("official", "Encargada de Negocios a. i.", "Señora Encargada de Negocios:"),
        ("official", "Rectora de la Universidad de Alcalá", "Señora Rectora Magnífica:"),
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


def reader(rank="mayor", title="", gender=FEMALE, **facts) -> Addressee:
    """Ana (or Luis) Rico in a post."""
    given = "Ana" if gender == FEMALE else "Luis"
    return Addressee(rank, f"{given} Rico", family="Rico", given=given, gender=gender, title=title, **facts)


@pytest.mark.parametrize(
    ("country", "great", "line", "post"),
    [
        ("ES", False, "Ilma. Sra. D.ª Ana Rico", "Alcaldesa de X"),
        ("ES", True, "Excma. Sra. D.ª Ana Rico", "Alcaldesa de X"),
        ("MX", False, "Sra. Ana Rico", "Presidenta Municipal de X"),
        ("AR", False, "Sra. Ana Rico", "Intendenta de X"),
        ("PY", False, "Sra. Ana Rico", "Intendenta de X"),
        ("CL", False, "Sra. Ana Rico", "Alcaldesa de X"),
    ],
)
def test_a_mayor_is_styled_as_the_country_and_the_law_have_it(country, great, line, post):
    mayor = reader(city="X", place_kind="city", country=country, great_city=great)
    assert SPANISH.envelope(mayor) == [line, post]


@pytest.mark.parametrize(
    ("country", "salutation"),
    [
        ("ES", "Estimada Sra. Alcaldesa:"),
        ("MX", "Estimada Sra. Presidenta Municipal:"),
        ("UY", "Estimada Sra. Intendenta:"),
    ],
)
def test_the_salutation_calls_the_same_office_as_the_address(country, salutation):
    assert SPANISH.salutation(reader(city="X", place_kind="city", country=country)) == salutation


def test_a_deputy_is_ilmo_only_where_the_mayor_is_excmo():
    lines = [SPANISH.envelope(reader("deputy_mayor", country="ES", great_city=great))[0] for great in (True, False)]
    assert lines == ["Ilma. Sra. D.ª Ana Rico", "Sra. D.ª Ana Rico"]


def test_no_deputys_title_is_made_up_outside_spain():
    with pytest.raises(FormRequired):
        SPANISH.envelope(reader("deputy_mayor", city="X", place_kind="city", country="CO"))
    assert SPANISH.envelope(reader("deputy_mayor", "Vicealcaldesa", country="EC"))[1] == "Vicealcaldesa"


@pytest.mark.parametrize(
    ("title", "country", "line", "salutation", "closing"),
    [
        ("Presidente de la Junta de Andalucía", "ES", "Excmo. Sr. D.", "Excmo. Sr. Presidente:", "respetuoso"),
        ("Presidente de Canarias", "ES", "Excmo. Sr. D.", "Excmo. Sr. Presidente:", "respetuoso"),
        ("Lehendakari", "ES", "Excmo. Sr. D.", "Excmo. Sr. Lehendakari:", "respetuoso"),
        (
            "Presidente de la Generalitat de Cataluña",
            "ES",
            "Molt Honorable Sr. D.",
            "Molt Honorable Sr. Presidente:",
            "respetuoso",
        ),
        ("Gobernador de Jalisco", "MX", "Sr.", "Estimado Sr. Gobernador:", "respetuoso"),
        ("Jefe de Gobierno de la Ciudad de México", "MX", "Sr.", "Estimado Sr. Jefe de Gobierno:", "respetuoso"),
        ("Vicepresidente de la Junta de Andalucía", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Presidente de la Diputación de Cádiz", "ES", "Ilmo. Sr. D.", "Ilmo. Sr. Presidente:", "respetuoso"),
        ("Landrat de Celle", "DE", "Sr.", "Estimado Sr. Landrat:", "respetuoso"),
        ("Presidente del Distrito de Tetuán", "ES", "Sr. D.", "Estimado Sr. Presidente:", "respetuoso"),
        ("Prefecto de Lima", "PE", "Sr.", "Estimado Sr. Prefecto:", "respetuoso"),
        ("Delegado del Gobierno en Aragón", "ES", "Excmo. Sr. D.", "Excmo. Sr. Delegado del Gobierno:", "respetuoso"),
        ("Subdelegado del Gobierno", "ES", "Ilmo. Sr. D.", "Ilmo. Sr. Subdelegado del Gobierno:", "respetuoso"),
        ("Presidente del Concejo Municipal", "CO", "Sr.", "Estimado Sr. Presidente:", "Atentamente"),
        ("Ministro de Sanidad", "ES", "Excmo. Sr. D.", "Señor Ministro:", "alta consideración"),
        ("Ministro de Salud", "CL", "Excmo. Sr.", "Señor Ministro:", "alta consideración"),
        ("Embajador Extraordinario y Plenipotenciario", "MX", "Excmo. Sr.", "Señor Embajador:", "alta consideración"),
        ("Ministro Consejero", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Cónsul General", "ES", "Ilmo. Sr. D.", "Señor Cónsul General:", "Atentamente"),
        ("Cónsul General adjunto", "ES", "Sr. D.", "Señor Cónsul:", "Atentamente"),
        ("Encargado de Negocios a. i.", "ES", "Sr. D.", "Señor Encargado de Negocios:", "Atentamente"),
        ("Rector", "ES", "Excmo. y Magfco. Sr. D.", "Señor Rector Magnífico:", "Atentamente"),
        ("Rector", "MX", "Sr.", "Señor Rector:", "Atentamente"),
        ("Vicerrector", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Arzobispo de Sevilla", "ES", "Excmo. y Rvdmo. Mons.", "Excelencia Reverendísima:", "alta consideración"),
        ("Príncipe de Asturias", "ES", "S. A. R. D.", "Alteza Real:", "alta consideración"),
        (
            "Presidente del Tribunal Superior de Justicia",
            "ES",
            "Excmo. Sr. D.",
            "Excmo. Sr. Presidente:",
            "Atentamente",
        ),
        ("Magistrado", "ES", "Ilmo. Sr. D.", "Ilmo. Sr. Magistrado:", "Atentamente"),
        ("Fiscal Jefe de Zaragoza", "ES", "Ilmo. Sr. D.", "Ilmo. Sr. Fiscal Jefe:", "Atentamente"),
        ("Presidente del Comité Popular de Hanói", "VN", "Sr.", "Estimado Sr. Presidente:", "respetuoso"),
        ("Secretario del Comité del Partido", "VN", "Sr.", "Estimado Sr. Secretario:", "respetuoso"),
        ("Director de Relaciones Internacionales", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Director del Gabinete de la Alcaldía", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Asesor del Alcalde", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Presidente de la Asociación Aragón-China", "ES", "Sr. D.", "Estimado Sr. Presidente:", "Atentamente"),
        ("Presidente de la Comunidad de Regantes", "ES", "Sr. D.", "Estimado Sr. Presidente:", "Atentamente"),
        ("Concejal de Cultura", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
        ("Alcalde pedáneo", "ES", "Sr. D.", "Estimado Sr. Rico:", "Atentamente"),
    ],
)
def test_every_rank_is_told_from_its_title_and_never_raised(title, country, line, salutation, closing):
    man = reader("official", title, MALE, country=country)
    assert SPANISH.envelope(man) == [f"{line} Luis Rico", title]
    assert SPANISH.salutation(man) == salutation
    assert closing in SPANISH.closing(man)


@pytest.mark.parametrize(
    ("rank", "title", "salutation"),
    [
        ("governor", "Presidenta", "Excma. Sra. Presidenta:"),
        ("county_head", "Presidenta", "Ilma. Sra. Presidenta:"),
        ("association_head", "Presidenta", "Estimada Sra. Presidenta:"),
        ("mayor", "Presidenta", "Estimada Sra. Presidenta:"),
        ("minister", "Secretaria de Salud", "Señora Secretaria:"),
        ("official", "Secretaria de Salud", "Estimada Sra. Rico:"),
        ("minister", "Consejera de Salud", "Señora Consejera:"),
    ],
)
def test_a_title_that_ranks_share_leaves_it_to_the_rank_on_record(rank, title, salutation):
    assert SPANISH.salutation(reader(rank, title)) == salutation


def test_an_association_is_presided_by_no_governor():
    head = reader("governor", "Presidenta de la Asociación Aragón-China")
    assert SPANISH.envelope(head)[0] == "Sra. D.ª Ana Rico"


@pytest.mark.parametrize(
    "title",
    [
        "Presidenta de la República",
        "Presidenta del Gobierno",
        "Presidenta del Parlamento",
        "Exalcaldesa",
        "Ex Alcaldesa",
        "Alcaldesa electa",
        "Rectora emérita",
        "Viceministra de Salud",
    ],
)
def test_whoever_is_out_of_office_or_above_a_citys_letters_is_asked_for(title):
    with pytest.raises(FormRequired):
        SPANISH.salutation(reader("mayor", title))


@pytest.mark.parametrize(
    ("country", "kind", "post"),
    [
        ("MX", "state", "Gobernadora de X"),
        ("AR", "province", "Gobernadora de X"),
        ("CO", "department", "Gobernadora de X"),
    ],
)
def test_governors_have_one_title_in_some_countries(country, kind, post):
    governor = reader("governor", city="X", place_kind=kind, country=country)
    assert (SPANISH.envelope(governor)[1], SPANISH.salutation(governor)) == (post, "Estimada Sra. Gobernadora:")


@pytest.mark.parametrize(
    ("country", "prefix", "line", "salutation"),
    [
        ("ES", "Dra.", "Sra. Dra. D.ª Ana Rico", "Estimada Dra. Rico:"),
        ("MX", "Lic.", "Lic. Ana Rico", "Estimada Lic. Rico:"),
        ("MX", "", "Sra. Ana Rico", "Estimada Sra. Rico:"),
        ("ES", "Sra.", "Sra. D.ª Ana Rico", "Estimada Sra. Rico:"),
        ("ES", "Doña", "Sra. D.ª Ana Rico", "Estimada Sra. Rico:"),
    ],
)
def test_a_degree_stands_where_the_country_puts_it(country, prefix, line, salutation):
    woman = reader("official", "Asesora", country=country, prefix=prefix)
    assert (SPANISH.envelope(woman)[0], SPANISH.salutation(woman)) == (line, salutation)


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("", "Alcaldesa en funciones de X"),
        ("Alcaldesa de Zaragoza", "Alcaldesa en funciones de Zaragoza"),
        ("Alcaldesa accidental", "Alcaldesa accidental"),
        ("Presidenta Municipal Interina", "Presidenta Municipal Interina"),
        ("Directora", "Directora en funciones"),
    ],
)
def test_whoever_acts_is_said_to_in_the_words_on_record(title, post):
    acting = reader(title=title, city="X", place_kind="city", acting=True)
    assert SPANISH.envelope(acting)[1] == post


@pytest.mark.parametrize(
    ("rank", "lost", "closing"),
    [
        ("mayor", True, "Reciba, junto con nuestro más sentido pésame, un respetuoso saludo,"),
        ("mayor", False, "Reciba, junto con nuestra solidaridad, un respetuoso saludo,"),
        ("ambassador", True, "Reciba, junto con nuestro más sentido pésame, un respetuoso saludo,"),
        ("person", True, "Reciba, junto con nuestro más sentido pésame, un respetuoso saludo,"),
        ("organization", True, "Reciban, junto con nuestro más sentido pésame, un respetuoso saludo,"),
    ],
)
def test_a_condolence_closes_with_what_it_mourns(rank, lost, closing):
    assert SPANISH.closing(reader(rank, place_kind="city", condolence=True, lives_lost=lost)) == closing


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("de el Gobierno", "del Gobierno"),
        ("a el hospital", "al hospital"),
        ("de El Ejido", "de El Ejido"),
        ("sobre el terremoto", "sobre el terremoto"),
        ("a El Ejido", "a El Ejido"),
        ("a el Gobierno y el pueblo de su país", "al Gobierno y al pueblo de su país"),
        ("de el Gobierno y el pueblo de su país", "del Gobierno y del pueblo de su país"),
        ("Zaragoza y Ili", "Zaragoza e Ili"),
        ("Zaragoza y Yibin", "Zaragoza y Yibin"),
    ],
)
def test_de_el_is_drawn_together_but_before_a_name(apart, together):
    assert SPANISH.smooth(apart) == together


@pytest.mark.parametrize(
    ("kind", "country", "yours", "people"),
    [
        ("city", "ES", "su ciudad", "los vecinos de su ciudad"),
        ("municipality", "ES", "su municipio", "los vecinos de su municipio"),
        ("town", "ES", "su villa", "los vecinos de su villa"),
        ("village", "ES", "su pueblo", "los vecinos de su pueblo"),
        ("province", "ES", "su provincia", "los habitantes de su provincia"),
        ("region", "ES", "su comunidad autónoma", "los habitantes de su comunidad autónoma"),
        ("city", "MX", "su ciudad", "los habitantes de su ciudad"),
        ("town", "AR", "su localidad", "los habitantes de su localidad"),
        ("state", "MX", "su estado", "los habitantes de su estado"),
        ("department", "CO", "su departamento", "los habitantes de su departamento"),
        ("region", "CL", "su región", "los habitantes de su región"),
        ("county", "US", "su condado", "los habitantes de su condado"),
        ("prefecture", "JP", "su prefectura", "los habitantes de su prefectura"),
        ("borough", "CO", "su distrito", "los habitantes de su distrito"),
        ("country", "ES", "su país", "el Gobierno y el pueblo de su país"),
        ("hospital", "ES", "su hospital", "todo el personal de su hospital"),
        ("company", "ES", "su empresa", "todo su equipo"),
        ("person", "", "usted", "todos los suyos"),
    ],
)
def test_a_place_is_called_by_its_kind_and_country(kind, country, yours, people):
    assert (SPANISH.your_place(kind, "X", country), SPANISH.your_people(kind, "X", country)) == (yours, people)


@pytest.mark.parametrize(
    ("kind", "_label"), [*PlaceKind.choices, *OrganizationKind.choices, ("body", ""), ("person", "")]
)
def test_every_kind_of_place_and_body_has_words(kind, _label):
    assert SPANISH.your_place(kind, "X", "ES").startswith(("su ", "usted"))
    assert SPANISH.your_people(kind, "X", "CL")


@pytest.mark.parametrize(
    ("kind", "name", "yours"),
    [
        ("school", "Universidad de Zaragoza", "su universidad"),
        ("school", "Colegio Público Goya", "su centro"),
        ("association", "Asociación Aragón-China", "su asociación"),
        ("association", "Fundación Goya", "su fundación"),
        ("association", "Cámara de Comercio de Zaragoza", "su cámara"),
        ("association", "Cruz Roja Española", "su institución"),
    ],
)
def test_a_bodys_name_tells_what_it_is(kind, name, yours):
    assert SPANISH.your_place(SPANISH.body_kind(kind, name)) == yours


def test_neighbours_are_those_of_a_spanish_municipality():
    assert SPANISH.people_of("city", "X", "ES") == "los vecinos de X"
    assert SPANISH.people_of("city", "X", "MX") == "los habitantes de X"
    assert SPANISH.people_of("province", "X", "ES") == "los habitantes de X"


@pytest.mark.parametrize(
    ("country", "quantity", "number"),
    [
        ("ES", "30000", "30.000"),
        ("AR", "30000", "30.000"),
        ("MX", "30000", "30,000"),
        ("PE", "30000", "30,000"),
        ("MX", "4000", "4000"),
        ("MX", "1.5", "1.5"),
        ("ES", "1.5", "1,5"),
    ],
)
def test_thirty_thousand_is_no_thirty_in_mexico(country, quantity, number):
    assert language_rules("es", country).number(Decimal(quantity)) == number


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        (["2020-02", "2020-03"], "en febrero y marzo de 2020"),
        (["2020-02-05", "2020-03-09"], "el 5 de febrero y el 9 de marzo de 2020"),
        (["2020-01", "2020-02-05", "2020"], "en enero y el 5 de febrero de 2020"),
        (["2019-12-30", "2020-01-02"], "el 30 de diciembre de 2019 y el 2 de enero de 2020"),
        (["2019", "2020-03"], "en 2019 y en marzo de 2020"),
    ],
)
def test_a_year_is_not_said_twice(written, phrase):
    assert plain(SPANISH.when_several([parse_partial_date(time) for time in written])) == phrase


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Ayuntamiento de Cieza", "el Ayuntamiento de Cieza"),
        ("Municipalidad de Valdivia", "la Municipalidad de Valdivia"),
        ("Cruz Roja Española", "la Cruz Roja Española"),
        ("Coros y Danzas de Murcia", "Coros y Danzas de Murcia"),
    ],
)
def test_a_body_takes_the_article_of_its_first_noun(name, named):
    assert SPANISH.named_body(name) == named


@pytest.mark.parametrize(
    ("signs", "closing"),
    [
        (True, "Le reitero el testimonio de mi más alta consideración."),
        (False, "Le reiteramos el testimonio de nuestra más alta consideración."),
    ],
)
def test_an_office_has_no_consideration_of_its_own_person(signs, closing):
    envoy = Addressee("ambassador", "Elena Ruiz", family="Ruiz", gender=FEMALE, country="ES", one_signs=signs)
    assert SPANISH.closing(envoy) == closing
