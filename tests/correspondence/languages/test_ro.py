"""Romanian letters: "de" after numbers, masculine functions, ranks of places (docs/domain.md §2, §2.1, §4.2, §13.8)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import (
    FEMALE,
    MALE,
    UNKNOWN,
    Addressee,
    CaseUnknown,
    FormRequired,
    GenderRequired,
    Word,
)
from crm.dates import parse_partial_date
from crm.models import OrganizationKind, Rank
from crm.place_kinds import PlaceKind

ROMANIAN = language_rules("ro")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/ro.toml").read_text("utf-8")).items()
}
CEDILLAS = set("\u015e\u015f\u0162\u0163")
SPECIAL = "Cu deosebită considerație,"


def reader(role: str, title: str = "", gender: str = FEMALE, **said) -> Addressee:
    said = {"city": "Călărași", "place_kind": "municipality", "country": "RO", **said}
    return Addressee(role, "Ana Popa", family="Popa", given="Ana", gender=gender, title=title, **said)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# Counting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 măști"),
        ("1", "o mască"),
        ("1.000", "o mască"),
        ("2", "două măști"),
        ("5", "cinci măști"),
        ("10", "zece măști"),
        ("11", "11 măști"),
        ("19", "19 măști"),
        ("20", "20 de măști"),
        ("20.000", "20 de măști"),
        ("21", "21 de măști"),
        ("100", "100 de măști"),
        ("101", "101 măști"),
        ("119", "119 măști"),
        ("1000", "1.000 de măști"),
        ("4001", "4.001 măști"),
        ("260000", "260.000 de măști"),
        ("1000000", "1.000.000 de măști"),
    ],
)
def test_de_stands_between_numbers_from_20_on_and_their_noun(quantity, phrase):
    counted = ROMANIAN.count(WORDS["mask"], Decimal(quantity))
    assert plain(counted) == phrase
    assert " " not in counted


@pytest.mark.parametrize(
    ("item", "one", "two"),
    [
        ("book", "o carte", "două cărți"),
        ("ventilator", "un ventilator mecanic", "două ventilatoare mecanice"),
        ("gloves", "o mănușă", "două mănuși"),
        ("protective_supplies", "un articol de protecție", "două articole de protecție"),
    ],
)
def test_small_numbers_agree_in_gender(item, one, two):
    assert [plain(ROMANIAN.count(WORDS[item], Decimal(number))) for number in (1, 2)] == [one, two]
    assert plain(ROMANIAN.name_one(WORDS[item])) == one


def test_a_masculine_noun_has_its_own_two():
    bed = Word(bulk="saci", one="sac", other="saci", gender="m")
    assert [plain(ROMANIAN.count(bed, Decimal(number))) for number in (1, 2)] == ["un sac", "doi saci"]
    assert ROMANIAN.count(bed, None, "some") == "un lot de saci"


def test_a_word_without_a_gender_is_counted_in_figures():
    tent = Word(bulk="corturi", one="cort", other="corturi")
    assert plain(ROMANIAN.count(tent, Decimal(2))) == "2 corturi"
    assert ROMANIAN.count(tent, None, "some") == "un lot de corturi"


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "măști"),
        ("mask", None, "large", "piece", "o cantitate mare de măști"),
        ("book", None, "some", "piece", "un lot de cărți"),
        ("mask", "20", "about", "piece", "aproximativ 20 de măști"),
        ("mask", "19", "over", "piece", "peste 19 măști"),
        ("gloves", "1", "exact", "pair", "o pereche de mănuși"),
        ("gloves", "50", "exact", "pair", "50 de perechi de mănuși"),
        ("goggles", "2", "exact", "piece", "două perechi de ochelari de protecție"),
        ("protective_suit", "2", "exact", "set", "două seturi de combinezoane de protecție"),
        ("disinfectant", "1", "exact", "bottle", "un flacon de dezinfectant"),
        ("mask", "3", "exact", "pack", "trei pachete cu măști"),
        ("mask", "2", "exact", "batch", "două loturi de măști"),
        ("mask", "1", "exact", "box", "o cutie cu măști"),
        ("mask", "30", "over", "carton", "peste 30 de cutii cu măști"),
        ("disinfectant", "1", "exact", "kilogram", "1 kilogram de dezinfectant"),
        ("disinfectant", "1.5", "about", "tonne", "aproximativ 1,5 tone de dezinfectant"),
        ("disinfectant", "200.00", "exact", "litre", "200 de litri de dezinfectant"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert plain(ROMANIAN.count(WORDS[item], amount, qualifier, unit)) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000.00", "CNY", "exact", "30.000 de yuani chinezești"),
        ("1", "RON", "exact", "1 leu"),
        ("101", "RON", "exact", "101 lei"),
        ("20", "RON", "over", "peste 20 de lei"),
        ("12500.50", "RON", "exact", "12.500,50 lei"),
        ("20", "MDL", "exact", "20 de lei moldovenești"),
        ("4000.50", "EUR", "exact", "4.000,50 euro"),
        ("20", "USD", "over", "peste 20 de dolari americani"),
    ],
)
def test_money_names_its_currency_and_lei_alone_are_romania_s(value, currency, qualifier, phrase):
    assert plain(ROMANIAN.money(Decimal(value), currency, qualifier)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "la 5\u00a0martie 2020"), ("2020-03", "în martie 2020"), ("2020", "în 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert ROMANIAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A și B"), (["A", "B", "C"], "A, B și C")])
def test_a_list_is_joined_with_the_comma_below_letter(phrases, joined):
    assert ROMANIAN.join(phrases) == joined


def test_place_and_date_stand_on_one_line():
    assert ROMANIAN.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5\u00a0martie 2020"
    assert ROMANIAN.full_place("Hengyang", "Hunan") == "Hengyang, Hunan, Republica Populară Chineză"


# Places -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "people"),
    [
        ("municipality", "Călărași", "locuitorilor municipiului Călărași"),
        ("city", "București", "locuitorilor municipiului București"),
        ("city", "Cluj-Napoca", "locuitorilor municipiului Cluj-Napoca"),
        ("city", "Sinaia", "locuitorilor orașului Sinaia"),
        ("town", "Sinaia", "locuitorilor orașului Sinaia"),
        ("village", "Snagov", "locuitorilor comunei Snagov"),
        ("municipality", "Comuna Snagov", "locuitorilor comunei Snagov"),
        ("district", "Sectorul 1", "locuitorilor sectorului 1"),
        ("county", "Județul Călărași", "locuitorilor județului Călărași"),
        ("county", "Călărași", "locuitorilor județului Călărași"),
    ],
)
def test_a_place_has_its_rank_in_law(kind, name, people):
    assert ROMANIAN.people_of(kind, name, "RO", "dative") == people
    assert ROMANIAN.people_of(kind, name, "RO", "genitive") == people
    assert ROMANIAN.named_place(kind, name, "RO", "genitive") == people.removeprefix("locuitorilor ")


def test_a_chinese_city_is_a_municipality_as_its_mayor_s_title_says_and_others_abroad_are_none():
    assert ROMANIAN.named_place("city", "Hengyang", "CN") == "municipiul Hengyang"
    assert ROMANIAN.people_of("city", "Roman", "MD") == "locuitorii orașului Roman"


def test_the_municipalities_of_moldova_are_its_own():
    assert ROMANIAN.named_place("city", "Chișinău", "MD", "genitive") == "municipiului Chișinău"
    assert ROMANIAN.named_place("city", "Chișinău", "RO", "genitive") == "orașului Chișinău"


@pytest.mark.parametrize(
    ("kind", "your", "people"),
    [
        ("municipality", "municipiului dumneavoastră", "locuitorilor municipiului dumneavoastră"),
        ("village", "comunei dumneavoastră", "locuitorilor comunei dumneavoastră"),
        ("county", "județului dumneavoastră", "locuitorilor județului dumneavoastră"),
        ("country", "țării dumneavoastră", "autorităților și poporului țării dumneavoastră"),
        ("hospital", "spitalului dumneavoastră", "întregului colectiv al spitalului dumneavoastră"),
        ("person", "dumneavoastră", "tuturor celor dragi dumneavoastră"),
    ],
)
def test_the_readers_place_and_people_are_declined(kind, your, people):
    assert (ROMANIAN.your_place(kind, case="genitive"), ROMANIAN.your_people(kind, case="dative")) == (your, people)


def test_every_kind_of_place_and_body_has_words():
    kinds = (*PlaceKind.values, *OrganizationKind.values, "country", "person", "body")
    assert [kind for kind in kinds if not all(ROMANIAN.your_people(kind, case=case) for case in ROMANIAN.cases)] == []


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Guvernul Popular Municipal Hengyang", "Guvernului Popular Municipal Hengyang"),
        ("Biroul de Afaceri Externe", "Biroului de Afaceri Externe"),
        ("Asociația de Prietenie", "Asociației de Prietenie"),
        ("Primăria Municipiului Iași", "Primăriei Municipiului Iași"),
        ("Universitatea din Iași", "Universității din Iași"),
    ],
)
def test_an_organization_is_declined_by_its_first_word(name, genitive):
    assert ROMANIAN.decline(name, "genitive", what="organization") == genitive


@pytest.mark.parametrize("name", ["Crucea Roșie", "Asociația Culturală Bega", "Universitatea Tehnică din Cluj"])
def test_what_is_not_regular_is_asked_for(name):
    with pytest.raises(CaseUnknown):
        ROMANIAN.decline(name, "genitive", what="organization")


def test_a_city_s_name_stays_as_it_is():
    assert ROMANIAN.decline("Călărași", "genitive", what="city") == "Călărași"


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("vestea despre cutremurul.", "vestea despre cutremur."),
        ("despre cutremurul din municipiul", "despre cutremurul din municipiul"),
        ("creată de inundațiile în orașul", "creată de inundații în orașul"),
        ("creată de epidemia de gripă", "creată de epidemia de gripă"),
        ("de furtuna Boris", "de furtuna Boris"),
        ("despre accidentul feroviar.", "despre accidentul feroviar."),
        ("de inundațiile grave din iulie", "de inundațiile grave din iulie"),
        ("vestea despre accidentul", "vestea despre accident"),
        ("cu epidemia.", "cu epidemia."),
    ],
)
def test_a_noun_alone_has_no_article_after_most_prepositions(apart, together):
    assert ROMANIAN.smooth(apart) == together


def test_a_preposition_and_an_article_are_joined():
    assert ROMANIAN.smooth("constând în o mască și în un ventilator") == "constând într-o mască și într-un ventilator"
    assert ROMANIAN.smooth("În un lot din o mie în unele") == "Într-un lot dintr-o mie în unele"


@pytest.mark.parametrize(
    ("kind", "name", "people"),
    [
        ("school", "Universitatea din Iași", "întregii comunități academice a universității dumneavoastră"),
        ("school", "Colegiul Național Iași", "întregului colectiv al colegiului dumneavoastră"),
        ("school", "Școala Nr. 5", "întregului colectiv al școlii dumneavoastră"),
        ("school", "Waldorf", "întregului colectiv al instituției dumneavoastră"),
        ("hospital", "Institutul Clinic Fundeni", "întregului colectiv al institutului dumneavoastră"),
        ("other", "Ministerul Sănătății", "întregului colectiv al ministerului dumneavoastră"),
        ("other", "Episcopia Hușilor", "întregii comunități a eparhiei dumneavoastră"),
        ("other", "Arhiepiscopia Iașilor", "întregii comunități a eparhiei dumneavoastră"),
        ("association", "Asociația Româno-Chineză", "întregului colectiv al asociației dumneavoastră"),
        ("association", "Crucea Roșie Română", "întregului colectiv al organizației dumneavoastră"),
        ("country", "Ambasada României", "autorităților și poporului țării dumneavoastră"),
    ],
)
def test_a_body_is_called_what_its_name_says(kind, name, people):
    assert ROMANIAN.your_people(ROMANIAN.body_kind(kind, name), case="dative") == people


# Politeness ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "title", "called", "post", "closing"),
    [
        ("mayor", "", "primar", "Primar al Municipiului Călărași", SPECIAL),
        ("mayor", "Primarul Municipiului Iași", "primar", "Primarul Municipiului Iași", SPECIAL),
        ("deputy_mayor", "", "viceprimar", "Viceprimar al Municipiului Călărași", "Cu stimă,"),
        ("mayor", "Viceprimar", "viceprimar", "Viceprimar", "Cu stimă,"),
        ("prefect", "Prefect al Județului Călărași", "prefect", "Prefect al Județului Călărași", SPECIAL),
        ("official", "Prefect", "prefect", "Prefect", SPECIAL),
        ("official", "Subprefect", "subprefect", "Subprefect", "Cu stimă,"),
        ("county_head", "Președinte al Consiliului Județean Cluj", "președinte", None, SPECIAL),
        ("council_president", "Președinte", "președinte", "Președinte", "Cu stimă,"),
        ("council_president", "", "președinte", "Președinte", SPECIAL),
        ("governor", "Guvernator al Statului Ohio", "guvernator", "Guvernator al Statului Ohio", SPECIAL),
        ("consul_general", "", "consul general", "Consul general", "Cu stimă,"),
        ("charge_d_affaires", "", "însărcinat cu afaceri", "Însărcinat cu afaceri a.i.", "Cu stimă,"),
        ("rector", "Rector al Universității din Iași", "rector", "Rector al Universității din Iași", "Cu stimă,"),
        ("judge", "Președinte al Tribunalului Iași", "președinte", "Președinte al Tribunalului Iași", "Cu stimă,"),
        ("prosecutor", "Prim-procuror", "prim-procuror", "Prim-procuror", "Cu stimă,"),
        ("committee_chair", "Președinte al Comitetului Popular", "președinte", None, SPECIAL),
        ("party_secretary", "Secretar al Comitetului de Partid", "secretar", None, SPECIAL),
        ("director", "Directoare executivă", "director", "Directoare executivă", "Cu stimă,"),
        ("director", "", "director", "Director", "Cu stimă,"),
        ("association_head", "Președintă", "președinte", "Președintă", "Cu stimă,"),
        ("official", "Consilier principal", "Popa", "Consilier principal", "Cu stimă,"),
        ("person", "", "Popa", "", "Cu stimă,"),
    ],
)
def test_the_function_stays_masculine(role, title, called, post, closing):
    for gender, dear, honorific in ((MALE, "Stimate domnule", "Domnului"), (FEMALE, "Stimată doamnă", "Doamnei")):
        to = reader(role, title, gender)
        assert ROMANIAN.salutation(to) == f"{dear} {called},"
        assert ROMANIAN.envelope(to) == [f"{honorific} Ana Popa", *filter(None, [title if post is None else post])]
        assert ROMANIAN.closing(to) == closing


@pytest.mark.parametrize(
    ("role", "kind", "city", "post"),
    [
        ("mayor", "municipality", "București", "Primar General al Municipiului București"),
        ("mayor", "town", "Sinaia", "Primar al Orașului Sinaia"),
        ("mayor", "village", "Snagov", "Primar al Comunei Snagov"),
        ("district_head", "district", "Sectorul 1", "Primar al Sectorului 1"),
        ("county_head", "county", "Călărași", "Președinte al Consiliului Județean Călărași"),
        ("prefect", "county", "Județul Călărași", "Prefect al Județului Călărași"),
    ],
)
def test_the_usual_head_of_a_place_is_named_with_it(role, kind, city, post):
    assert ROMANIAN.envelope(reader(role, place_kind=kind, city=city))[1] == post


@pytest.mark.parametrize(
    ("role", "title", "gender", "first", "salutation", "appeal"),
    [
        ("ambassador", "", FEMALE, "Excelenței Sale Doamnei Ana Popa", "Excelență,", "Excelență"),
        ("ambassador", "", MALE, "Excelenței Sale Domnului Ana Popa", "Excelență,", "Excelență"),
        ("minister", "Ministrul Sănătății", FEMALE, "Doamnei Ana Popa", "Stimată doamnă ministru,", "doamnă ministru"),
        (
            "bishop",
            "Episcopul Hușilor",
            MALE,
            "Preasfințitului Părinte Ana",
            "Preasfinția Voastră,",
            "Preasfinția Voastră",
        ),
        (
            "bishop",
            "Arhiepiscop",
            MALE,
            "Înaltpreasfințitului Părinte Ana",
            "Înaltpreasfinția Voastră,",
            "Înaltpreasfinția Voastră",
        ),
        ("royal", "Principesă", FEMALE, "Alteței Sale Regale Ana Popa", "Alteță Regală,", "Alteță Regală"),
    ],
)
def test_the_highest_have_their_style_and_closing(role, title, gender, first, salutation, appeal):
    to = reader(role, title, gender)
    assert (ROMANIAN.envelope(to)[0], ROMANIAN.salutation(to)) == (first, salutation)
    assert ROMANIAN.closing(to) == f"Vă rog să primiți, {appeal}, asigurarea înaltei mele considerații."
    signed_by_an_office = reader(role, title, gender, one_signs=False)
    assert ROMANIAN.closing(signed_by_an_office) == (
        f"Vă rugăm să primiți, {appeal}, asigurarea înaltei noastre considerații."
    )


@pytest.mark.parametrize("role", ["mayor", "ambassador", "person"])
@pytest.mark.parametrize("lives_lost", [True, False])
def test_a_condolence_closes_with_sympathy_whether_or_not_there_are_dead(role, lives_lost):
    assert ROMANIAN.closing(reader(role, condolence=True, lives_lost=lives_lost)) == "Cu profundă compasiune,"


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("", "Primar interimar al Municipiului Călărași"),
        ("Primar", "Primar interimar"),
        ("Primar interimar", "Primar interimar"),
        ("Viceprimar cu atribuții de primar", "Viceprimar cu atribuții de primar"),
    ],
)
def test_an_acting_mayor_is_called_so_above_and_mayor_below(title, post):
    to = reader("mayor", title, acting=True)
    assert (ROMANIAN.envelope(to)[1], ROMANIAN.salutation(to)) == (post, "Stimată doamnă primar,")


@pytest.mark.parametrize(
    ("role", "title", "post"),
    [
        ("director", "Director executiv", "Director executiv interimar"),
        ("director", "Directorul general al Teatrului", "Directorul general interimar al Teatrului"),
        ("director", "Directorul Direcției", "Directorul interimar al Direcției"),
        ("mayor", "Primarul", "Primarul interimar"),
        ("mayor", "Primarul Municipiului Iași", "Primarul interimar al Municipiului Iași"),
        ("minister", "Ministrul Sănătății", "Ministrul interimar al Sănătății"),
        ("prefect", "Prefectă a Județului Iași", "Prefectă interimară a Județului Iași"),
        ("association_head", "Președintele Asociației", "Președintele interimar al Asociației"),
        ("director", "Directoare", "Directoare"),
    ],
)
def test_interimar_stands_after_the_whole_function(role, title, post):
    assert ROMANIAN.envelope(reader(role, title, acting=True))[1] == post


def test_a_prefix_stands_before_the_name():
    to = reader("rector", prefix="Prof. univ. dr.", gender=MALE)
    assert ROMANIAN.envelope(to)[0] == "Domnului Prof. univ. dr. Ana Popa"


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Ministru consilier", "official"),
        ("Prim-ministru", "minister"),
        ("Vicepreședinte al Consiliului Județean Cluj", "deputy_governor"),
        ("Președinte al Consiliului de Administrație", "association_head"),
        ("Director general", "director"),
        ("Consul onorific", "consul"),
        ("Însărcinată cu afaceri", "charge_d_affaires"),
        ("Ambasadoare", "ambassador"),
        ("Mitropolitul Moldovei", "bishop"),
        ("Consilier principal", "official"),
    ],
)
def test_a_title_tells_its_rank(title, rank):
    assert ROMANIAN.rank_told(title) == rank


def test_titles_tell_ranks_of_the_closed_list():
    assert {rank for _words, rank in ROMANIAN.titles} <= set(Rank.values)
    assert set(ROMANIAN.ranks) | {"official"} == set(Rank.values)


@pytest.mark.parametrize(
    ("role", "title", "kind"),
    [
        ("official", "", "municipality"),
        ("mayor", "", "county"),
        ("prefect", "", "municipality"),
        ("governor", "", "state"),
        ("minister", "", "city"),
        ("mayor", "Voievod", "city"),
    ],
)
def test_no_title_is_made_up(role, title, kind):
    with pytest.raises(FormRequired):
        ROMANIAN.salutation(reader(role, title, place_kind=kind))


@pytest.mark.parametrize("role", ["mayor", "director", "ambassador", "person"])
@pytest.mark.parametrize("address", [ROMANIAN.salutation, ROMANIAN.envelope])
def test_nobody_is_addressed_without_the_gender(role, address):
    to = reader(role, gender=UNKNOWN)
    assert ROMANIAN.requires_gender(to)
    with pytest.raises(GenderRequired):
        address(to)


def test_an_organization_has_no_gender():
    to = Addressee("organization", organization="Primăria Călărași")
    assert not ROMANIAN.requires_gender(to)
    assert ROMANIAN.salutation(to) == "Stimate doamne, stimați domni,"
    assert (ROMANIAN.envelope(to), ROMANIAN.closing(to)) == (["Primăria Călărași"], "Cu stimă,")


def test_no_shipped_text_has_a_cedilla():
    sources = [Path("correspondence/languages/ro.py"), Path("fixtures/item_words/ro.toml")]
    sources += sorted(Path("fixtures/letter_templates").glob("*/ro.md"))
    assert [path.name for path in sources if CEDILLAS & set(path.read_text("utf-8"))] == []
