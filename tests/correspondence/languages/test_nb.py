"""Norwegian letters: no titles of courtesy, no comma after the closing (docs/domain.md §2, §2.1, §4, §13.7)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, CaseUnknown, FormRequired, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind, Rank
from crm.place_kinds import PlaceKind

NORWEGIAN = language_rules("nb")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/nb.toml").read_text("utf-8")).items()
}


def reader(role: str, title: str = "", gender: str = FEMALE, **said) -> Addressee:
    said = {"organization": "X kommune", "place_kind": "municipality", **said}
    return Addressee(role, "Kari Dahl", family="Dahl", given="Kari", gender=gender, title=title, **said)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# Counting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "quantity", "phrase"),
    [
        ("mask", "0", "0\u00a0munnbind"),
        ("mask", "1", "ett\u00a0munnbind"),
        ("ventilator", "1", "én\u00a0respirator"),
        ("book", "1", "én\u00a0bok"),
        ("mask", "2", "to\u00a0munnbind"),
        ("book", "12", "tolv\u00a0bøker"),
        ("book", "13", "13\u00a0bøker"),
        ("protective_suit", "1.000", "én\u00a0vernedrakt"),
        ("protective_suit", "21", "21\u00a0vernedrakter"),
        ("thermometer", "101", "101\u00a0termometre"),
        ("gloves", "20", "20\u00a0hansker"),
        ("protective_supplies", "5", "fem\u00a0enheter verneutstyr"),
        ("mask", "4000", "4\u00a0000\u00a0munnbind"),
        ("mask", "26000.000", "26\u00a0000\u00a0munnbind"),
        ("mask", "1000000", "1\u00a0000\u00a0000\u00a0munnbind"),
    ],
)
def test_small_numbers_are_words_and_no_number_leaves_its_noun(item, quantity, phrase):
    assert NORWEGIAN.count(WORDS[item], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "munnbind"),
        ("mask", None, "large", "piece", "store mengder munnbind"),
        ("disinfectant", None, "some", "piece", "en del desinfeksjonsmiddel"),
        ("mask", "20", "about", "piece", "omtrent 20 munnbind"),
        ("mask", "260", "over", "piece", "over 260 munnbind"),
        ("gloves", "1", "exact", "pair", "ett par hansker"),
        ("gloves", "20", "exact", "pair", "20 par hansker"),
        ("protective_suit", "2", "exact", "set", "to sett vernedrakter"),
        ("disinfectant", "1", "exact", "bottle", "én flaske desinfeksjonsmiddel"),
        ("mask", "3", "exact", "pack", "tre pakker munnbind"),
        ("mask", "2", "exact", "batch", "to partier munnbind"),
        ("mask", "1", "exact", "carton", "én kartong munnbind"),
        ("mask", "30", "about", "box", "omtrent 30 esker munnbind"),
        ("disinfectant", "1", "exact", "kilogram", "1 kilogram desinfeksjonsmiddel"),
        ("disinfectant", "1.5", "about", "tonne", "omtrent 1,5 tonn desinfeksjonsmiddel"),
        ("disinfectant", "200.00", "exact", "litre", "200 liter desinfeksjonsmiddel"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert plain(NORWEGIAN.count(WORDS[item], amount, qualifier, unit)) == phrase


@pytest.mark.parametrize(("item", "phrase"), [("book", "en bok"), ("mask", "et munnbind")])
def test_one_thing_whose_number_is_untold_has_an_article(item, phrase):
    assert plain(NORWEGIAN.name_one(WORDS[item])) == phrase


def test_a_word_without_a_gender_is_counted_in_figures():
    tent = Word(bulk="telt", one="telt", other="telt")
    assert plain(NORWEGIAN.count(tent, Decimal(2))) == "2 telt"
    assert plain(NORWEGIAN.name_one(tent)) == "1 telt"


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30\u00a0000\u00a0kinesiske yuan"),
        ("500", "NOK", "over", "over 500\u00a0norske kroner"),
        ("40.50", "EUR", "about", "omtrent 40,50\u00a0euro"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert NORWEGIAN.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "den 5.\u00a0mars 2020"), ("2020-03", "i mars 2020"), ("2020", "i 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert NORWEGIAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("times", "phrase"),
    [
        (["2020-02", "2020-03"], "i februar og mars 2020"),
        (["2020-02-05", "2020-03-09"], "den 5. februar og den 9. mars 2020"),
        (["2020-02-05", "2020-03"], "den 5. februar og i mars 2020"),
        (["2019-12-30", "2020-02-05", "2020-03-09"], "den 30. desember 2019, den 5. februar og den 9. mars 2020"),
        (["2019", "2020-02-05"], "i 2019 og den 5. februar 2020"),
    ],
)
def test_a_year_of_several_days_is_said_once(times, phrase):
    assert plain(NORWEGIAN.when_several([parse_partial_date(time) for time in times])) == phrase


@pytest.mark.parametrize(
    ("written", "smooth"),
    [
        (
            "av folkeregjeringen i Hengyang og innbyggerne i Hengyang, og",
            "av folkeregjeringen og innbyggerne i Hengyang, og",
        ),
        ("av kommunen på Ny Hamar og innbyggerne på Ny Hamar vil", "av kommunen og innbyggerne på Ny Hamar vil"),
        ("kontoret i regjeringen i Wuxi og innbyggerne i Wuxi", "kontoret i regjeringen og innbyggerne i Wuxi"),
        ("regjeringen i Hunan og innbyggerne i Hengyang", "regjeringen i Hunan og innbyggerne i Hengyang"),
        ("regjeringen i Heng og innbyggerne i Hengyang", "regjeringen i Heng og innbyggerne i Hengyang"),
    ],
)
def test_a_government_and_its_people_have_their_place_said_once(written, smooth):
    assert NORWEGIAN.smooth(written) == smooth


@pytest.mark.parametrize(("phrases", "joined"), [(["A"], "A"), (["A", "B"], "A og B"), (["A", "B", "C"], "A, B og C")])
def test_a_list_is_joined_without_the_last_comma(phrases, joined):
    assert NORWEGIAN.join(phrases) == joined


def test_place_and_date_stand_on_one_line():
    assert NORWEGIAN.place_and_date("Hengyang", date(2020, 3, 5)) == "Hengyang, 5.\u00a0mars 2020"
    assert NORWEGIAN.full_place("Hengyang", "Hunan") == "Hengyang, Hunan, Folkerepublikken Kina"


# Places -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "your", "people"),
    [
        ("city", "byen deres", "innbyggerne i byen deres"),
        ("municipality", "kommunen deres", "innbyggerne i kommunen deres"),
        ("county", "fylket deres", "innbyggerne i fylket deres"),
        ("district", "bydelen deres", "innbyggerne i bydelen deres"),
        ("country", "landet deres", "myndighetene og befolkningen i landet deres"),
        ("hospital", "sykehuset deres", "alle hos dere"),
        ("person", "deg", "dine nærmeste"),
    ],
)
def test_the_readers_place_goes_by_its_kind(kind, your, people):
    assert (NORWEGIAN.your_place(kind), NORWEGIAN.your_people(kind)) == (your, people)


def test_every_kind_of_place_and_body_has_words():
    kinds = (*PlaceKind.values, *OrganizationKind.values, "country", "person", "body")
    assert [kind for kind in kinds if not NORWEGIAN.your_people(kind)] == []


def test_i_is_proposed_and_pa_is_kept_with_the_name():
    assert NORWEGIAN.decline("Bergen", "locative", what="city") == "i Bergen"
    assert NORWEGIAN.people_of("municipality", "på Hamar", case="locative") == "innbyggerne på Hamar"
    assert NORWEGIAN.your_place("municipality", case="locative") == "i kommunen deres"
    assert (NORWEGIAN.where("på Hamar"), NORWEGIAN.where("")) == ("på Hamar", "hos dere")
    with pytest.raises(CaseUnknown):
        NORWEGIAN.decline("X kommune", "locative", what="organization")


# Politeness ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("gender", [UNKNOWN, FEMALE, MALE])
@pytest.mark.parametrize(
    ("role", "title", "salutation", "block", "closing"),
    [
        ("mayor", "", "Kjære ordfører Kari Dahl,", "Ordfører Kari Dahl", "Med vennlig hilsen"),
        ("mayor", "Byrådsleder", "Kjære byrådsleder Kari Dahl,", "Byrådsleder Kari Dahl", "Med vennlig hilsen"),
        ("deputy_mayor", "", "Kjære varaordfører Kari Dahl,", "Varaordfører Kari Dahl", "Med vennlig hilsen"),
        ("mayor", "Varaordfører", "Kjære varaordfører Kari Dahl,", "Varaordfører Kari Dahl", "Med vennlig hilsen"),
        ("council_president", "", "Kjære ordfører Kari Dahl,", "Ordfører Kari Dahl", "Med vennlig hilsen"),
        (
            "governor",
            "Fylkesordfører",
            "Kjære fylkesordfører Kari Dahl,",
            "Fylkesordfører Kari Dahl",
            "Med vennlig hilsen",
        ),
        (
            "governor",
            "Statsforvalter",
            "Kjære statsforvalter Kari Dahl,",
            "Statsforvalter Kari Dahl",
            "Med vennlig hilsen",
        ),
        (
            "official",
            "Fylkesordfører",
            "Kjære fylkesordfører Kari Dahl,",
            "Fylkesordfører Kari Dahl",
            "Med vennlig hilsen",
        ),
        ("prefect", "Prefekt", "Kjære prefekt Kari Dahl,", "Prefekt Kari Dahl", "Med vennlig hilsen"),
        ("minister", "", "Kjære statsråd Kari Dahl,", "Statsråd Kari Dahl", "Med høyaktelse"),
        ("minister", "Statsminister", "Kjære statsminister Kari Dahl,", "Statsminister Kari Dahl", "Med høyaktelse"),
        ("consul_general", "", "Kjære generalkonsul Kari Dahl,", "Generalkonsul Kari Dahl", "Med vennlig hilsen"),
        ("consul", "Konsul", "Kjære konsul Kari Dahl,", "Konsul Kari Dahl", "Med vennlig hilsen"),
        ("rector", "", "Kjære rektor Kari Dahl,", "Rektor Kari Dahl", "Med vennlig hilsen"),
        ("bishop", "", "Kjære biskop Kari Dahl,", "Biskop Kari Dahl", "Med høyaktelse"),
        ("judge", "Sorenskriver", "Kjære sorenskriver Kari Dahl,", "Sorenskriver Kari Dahl", "Med vennlig hilsen"),
        ("director", "Kommunedirektør", "Kjære Kari Dahl,", "Kommunedirektør Kari Dahl", "Med vennlig hilsen"),
        ("director", "", "Kjære Kari Dahl,", "Kari Dahl", "Med vennlig hilsen"),
        ("association_head", "", "Kjære Kari Dahl,", "Leder Kari Dahl", "Med vennlig hilsen"),
        ("official", "rådgiver", "Kjære Kari Dahl,", "Rådgiver Kari Dahl", "Med vennlig hilsen"),
        ("person", "", "Kjære Kari Dahl,", "Kari Dahl", "Med vennlig hilsen"),
    ],
)
def test_the_title_stands_above_and_in_the_salutation(role, title, salutation, block, closing, gender):
    to = reader(role, title, gender)
    assert not NORWEGIAN.requires_gender(to)
    assert (NORWEGIAN.salutation(to), NORWEGIAN.envelope(to)) == (salutation, [block, "X kommune"])
    assert NORWEGIAN.closing(to) == closing


@pytest.mark.parametrize("title", ["Ordfører", "Ambassadør", ""])
def test_a_condolence_closes_with_sympathy(title):
    roles = {"Ordfører": "mayor", "Ambassadør": "ambassador", "": "person"}
    assert NORWEGIAN.closing(reader(roles[title], title, condolence=True)) == "Med dyp medfølelse"


@pytest.mark.parametrize(
    ("gender", "block"),
    [
        (FEMALE, "Hennes Eksellense ambassadør Kari Dahl"),
        (MALE, "Hans Eksellense ambassadør Kari Dahl"),
        (UNKNOWN, "Ambassadør Kari Dahl"),
    ],
)
def test_an_ambassador_is_excellency_once_the_gender_is_known(gender, block):
    to = reader("ambassador", "", gender, organization="")
    assert (NORWEGIAN.salutation(to), NORWEGIAN.envelope(to)) == ("Deres Eksellense,", [block])
    assert NORWEGIAN.closing(to) == "Med høyaktelse"


def test_royalty_has_its_style():
    to = reader("royal", "Kronprinsesse", organization="")
    assert NORWEGIAN.salutation(to) == "Deres Kongelige Høyhet,"
    assert NORWEGIAN.envelope(to) == ["Hennes Kongelige Høyhet Kronprinsesse Kari Dahl"]


@pytest.mark.parametrize(
    ("role", "title", "block"),
    [
        ("mayor", "", "Fungerende ordfører Kari Dahl"),
        ("mayor", "Ordfører", "Fungerende ordfører Kari Dahl"),
        ("mayor", "Fungerende ordfører", "Fungerende ordfører Kari Dahl"),
        ("governor", "Statsforvalter", "Konstituert statsforvalter Kari Dahl"),
        ("director", "Kommunedirektør", "Konstituert kommunedirektør Kari Dahl"),
    ],
)
def test_who_acts_for_another_is_called_so_above_and_by_the_name_alone_below(role, title, block):
    to = reader(role, title, acting=True)
    assert (NORWEGIAN.envelope(to)[0], NORWEGIAN.salutation(to)) == (block, "Kjære Kari Dahl,")


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Fylkesvaraordfører", "deputy_governor"),
        ("Varaordfører i Bergen", "deputy_mayor"),
        ("Ordfører i Bergen", "mayor"),
        ("Statsforvalter i Vestland", "governor"),
        ("Leder av bydelsutvalget", "council_president"),
        ("Landrat", "county_head"),
        ("Utenriksminister", "minister"),
        ("Norges ambassadør i Kina", "ambassador"),
        ("Chargé d’affaires a.i.", "charge_d_affaires"),
        ("Generalkonsul", "consul_general"),
        ("Visekonsul", "consul"),
        ("Konsulent", "official"),
        ("Erkebiskop", "bishop"),
        ("Tingrettsdommer", "judge"),
        ("Statsadvokat", "prosecutor"),
        ("Leder av folkekomiteen", "committee_chair"),
        ("Partisekretær", "party_secretary"),
        ("Daglig leder", "director"),
        ("Leder for internasjonalt kontor", "director"),
        ("Styreleder", "director"),
        ("Leder", "association_head"),
        ("Ministerråd", "official"),
    ],
)
def test_a_title_tells_its_rank(title, rank):
    assert NORWEGIAN.rank_told(title) == rank


def test_titles_tell_ranks_of_the_closed_list():
    assert {rank for _words, rank in NORWEGIAN.titles} <= set(Rank.values)
    assert set(NORWEGIAN.ranks) | {"director", "official"} == set(Rank.values)


@pytest.mark.parametrize(
    ("role", "title", "kind"),
    [
        ("official", "", "municipality"),
        ("mayor", "", "county"),
        ("governor", "", "county"),
        ("prefect", "", "county"),
        ("judge", "", "municipality"),
        ("mayor", "Høvding", "municipality"),
    ],
)
def test_no_title_is_made_up(role, title, kind):
    with pytest.raises(FormRequired):
        NORWEGIAN.salutation(reader(role, title, place_kind=kind))


def test_the_head_of_a_county_is_its_mayor():
    assert NORWEGIAN.salutation(reader("county_head", place_kind="county")) == "Kjære fylkesordfører Kari Dahl,"


def test_a_long_title_stands_below_the_name_and_a_prefix_before_it():
    to = reader("director", "Leder for internasjonalt kontor")
    assert NORWEGIAN.envelope(to) == ["Kari Dahl", "Leder for internasjonalt kontor", "X kommune"]
    assert NORWEGIAN.envelope(reader("rector", prefix="Dr.")) == ["Dr. Kari Dahl", "Rektor", "X kommune"]


def test_an_organization_is_not_greeted_and_gets_the_heading_alone():
    to = Addressee("organization", organization="X kommune")
    assert (NORWEGIAN.salutation(to), NORWEGIAN.envelope(to)) == ("", ["X kommune"])
    assert NORWEGIAN.closing(to) == "Med vennlig hilsen"


def test_every_text_has_a_heading():
    texts = sorted(Path("fixtures/letter_templates").glob("*/nb.md"))
    assert [path.read_text("utf-8").split(":")[0] for path in texts] == ["heading"] * 5
