"""Filipino as a mayor's office would write it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, FormRequired, PlaceUnknown, Signatory, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind
from crm.place_kinds import PlaceKind

FIL = language_rules("fil")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {kind: Word(**forms) for kind, forms in tomllib.loads((FIXTURES / "item_words/fil.toml").read_text()).items()}


def count(kind, quantity, qualifier="exact", unit="piece"):
    return plain(FIL.count(WORDS[kind], None if quantity is None else Decimal(quantity), qualifier, unit))


def plain(text: str) -> str:
    """Text with ordinary spaces; which ones hold is a test of its own."""
    return text.replace("\u00a0", " ")


# Counting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "number"),
    [
        ("0", "0"),
        ("1", "isang"),
        ("2", "dalawang"),
        ("3", "tatlong"),
        ("4", "apat na"),
        ("5", "limang"),
        ("6", "anim na"),
        ("7", "pitong"),
        ("8", "walong"),
        ("9", "siyam na"),
        ("10", "sampung"),
        ("10.00", "sampung"),
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
def test_the_noun_is_the_same_after_every_number_and_small_ones_are_words(quantity, number):
    assert count("mask", quantity) == f"{number} piraso ng face mask"


@pytest.mark.parametrize(
    ("kind", "twenty", "large", "some", "bare", "one"),
    [
        ("mask", "20 piraso ng face mask", "maraming face mask", "ilang face mask", "mga face mask", "isang face mask"),
        (
            "protective_suit",
            "20 set ng kasuotang pamproteksiyon",
            "maraming kasuotang pamproteksiyon",
            "ilang kasuotang pamproteksiyon",
            "mga kasuotang pamproteksiyon",
            "isang set ng kasuotang pamproteksiyon",
        ),
        ("goggles", "20 piraso ng goggles", "maraming goggles", "ilang goggles", "mga goggles", "isang goggles"),
        ("gloves", "20 piraso ng guwantes", "maraming guwantes", "ilang guwantes", "mga guwantes", "isang guwantes"),
        (
            "thermometer",
            "20 piraso ng thermometer",
            "maraming thermometer",
            "ilang thermometer",
            "mga thermometer",
            "isang thermometer",
        ),
        (
            "ventilator",
            "20 yunit ng ventilator",
            "maraming ventilator",
            "ilang ventilator",
            "mga ventilator",
            "isang yunit ng ventilator",
        ),
        (
            "disinfectant",
            "20 bote ng disinfectant",
            "maraming disinfectant",
            "disinfectant",
            "disinfectant",
            "isang bote ng disinfectant",
        ),
        ("book", "20 aklat", "maraming aklat", "ilang aklat", "mga aklat", "isang aklat"),
        (
            "protective_supplies",
            "20 piraso ng kagamitang pamproteksiyon",
            "maraming kagamitang pamproteksiyon",
            "ilang kagamitang pamproteksiyon",
            "mga kagamitang pamproteksiyon",
            "isang kagamitang pamproteksiyon",
        ),
    ],
)
def test_shipped_words(kind, twenty, large, some, bare, one):
    untold = [count(kind, None, qualifier) for qualifier in ("large", "some", "exact")]
    assert [count(kind, "20"), *untold, plain(FIL.name_one(WORDS[kind]))] == [twenty, large, some, bare, one]


def test_a_word_without_a_measure_follows_the_number():
    assert plain(FIL.count(Word(bulk="goggles"), Decimal(20))) == "20 goggles"


@pytest.mark.parametrize(
    ("quantity", "qualifier", "unit", "phrase"),
    [
        ("1", "exact", "piece", "isang aklat"),
        ("4", "exact", "piece", "apat na aklat"),
        ("21", "about", "piece", "humigit-kumulang 21 aklat"),
        ("1500000", "over", "piece", "mahigit 1,500,000 aklat"),
        ("2", "exact", "carton", "dalawang karton ng aklat"),
    ],
)
def test_books_are_no_pieces(quantity, qualifier, unit, phrase):
    assert count("book", quantity, qualifier, unit) == phrase


def test_of_what_cannot_be_counted_some_is_no_ilan():
    assert [count("disinfectant", None, said) for said in ("some", "large")] == [
        "disinfectant",
        "maraming disinfectant",
    ]


@pytest.mark.parametrize(
    ("kind", "quantity", "unit", "qualifier", "phrase"),
    [
        ("disinfectant", "20", "piece", "about", "humigit-kumulang 20 bote ng disinfectant"),
        ("disinfectant", "20", "piece", "over", "mahigit 20 bote ng disinfectant"),
        ("gloves", "1", "pair", "exact", "isang pares ng guwantes"),
        ("gloves", "20", "pair", "over", "mahigit 20 pares ng guwantes"),
        ("goggles", "12", "pair", "exact", "12 pares ng goggles"),
        ("protective_supplies", "3", "set", "exact", "tatlong set ng kagamitang pamproteksiyon"),
        ("disinfectant", "12", "bottle", "exact", "12 bote ng disinfectant"),
        ("mask", "40", "pack", "about", "humigit-kumulang 40 pakete ng face mask"),
        ("protective_supplies", "2", "batch", "exact", "dalawang batch ng kagamitang pamproteksiyon"),
        ("disinfectant", "1", "carton", "exact", "isang karton ng disinfectant"),
        ("disinfectant", "5", "box", "about", "humigit-kumulang limang kahon ng disinfectant"),
        ("disinfectant", "500", "kilogram", "over", "mahigit 500 kilo ng disinfectant"),
        ("disinfectant", "1.5", "tonne", "exact", "1.5 tonelada ng disinfectant"),
        ("disinfectant", "100", "litre", "exact", "100 litro ng disinfectant"),
    ],
)
def test_qualifiers_containers_and_weights(kind, quantity, unit, qualifier, phrase):
    assert count(kind, quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("5000", "CNY", "exact", "5,000 yuan"),
        ("100000", "JPY", "exact", "100,000 yen"),
        ("1000.50", "EUR", "exact", "1,000.50 euro"),
        ("1", "USD", "exact", "1 dolyar ng Estados Unidos"),
        ("1000", "KRW", "exact", "1,000 won ng Timog Korea"),
        ("20", "GBP", "exact", "20 pound sterling"),
        ("20", "NOK", "exact", "20 krone ng Norway"),
        ("20", "RON", "exact", "20 leu ng Romania"),
        ("20", "UAH", "exact", "20 hryvnia ng Ukraine"),
        ("20", "CAD", "exact", "20 dolyar ng Canada"),
        ("5000", "PHP", "about", "humigit-kumulang 5,000 piso"),
        ("5", "XQX", "over", "mahigit 5 XQX"),
    ],
)
def test_money(value, currency, qualifier, phrase):
    assert plain(FIL.money(Decimal(value), currency, qualifier)) == phrase


def test_a_number_is_held_to_what_it_counts_and_a_day_to_its_month():
    assert FIL.count(WORDS["mask"], Decimal(20)) == "20\u00a0piraso ng face mask"
    assert FIL.count(WORDS["mask"], Decimal(4)) == "apat\u00a0na\u00a0piraso ng face mask"
    assert FIL.money(Decimal(20), "CNY") == "20\u00a0yuan"
    assert FIL.day(date(2020, 3, 5)) == "Marso\u00a05, 2020"


# Times, lists, places ---------------------------------------------------------------------------


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
    assert [plain(say(when)) for say in (FIL.when, FIL.when_expected, FIL.plain_date)] == [past, expected, noun]


def test_several_months_of_a_year_say_it_once():
    times = [parse_partial_date(text) for text in ("2020", "2020-03", "2020-02")]
    assert FIL.when_several(times) == "noong Pebrero at Marso 2020"


def test_place_and_date():
    assert plain(FIL.place_and_date("Hengyang", date(2020, 3, 5))) == "Hengyang, Marso 5, 2020"


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["A"], "A"),
        (["A", "B"], "A at B"),
        (["A", "B", "C"], "A, B, at C"),
        (["mga face mask", "mga goggles"], "mga face mask at goggles"),
        (["mga face mask", "tulong pinansiyal", "mga aklat"], "tulong pinansiyal, mga face mask, at aklat"),
        (["20 piraso ng face mask", "mga aklat"], "20 piraso ng face mask at mga aklat"),
        (["aming mga ospital", "aming mga paaralan"], "aming mga ospital at paaralan"),
        (["Samahan ng mga Guro", "Naga"], "Samahan ng mga Guro at Naga"),
        (["Iriga", "si Juan Cruz"], "Iriga at si Juan Cruz"),
        (["si Juan Cruz", "Iriga", "Kompanyang Mayon"], "si Juan Cruz, ang Iriga, at ang Kompanyang Mayon"),
        (["si Juan Cruz", "si Ana Reyes", "si Jose Rizal"], "sina Juan Cruz, Ana Reyes, at Jose Rizal"),
    ],
)
def test_a_list_has_one_mga(phrases, joined):
    assert FIL.join(phrases) == joined


def test_where():
    assert [FIL.where("Legazpi"), FIL.where("")] == ["sa Legazpi", "sa inyong lugar"]


@pytest.mark.parametrize(
    ("kind", "name", "country", "your", "named"),
    [
        ("city", "Legazpi", "PH", "inyong lungsod", "Lungsod ng Legazpi"),
        ("city", "Lungsod Quezon", "PH", "inyong lungsod", "Lungsod Quezon"),
        ("municipality", "Daraga", "PH", "inyong bayan", "Bayan ng Daraga"),
        ("province", "Albay", "PH", "inyong lalawigan", "Lalawigan ng Albay"),
        ("village", "San Roque", "PH", "inyong barangay", "Barangay San Roque"),
        ("village", "Yase", "JP", "inyong nayon", "Yase"),
        ("state", "Ohio", "US", "inyong estado", "Ohio"),
        ("prefecture", "Shiga", "JP", "inyong prepektura", "Shiga"),
    ],
)
def test_what_a_place_is_called(kind, name, country, your, named):
    said = [FIL.your_place(kind, name, country), FIL.named_place(kind, name, country)]
    assert said == [your, named]
    assert FIL.your_people(kind, name, country) == f"mga mamamayan ng {your}"
    assert FIL.people_of(kind, name, country) == f"mga mamamayan ng {name}"


@pytest.mark.parametrize(
    ("kind", "name", "your", "people"),
    [
        ("hospital", "Bicol Medical Center", "inyong ospital", "lahat ng inyong kawani"),
        ("school", "Mataas na Paaralan ng Naga", "inyong paaralan", "lahat ng inyong kawani"),
        ("department", "", "inyong tanggapan", "lahat ng inyong kawani"),
        ("company", "Mayon", "inyong kompanya", "lahat ng inyong kawani"),
        ("association", "Samahan", "inyong samahan", "lahat ng inyong kawani"),
        ("country", "", "inyong bansa", "pamahalaan at mga mamamayan ng inyong bansa"),
        ("person", "", "inyong lugar", "inyong mga mahal sa buhay"),
    ],
)
def test_what_a_body_is_called(kind, name, your, people):
    assert [FIL.your_place(kind, name), FIL.your_people(kind, name)] == [your, people]


def test_every_kind_of_place_and_body_has_words_and_no_other():
    kinds = {*PlaceKind.values, *OrganizationKind.values, "country", "person", "body"}
    assert all(FIL.your_place(kind).startswith("inyong ") and FIL.your_people(kind) for kind in kinds)
    with pytest.raises(PlaceUnknown):
        FIL.your_place("planet")


# Forms of address -------------------------------------------------------------------------------

NAME = "Maria Clara de los Santos"


def addressee(role, gender="", title="", **said):
    name = {"name": NAME, "family": "de los Santos", "given": "Maria Clara"}
    return Addressee(role, gender=gender, title=title, **{**name, **said})


TITLES = [
    ("Punong Lungsod ng Legazpi", "mayor", "Kagalang-galang na Punong Lungsod"),
    ("Alkalde", "mayor", "Kagalang-galang na Alkalde"),
    ("Alkaldesa ng Naga", "mayor", "Kagalang-galang na Alkaldesa"),
    ("City Mayor", "mayor", "Kagalang-galang na Mayor"),
    ("Punong Bayan ng Daraga", "town_head", "Kagalang-galang na Punong Bayan"),
    ("Pangalawang Punong Lungsod", "deputy_mayor", "Kagalang-galang na Pangalawang Punong Lungsod"),
    ("Pangalawang Punong Bayan", "deputy_mayor", "Kagalang-galang na Pangalawang Punong Bayan"),
    ("Bise Alkalde", "deputy_mayor", "Kagalang-galang na Bise Alkalde"),
    ("City Vice Mayor", "deputy_mayor", "Kagalang-galang na Vice Mayor"),
    ("Gobernador ng Albay", "governor", "Kagalang-galang na Gobernador"),
    ("gobernadora", "governor", "Kagalang-galang na Gobernadora"),
    ("Punong Lalawigan ng Albay", "governor", "Kagalang-galang na Punong Lalawigan"),
    ("Bise Gobernador ng Albay", "deputy_governor", "Kagalang-galang na Bise Gobernador"),
    ("Pangalawang Gobernador", "deputy_governor", "Kagalang-galang na Pangalawang Gobernador"),
    ("Punong Barangay", "village_head", "Kagalang-galang na Punong Barangay"),
    ("Kapitan ng Barangay San Roque", "village_head", "Kagalang-galang na Kapitan"),
    ("Konsehal", "council_president", "Kagalang-galang na Konsehal"),
    ("Kagawad ng Sangguniang Panlungsod", "council_president", "Kagalang-galang na Kagawad"),
    ("Bokal", "council_president", "Kagalang-galang na Bokal"),
    ("Tagapangulo ng Sangguniang Panlungsod", "council_president", "Kagalang-galang na Tagapangulong"),
    ("Kalihim ng Kagawaran ng Ugnayang Panlabas", "minister", "Kagalang-galang na Kalihim"),
    ("Embahador ng Pilipinas sa Tsina", "ambassador", "Kagalang-galang na Embahador"),
    ("Konsul Heneral", "consul_general", "Mahal na Konsul Heneral"),
    ("Pangalawang Konsul", "consul", "Mahal na Pangalawang Konsul"),
    ("Konsul", "consul", "Mahal na Konsul"),
    ("Chargé d'Affaires", "charge_d_affaires", "Mahal na Chargé d'Affaires"),
    ("Pangulo ng Pamantasang Bicol", "rector", "Mahal na Pangulong"),
    ("Arsobispo ng Caceres", "bishop", "Mahal na Arsobispo"),
    ("Hukom", "judge", "Kagalang-galang na Hukom"),
    ("Panlungsod na Tagausig", "prosecutor", "Mahal na Tagausig"),
    ("Tagapangulo ng Komite ng Mamamayan", "committee_chair", "Mahal na Tagapangulong"),
    ("Direktor ng Ugnayang Panlabas", "director", "Mahal na Direktor"),
    ("Pangulo, Samahan ng Pakikipagkaibigan", "association_head", "Mahal na Pangulong"),
    ("County Executive", "county_head", "Kagalang-galang na County Executive"),
    ("Prefect of Réunion", "prefect", "Kagalang-galang na Prefect"),
]


@pytest.mark.parametrize(("title", "rank", "called"), TITLES)
@pytest.mark.parametrize("role", ["mayor", "official"])
def test_the_title_on_record_decides_whatever_the_posts_rank(role, title, rank, called):
    to = addressee(role, title=title)
    assert FIL.rank_of(to) == rank
    assert FIL.salutation(to) == f"{called} de los Santos:"
    assert FIL.envelope(to)[1] == title


@pytest.mark.parametrize(
    "title",
    [
        "Kalihim ng Punong Lungsod",
        "Tagapagsalita ng Gobernador",
        "Dating Punong Lungsod",
        "Pangalawang Kalihim, Kagawaran ng Ugnayang Panlabas",
        "Pangalawang Pangulo ng Pamantasang Bicol",
        "Embahador ng Turismo",
        "Ministro ng Iglesia",
        "Pangulo ng Republika",
        "Datu",
    ],
)
def test_a_title_that_is_nobodys_rank_is_asked_for(title):
    with pytest.raises(FormRequired, match=title):
        FIL.salutation(addressee("official", title=title))


@pytest.mark.parametrize(
    ("role", "title", "salutation"),
    [
        ("association_head", "Pangulo at CEO", "Mahal na Pangulong de los Santos:"),
        ("minister", "Kalihim ng Ugnayang Panlabas", "Kagalang-galang na Kalihim de los Santos:"),
    ],
)
def test_a_title_that_many_ranks_have_is_of_the_posts_rank(role, title, salutation):
    assert FIL.salutation(addressee(role, title=title)) == salutation
    with pytest.raises(FormRequired):
        FIL.salutation(addressee("official", title=title))


@pytest.mark.parametrize(
    ("role", "kind", "country", "post"),
    [
        ("mayor", "city", "PH", "Punong Lungsod"),
        ("mayor", "municipality", "PH", "Punong Bayan"),
        ("deputy_mayor", "city", "PH", "Pangalawang Punong Lungsod"),
        ("deputy_mayor", "municipality", "PH", "Pangalawang Punong Bayan"),
        ("governor", "province", "PH", "Gobernador"),
        ("deputy_governor", "province", "PH", "Bise Gobernador"),
        ("town_head", "municipality", "PH", "Punong Bayan"),
        ("village_head", "village", "PH", "Punong Barangay"),
        ("ambassador", "", "CN", "Embahador"),
        ("judge", "city", "PH", "Hukom"),
    ],
)
def test_the_usual_title_where_none_is_on_record(role, kind, country, post):
    to = addressee(role, place_kind=kind, country=country)
    assert FIL.envelope(to) == [f"Kgg. {NAME}", post]
    assert FIL.salutation(to) == f"Kagalang-galang na {post} de los Santos:"


@pytest.mark.parametrize(
    ("role", "kind", "country"),
    [
        ("mayor", "province", "PH"),
        ("mayor", "city", "US"),
        ("governor", "state", "US"),
        ("council_president", "city", "PH"),
        ("county_head", "county", "US"),
        ("royal", "", ""),
        ("party_secretary", "city", "VN"),
        ("official", "city", "PH"),
    ],
)
def test_no_title_is_made_up(role, kind, country):
    with pytest.raises(FormRequired):
        FIL.envelope(addressee(role, place_kind=kind, country=country))


@pytest.mark.parametrize(
    ("role", "title", "post", "salutation"),
    [
        ("mayor", "", "Gumaganap na Punong Lungsod", "Punong Lungsod"),
        ("mayor", "Alkalde", "Gumaganap na Alkalde", "Alkalde"),
        ("mayor", "Gumaganap na Punong Lungsod", "Gumaganap na Punong Lungsod", "Punong Lungsod"),
        ("mayor", "OIC-Alkalde", "OIC-Alkalde", "Alkalde"),
        (
            "mayor",
            "Pinunong Tagapangasiwa (OIC), Tanggapan ng Punong Lungsod",
            "Pinunong Tagapangasiwa (OIC), Tanggapan ng Punong Lungsod",
            "Punong Lungsod",
        ),
        ("governor", "Gobernador ng Albay", "Gumaganap na Gobernador ng Albay", "Gobernador"),
    ],
)
def test_acting_is_said_in_the_block_and_not_in_the_salutation(role, title, post, salutation):
    to = addressee(role, title=title, acting=True)
    assert FIL.envelope(to) == [f"Kgg. {NAME}", post]
    assert FIL.salutation(to) == f"Kagalang-galang na {salutation} de los Santos:"


@pytest.mark.parametrize(
    ("role", "prefix", "name", "salutation"),
    [
        ("mayor", "Atty.", f"Kgg. Atty. {NAME}", "Kagalang-galang na Punong Lungsod de los Santos:"),
        ("person", "Engr.", f"Engr. {NAME}", "Mahal na Engr. de los Santos:"),
        ("person", "Dr.", f"Dr. {NAME}", "Mahal na Dr. de los Santos:"),
        ("director", "Atty.", f"Atty. {NAME}", "Mahal na Direktor de los Santos:"),
        ("rector", "", f"Dr. {NAME}", "Mahal na Pangulong de los Santos:"),
        ("bishop", "", f"Lubhang Kagalang-galang {NAME}, D.D.", "Mahal na Obispo de los Santos:"),
    ],
)
def test_prefixes(role, prefix, name, salutation):
    for gender in ("m", "f"):
        to = addressee(role, gender, prefix=prefix)
        assert [FIL.envelope(to)[0], FIL.salutation(to)] == [name, salutation]


@pytest.mark.parametrize(
    ("role", "title"), [("person", ""), ("director", "Puno, Tanggapan ng Ugnayang Panlabas"), ("consul", "")]
)
def test_a_man_is_g_and_a_woman_has_her_full_name(role, title):
    names = [FIL.envelope(addressee(role, gender, title))[0] for gender in ("m", "f", "")]
    assert names == [f"G. {NAME}", NAME, NAME]
    if role != "consul":
        greeted = [FIL.salutation(addressee(role, gender, title)) for gender in ("m", "f", "")]
        assert greeted == ["Mahal na G. de los Santos:", f"Mahal na {NAME}:", f"Mahal na {NAME}:"]


def test_an_organization_is_named_and_greeted_as_a_body():
    office = "Tanggapan ng Ugnayang Panlabas"
    assert FIL.envelope(addressee("organization", organization=office)) == [office]
    assert FIL.salutation(addressee("organization", organization=office)) == "Mga Ginang at Ginoo:"
    assert FIL.envelope(addressee("director", organization=office)) == [NAME, "Direktor", office]


@pytest.mark.parametrize(
    ("role", "title", "closing"),
    [
        ("mayor", "", "Lubos na gumagalang,"),
        ("deputy_mayor", "", "Lubos na gumagalang,"),
        ("governor", "Gobernador", "Lubos na gumagalang,"),
        ("deputy_governor", "Bise Gobernador", "Lubos na gumagalang,"),
        ("village_head", "", "Lubos na gumagalang,"),
        ("ambassador", "", "Lubos na gumagalang,"),
        ("bishop", "", "Lubos na gumagalang,"),
        ("committee_chair", "", "Lubos na gumagalang,"),
        ("council_president", "Konsehal", "Matapat na sumasainyo,"),
        ("consul_general", "", "Matapat na sumasainyo,"),
        ("judge", "", "Matapat na sumasainyo,"),
        ("director", "", "Matapat na sumasainyo,"),
        ("association_head", "", "Matapat na sumasainyo,"),
        ("organization", "", "Matapat na sumasainyo,"),
        ("person", "", "Gumagalang,"),
    ],
)
@pytest.mark.parametrize("gender", ["m", ""])
def test_closing(role, title, closing, gender):
    to = addressee(role, gender, title)
    assert FIL.closing(to) == closing
    assert FIL.closing(to.of_record(condolence=True)) == "Nakikiramay,"
    assert FIL.closing(to.of_record(condolence=True, lives_lost=False)) == "Taos-pusong nakikiisa,"
    assert FIL.requires_gender(to) is False


def test_signature():
    government = "Pamahalaang Lungsod ng Hengyang"
    signed = FIL.signature(Signatory(government, "Wang Heng", title="Punong Lungsod"))
    assert signed == ["Wang Heng", "Punong Lungsod", government]
    assert FIL.signature(Signatory(government)) == [government]


@pytest.mark.parametrize(
    ("region", "line"),
    [("Hunan", "Hengyang, Hunan, Republikang Bayan ng Tsina"), ("", "Hengyang, Republikang Bayan ng Tsina")],
)
def test_our_place_on_the_letterhead(region, line):
    assert FIL.full_place("Hengyang", region) == line
