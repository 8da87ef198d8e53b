"""English letters: what is counted, dated and how people are addressed, by country (docs/domain.md §2, §4, §13.2)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, FormRequired, Signatory, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind
from crm.place_kinds import PlaceKind

ENGLISH = language_rules("en")
AMERICAN, CANADIAN = language_rules("en", "US"), language_rules("en", "CA")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/en.toml").read_text("utf-8")).items()
}
CONSIDERATION = "Accept, Excellency, the assurances of my highest consideration."


def reader(role: str, title: str = "", country: str = "US", gender: str = FEMALE, **said) -> Addressee:
    said = {"city": "Columbus", "place_kind": "city", **said}
    return Addressee(
        role, "Mary Wood", family="Wood", given="Mary", gender=gender, title=title, country=country, **said
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# Counting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "quantity", "phrase"),
    [
        ("mask", "0", "0 masks"),
        ("mask", "1.000", "one mask"),
        ("ventilator", "2", "two ventilators"),
        ("book", "10", "ten books"),
        ("book", "11", "11 books"),
        ("mask", "21", "21 masks"),
        ("mask", "101", "101 masks"),
        ("mask", "26000.000", "26,000 masks"),
        ("mask", "1000000", "one million masks"),
        ("mask", "12000000", "12 million masks"),
        ("mask", "1500000", "1,500,000 masks"),
        ("gloves", "1", "one glove"),
        ("goggles", "50", "50 pairs of goggles"),
        ("disinfectant", "3", "three bottles of disinfectant"),
        ("protective_supplies", "5", "five items of protective equipment"),
    ],
)
def test_small_numbers_and_whole_millions_are_words(item, quantity, phrase):
    assert plain(ENGLISH.count(WORDS[item], Decimal(quantity))) == phrase


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [("2", "two\u00a0masks"), ("4000", "4,000\u00a0masks"), ("2000000", "two\u00a0million\u00a0masks")],
)
def test_a_number_keeps_its_noun_on_the_line(quantity, phrase):
    assert ENGLISH.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "masks"),
        ("mask", None, "large", "piece", "a large number of masks"),
        ("gloves", None, "large", "piece", "a large number of gloves"),
        ("goggles", None, "large", "piece", "a large number of goggles"),
        ("disinfectant", None, "large", "piece", "a large quantity of disinfectant"),
        ("protective_supplies", None, "large", "piece", "a large quantity of protective supplies"),
        ("book", None, "some", "piece", "some books"),
        ("mask", "20", "about", "piece", "about 20 masks"),
        ("mask", "9", "over", "piece", "more than nine masks"),
        ("gloves", "1", "exact", "pair", "one pair of gloves"),
        ("gloves", "20", "exact", "pair", "20 pairs of gloves"),
        ("protective_suit", "2", "exact", "set", "two sets of protective suits"),
        ("disinfectant", "12", "exact", "bottle", "12 bottles of disinfectant"),
        ("mask", "2", "exact", "batch", "two batches of masks"),
        ("mask", "3", "exact", "pack", "three packs of masks"),
        ("mask", "1", "exact", "carton", "one carton of masks"),
        ("mask", "30", "about", "box", "about 30 boxes of masks"),
        ("disinfectant", "1.000", "exact", "kilogram", "1 kilogram of disinfectant"),
        ("disinfectant", "1.5", "exact", "tonne", "1.5 tonnes of disinfectant"),
        ("disinfectant", "200", "over", "litre", "more than 200 litres of disinfectant"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert plain(ENGLISH.count(WORDS[item], amount, qualifier, unit)) == phrase


@pytest.mark.parametrize(
    ("one", "phrase"),
    [
        ("book", "a book"),
        ("pair of goggles", "a pair of goggles"),
        ("oxygen mask", "an oxygen mask"),
        ("one-way valve", "a one-way valve"),
        ("ultrasound device", "an ultrasound device"),
        ("uniform", "a uniform"),
        ("X-ray machine", "an X-ray machine"),
        ("unused mask", "an unused mask"),
        ("urine test kit", "a urine test kit"),
        ("UV lamp", "a UV lamp"),
        ("umbrella", "an umbrella"),
        ("N95 mask", "an N95 mask"),
        ("FFP2 mask", "an FFP2 mask"),
        ("KN95 mask", "a KN95 mask"),
        ("LED lamp", "an LED lamp"),
        ("HEPA filter", "a HEPA filter"),
    ],
)
def test_one_thing_whose_number_is_untold_has_its_article(one, phrase):
    assert plain(ENGLISH.name_one(Word(one=one))) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "RMB 30,000"),
        ("100000.50", "CNY", "over", "more than RMB 100,000.50"),
        ("1.00", "EUR", "exact", "1 euro"),
        ("1000000", "JPY", "exact", "one million yen"),
        ("500000", "JPY", "over", "more than 500,000 yen"),
        ("4000.50", "EUR", "about", "about 4,000.50 euros"),
        ("300", "GBP", "exact", "300 pounds sterling"),
        ("7", "PHP", "exact", "7 Philippine pesos"),
        ("25000000", "USD", "exact", "25 million US dollars"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert plain(ENGLISH.money(Decimal(value), currency, qualifier)) == phrase


# Varieties ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "day", "things", "weight"),
    [
        ("US", "April 20, 2020", "A, B, and C", "200 liters of disinfectant"),
        ("PH", "April 20, 2020", "A, B, and C", "200 liters of disinfectant"),
        ("CA", "April 20, 2020", "A, B and C", "200 litres of disinfectant"),
        ("GB", "20 April 2020", "A, B and C", "200 litres of disinfectant"),
        ("AU", "20 April 2020", "A, B and C", "200 litres of disinfectant"),
        ("JP", "20 April 2020", "A, B and C", "200 litres of disinfectant"),
        ("", "20 April 2020", "A, B and C", "200 litres of disinfectant"),
    ],
)
def test_days_lists_and_weights_follow_the_readers_country(country, day, things, weight):
    rules = language_rules("en", country)
    assert plain(rules.place_and_date("Hengyang", date(2020, 4, 20))) == f"Hengyang, {day}"
    assert plain(rules.on_day(date(2020, 4, 20))) == f"on {day}"
    assert rules.join(["A", "B", "C"]) == things
    assert plain(rules.count(WORDS["disinfectant"], Decimal(200), unit="litre")) == weight


def test_a_day_keeps_its_month_on_the_line():
    assert AMERICAN.day(date(2020, 4, 20)) == "April\u00a020, 2020"
    assert ENGLISH.day(date(2020, 4, 20)) == "20\u00a0April 2020"


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "on 5 March 2020"), ("2020-03", "in March 2020"), ("2020", "in 2020")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert plain(ENGLISH.when(parse_partial_date(written))) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        (["2020-02", "2020-03"], "in February and March 2020"),
        (["2020-02", "2020-03", "2020-04"], "in February, March and April 2020"),
        (["2019-12", "2020-01"], "in December 2019 and in January 2020"),
        (["2020", "2020-03"], "in March 2020"),
    ],
)
def test_several_times_say_the_year_once_and_leave_out_the_vaguer(written, phrase):
    assert ENGLISH.when_several([parse_partial_date(time) for time in written]) == phrase


@pytest.mark.parametrize(
    ("written", "american", "british"),
    [
        (["2020-02-05", "2020-03-09"], "on February 5 and March 9, 2020", "on 5 February and 9 March 2020"),
        (
            ["2019-12-05", "2020-03-09"],
            "on December 5, 2019, and on March 9, 2020",
            "on 5 December 2019 and on 9 March 2020",
        ),
        (["2020-02-05", "2020-03"], "on February 5, 2020, and in March 2020", "on 5 February 2020 and in March 2020"),
        (
            ["2020-02-05", "2020-03-09", "2020-04-01"],
            "on February 5, March 9, and April 1, 2020",
            "on 5 February, 9 March and 1 April 2020",
        ),
    ],
)
def test_several_days_of_one_year_say_it_once(written, american, british):
    times = [parse_partial_date(time) for time in written]
    assert plain(AMERICAN.when_several(times)) == american
    assert plain(ENGLISH.when_several(times)) == british


# Places -------------------------------------------------------------------------------------------


def test_every_kind_of_place_and_body_has_its_words():
    for kind in (*PlaceKind.values, *OrganizationKind.values, "country", "person", "body"):
        assert ENGLISH.your_place(kind)
        assert ENGLISH.your_people(kind)


@pytest.mark.parametrize(
    ("kind", "your", "people"),
    [
        ("city", "your city", "the people of your city"),
        ("county", "your county", "the people of your county"),
        ("state", "your state", "the people of your state"),
        ("country", "your country", "the government and people of your country"),
        ("hospital", "your hospital", "all your colleagues"),
        ("school", "your school", "your staff and students"),
        ("person", "you", "your family and friends"),
    ],
)
def test_a_place_is_called_by_its_kind(kind, your, people):
    assert (ENGLISH.your_place(kind), ENGLISH.your_people(kind)) == (your, people)


def test_a_place_and_its_people_by_name():
    assert ENGLISH.people_of("city", "Hengyang") == "the people of Hengyang"
    assert (ENGLISH.where("Legazpi"), ENGLISH.where("")) == ("in Legazpi", "where you are")
    assert ENGLISH.full_place("Hengyang", "Hunan") == "Hengyang, Hunan, People's Republic of China"


# Forms of address ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "salutation", "lines", "closing"),
    [
        ("US", "Dear Mayor Wood:", ["The Honorable Mary Wood", "Mayor of Columbus"], "Respectfully,"),
        ("PH", "Dear Mayor Wood:", ["Hon. Mary Wood", "City Mayor"], "Sincerely,"),
        ("CA", "Dear Mayor Wood,", ["Her Worship Mayor Mary Wood", "Columbus"], "Yours sincerely,"),
        ("NZ", "Dear Mayor Wood,", ["Her Worship Mayor Mary Wood", "Columbus"], "Yours sincerely,"),
        (
            "GB",
            "Dear Mayor Wood,",
            ["The Right Worshipful the Mayor of Columbus", "Councillor Mary Wood"],
            "Yours sincerely,",
        ),
        ("IE", "Dear Mayor Wood,", ["Councillor Mary Wood", "Mayor of Columbus"], "Yours sincerely,"),
        ("AU", "Dear Mayor Wood,", ["Councillor Mary Wood", "Mayor of Columbus"], "Yours sincerely,"),
        ("ZA", "Dear Mayor Wood,", ["Councillor Mary Wood", "Mayor of Columbus"], "Yours sincerely,"),
        ("JP", "Dear Mayor Wood,", ["The Honourable Mary Wood", "Mayor of Columbus"], "Yours sincerely,"),
    ],
)
def test_a_mayor_is_styled_as_in_the_country(country, salutation, lines, closing):
    mayor = reader("mayor", country=country)
    assert (ENGLISH.salutation(mayor), ENGLISH.envelope(mayor)) == (salutation, lines)
    assert ENGLISH.closing(mayor) == closing


def test_an_executive_mayor_of_south_africa_is_a_councillor():
    mayor = reader("mayor", "Executive Mayor", "ZA")
    assert ENGLISH.envelope(mayor) == ["Councillor Mary Wood", "Executive Mayor"]
    assert ENGLISH.closing(reader("minister", "Minister of Health", "ZA")) == CONSIDERATION
    with pytest.raises(FormRequired):
        ENGLISH.envelope(reader("council_president", country="ZA"))


@pytest.mark.parametrize(
    ("city", "kind", "title", "salutation", "office"),
    [
        ("Leeds", "city", "", "Dear Lord Mayor,", "The Right Worshipful the Lord Mayor of Leeds"),
        ("York", "city", "Lord Mayor", "Dear Lord Mayor,", "The Rt Hon the Lord Mayor of York"),
        ("Cardiff", "city", "Lord Mayor of Cardiff", "Dear Lord Mayor,", "The Rt Hon the Lord Mayor of Cardiff"),
        ("Glasgow", "city", "", "Dear Lord Provost,", "The Rt Hon the Lord Provost of Glasgow"),
        ("Dundee", "city", "", "Dear Lord Provost,", "The Lord Provost of Dundee"),
        ("Bath", "city", "Mayor of Bath", "Dear Mayor Wood,", "The Right Worshipful the Mayor of Bath"),
        ("Reading", "town", "Mayor", "Dear Mayor Wood,", "The Worshipful the Mayor of Reading"),
        ("Leeds", "city", "Deputy Lord Mayor", "Dear Deputy Lord Mayor,", "The Deputy Lord Mayor of Leeds"),
    ],
)
def test_a_british_mayor_is_written_to_by_the_office(city, kind, title, salutation, office):
    role = "deputy_mayor" if "Deputy" in title else "mayor"
    mayor = reader(role, title, "GB", city=city, place_kind=kind)
    assert ENGLISH.salutation(mayor) == salutation
    assert ENGLISH.envelope(mayor) == [office, "Councillor Mary Wood"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Lord Mayor of London", ["The Rt Hon the Lord Mayor of London", "Ms Mary Wood"]),
        ("Mayor of London", ["Ms Mary Wood", "Mayor of London"]),
        ("Elected Mayor", ["Ms Mary Wood", "Elected Mayor"]),
    ],
)
def test_a_mayor_who_is_no_councillor_is_not_called_one(title, lines):
    assert ENGLISH.envelope(reader("mayor", title, "GB", city="London")) == lines


@pytest.mark.parametrize(
    ("country", "title", "salutation", "lines"),
    [
        ("US", "Deputy Mayor", "Dear Deputy Mayor Wood:", ["The Honorable Mary Wood", "Deputy Mayor"]),
        ("US", "Vice Mayor", "Dear Vice Mayor Wood:", ["The Honorable Mary Wood", "Vice Mayor"]),
        ("US", "Mayor Pro Tem", "Dear Mayor Pro Tem Wood:", ["The Honorable Mary Wood", "Mayor Pro Tem"]),
        ("US", "Governor of Ohio", "Dear Governor Wood:", ["The Honorable Mary Wood", "Governor of Ohio"]),
        (
            "US",
            "Lieutenant Governor of Ohio",
            "Dear Lieutenant Governor Wood:",
            ["The Honorable Mary Wood", "Lieutenant Governor of Ohio"],
        ),
        ("US", "King County Executive", "Dear County Executive Wood:", ["Ms. Mary Wood", "King County Executive"]),
        ("US", "City Council President", "Dear President Wood:", ["The Honorable Mary Wood", "City Council President"]),
        (
            "US",
            "Chair, Board of Supervisors",
            "Dear Chair Wood:",
            ["The Honorable Mary Wood", "Chair, Board of Supervisors"],
        ),
        ("US", "Secretary of Commerce", "Dear Madam Secretary:", ["The Honorable Mary Wood", "Secretary of Commerce"]),
        (
            "US",
            "Judge, Ohio Supreme Court",
            "Dear Judge Wood:",
            ["The Honorable Mary Wood", "Judge, Ohio Supreme Court"],
        ),
        ("US", "District Attorney", "Dear Ms. Wood:", ["The Honorable Mary Wood", "District Attorney"]),
        ("US", "President, Ohio University", "Dear President Wood:", ["Ms. Mary Wood", "President, Ohio University"]),
        ("US", "Bishop of Columbus", "Dear Bishop Wood:", ["The Most Reverend Mary Wood", "Bishop of Columbus"]),
        ("PH", "Municipal Mayor", "Dear Mayor Wood:", ["Hon. Mary Wood", "Municipal Mayor"]),
        ("PH", "City Vice Mayor", "Dear Vice Mayor Wood:", ["Hon. Mary Wood", "City Vice Mayor"]),
        ("PH", "Governor, Province of Albay", "Dear Governor Wood:", ["Hon. Mary Wood", "Governor, Province of Albay"]),
        ("CA", "Premier of Saskatchewan", "Dear Premier,", ["The Honourable Mary Wood", "Premier of Saskatchewan"]),
        (
            "CA",
            "Lieutenant Governor of Saskatchewan",
            "Your Honour,",
            ["Her Honour the Honourable Mary Wood", "Lieutenant Governor of Saskatchewan"],
        ),
        ("CA", "Reeve of the R.M. of Edenwold", "Dear Reeve Wood,", ["Reeve Mary Wood", "R.M. of Edenwold"]),
        ("CA", "Councillor", "Dear Councillor Wood,", ["Councillor Mary Wood"]),
        ("GB", "Leader of the Council", "Dear Councillor Wood,", ["Councillor Mary Wood", "Leader of the Council"]),
        (
            "GB",
            "Leader, Leeds City Council",
            "Dear Councillor Wood,",
            ["Councillor Mary Wood", "Leader, Leeds City Council"],
        ),
        ("GB", "Chair of the Council", "Dear Chair,", ["Councillor Mary Wood", "Chair of the Council"]),
        ("GB", "Vice-Chancellor", "Dear Vice-Chancellor,", ["Ms Mary Wood", "Vice-Chancellor"]),
        ("GB", "Archbishop of York", "Your Grace,", ["The Most Reverend Mary Wood", "Archbishop of York"]),
        ("GB", "Bishop of Leeds", "Dear Bishop,", ["The Right Reverend Mary Wood", "Bishop of Leeds"]),
        (
            "GB",
            "Justice of the High Court",
            "Dear Justice Wood,",
            ["The Hon Mrs Justice Wood", "Justice of the High Court"],
        ),
        (
            "GB",
            "Secretary of State for Health",
            "Dear Secretary of State,",
            ["The Rt Hon Mary Wood", "Secretary of State for Health"],
        ),
        ("GB", "HRH The Princess Royal", "Your Royal Highness,", ["HRH The Princess Royal"]),
        ("AU", "Lord Mayor of Sydney", "Dear Lord Mayor,", ["Councillor Mary Wood", "Lord Mayor of Sydney"]),
        ("AU", "Premier of Victoria", "Dear Premier,", ["The Honourable Mary Wood", "Premier of Victoria"]),
        ("IE", "Lord Mayor of Dublin", "Dear Lord Mayor,", ["Councillor Mary Wood", "Lord Mayor of Dublin"]),
        ("JP", "Governor of Shiga Prefecture", "Dear Governor Wood,", ["Ms Mary Wood", "Governor of Shiga Prefecture"]),
        ("JP", "Deputy Mayor", "Dear Deputy Mayor Wood,", ["Ms Mary Wood", "Deputy Mayor"]),
        ("KR", "Mayor of Yangpyeong County", "Dear Mayor Wood,", ["Ms Mary Wood", "Mayor of Yangpyeong County"]),
        (
            "DE",
            "District Administrator (Landrat) of Fürth",
            "Dear Ms Wood,",
            ["Ms Mary Wood", "District Administrator (Landrat) of Fürth"],
        ),
        ("FR", "Prefect of the Rhône", "Dear Prefect,", ["Ms Mary Wood", "Prefect of the Rhône"]),
        ("NO", "Minister of Health", "Excellency,", ["Her Excellency Mary Wood", "Minister of Health"]),
        (
            "VN",
            "Chairman of the People's Committee of Da Nang",
            "Dear Chairman Mary,",
            ["Ms Mary Wood", "Chairman of the People's Committee of Da Nang"],
        ),
        ("ES", "Consul General in Guangzhou", "Dear Consul General,", ["Ms Mary Wood", "Consul General in Guangzhou"]),
        ("ES", "Deputy Consul General", "Dear Ms Wood,", ["Ms Mary Wood", "Deputy Consul General"]),
        ("ES", "Chargé d'affaires a.i.", "Dear Ms Wood,", ["Ms Mary Wood", "Chargé d'affaires a.i."]),
    ],
)
def test_the_title_on_record_decides_the_form(country, title, salutation, lines):
    holder = reader("official", title, country)
    assert (ENGLISH.salutation(holder), ENGLISH.envelope(holder)) == (salutation, lines)


@pytest.mark.parametrize(
    "title",
    [
        "Chief of Staff to the Mayor",
        "Director of the Mayor's Office",
        "Secretary to the Governor",
        "Deputy Director, Bureau of the City Council",
        "Adviser",
        "Minister Counsellor",
        "International Relations Coordinator",
    ],
)
def test_whoever_serves_a_head_is_not_called_by_the_heads_title(title):
    assert ENGLISH.salutation(reader("official", title)) == "Dear Ms. Wood:"
    assert ENGLISH.envelope(reader("official", title)) == ["Ms. Mary Wood", title]


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Grand Marshal", "US"),
        ("Former Mayor", "US"),
        ("Mayor-elect", "US"),
        ("Goodwill Ambassador", "PH"),
        ("Governor-General", "CA"),
        ("Governor of Victoria", "AU"),
        ("Queen of Tonga", "TO"),
        ("Justice of the Peace", "GB"),
    ],
)
def test_a_title_that_is_not_known_is_asked_for(title, country):
    with pytest.raises(FormRequired, match=title):
        ENGLISH.salutation(reader("official", title, country))


@pytest.mark.parametrize(
    ("role", "country", "kind", "title"),
    [
        ("governor", "US", "state", "Governor of Columbus"),
        ("governor", "CA", "province", "Premier of Columbus"),
        ("governor", "JP", "prefecture", "Governor of Columbus"),
        ("deputy_governor", "PH", "province", "Vice Governor of Columbus"),
        ("mayor", "PH", "municipality", "Municipal Mayor"),
        ("deputy_mayor", "PH", "city", "Vice Mayor"),
        ("council_president", "US", "city", "President of the City Council"),
    ],
)
def test_a_usual_title_stands_in_for_one_that_is_not_on_record(role, country, kind, title):
    assert ENGLISH.envelope(reader(role, country=country, place_kind=kind))[-1] == title


@pytest.mark.parametrize(
    ("role", "country", "kind"),
    [
        ("official", "US", "city"),
        ("mayor", "KR", "county"),
        ("governor", "US", "city"),
        ("county_head", "US", "county"),
        ("council_president", "GB", "city"),
        ("rector", "US", "city"),
    ],
)
def test_no_title_is_made_up(role, country, kind):
    with pytest.raises(FormRequired):
        ENGLISH.envelope(reader(role, country=country, place_kind=kind))


@pytest.mark.parametrize("gender", [UNKNOWN, FEMALE, MALE])
def test_honorable_needs_no_gender(gender):
    assert ENGLISH.envelope(reader("mayor", gender=gender))[0] == "The Honorable Mary Wood"


def test_a_style_that_needs_the_gender_waits_for_it():
    assert ENGLISH.envelope(reader("mayor", country="CA", gender=UNKNOWN))[0] == "Mayor Mary Wood"
    assert ENGLISH.envelope(reader("ambassador", country="ES", gender=UNKNOWN))[0] == "Mary Wood"
    assert ENGLISH.salutation(reader("official", "Secretary of Commerce", gender=UNKNOWN)) == "Dear Secretary Wood:"


@pytest.mark.parametrize(
    ("role", "title", "country", "post", "salutation"),
    [
        ("mayor", "", "US", "Acting Mayor of Columbus", "Dear Mr. Wood:"),
        ("mayor", "Mayor of Columbus", "US", "Acting Mayor of Columbus", "Dear Mr. Wood:"),
        ("mayor", "Interim Mayor", "US", "Interim Mayor", "Dear Mr. Wood:"),
        ("mayor", "", "GB", "Acting Mayor of Columbus", "Dear Mr Wood,"),
        ("mayor", "", "CA", "Acting Mayor of Columbus", "Dear Mr. Wood,"),
        ("mayor", "", "PH", "Officer-in-Charge, Office of the Mayor", "Dear Mr. Wood:"),
        ("mayor", "OIC, Office of the City Mayor", "PH", "OIC, Office of the City Mayor", "Dear Mr. Wood:"),
        ("governor", "Governor of Ohio", "US", "Acting Governor of Ohio", "Dear Mr. Wood:"),
    ],
)
def test_whoever_acts_for_another_is_neither_honorable_nor_called_by_the_title(role, title, country, post, salutation):
    holder = reader(role, title, country, gender=MALE, acting=not ("Interim" in title or "OIC" in title))
    name = "Mr Mary Wood" if country == "GB" else "Mr. Mary Wood"
    assert (ENGLISH.salutation(holder), ENGLISH.envelope(holder)) == (salutation, [name, post])
    assert ENGLISH.closing(holder) == ("Sincerely," if country in ("US", "PH") else "Yours sincerely,")


@pytest.mark.parametrize(
    ("gender", "country", "salutation", "name"),
    [
        (FEMALE, "US", "Dear Ms. Wood:", "Ms. Mary Wood"),
        (MALE, "GB", "Dear Mr Wood,", "Mr Mary Wood"),
        (UNKNOWN, "NZ", "Dear Mary Wood,", "Mary Wood"),
    ],
)
@pytest.mark.parametrize(
    ("role", "title", "below"),
    [("director", "", ["Director"]), ("official", "Adviser", ["Adviser"]), ("person", "", [])],
)
def test_others_are_ms_or_mr_or_called_by_the_full_name(role, title, below, gender, country, salutation, name):
    other = reader(role, title, country, gender)
    assert not ENGLISH.requires_gender(other)
    assert ENGLISH.salutation(other) == salutation
    assert ENGLISH.envelope(other) == [name, *below]
    assert ENGLISH.closing(other) == ("Sincerely," if country == "US" else "Yours sincerely,")


@pytest.mark.parametrize(
    ("prefix", "country", "salutation", "name"),
    [
        ("Dr.", "US", "Dear Dr. Wood:", "Dr. Mary Wood"),
        ("Dame", "GB", "Dear Dame Mary,", "Dame Mary Wood"),
        ("Datin", "MY", "Dear Datin Mary Wood,", "Datin Mary Wood"),
        ("Atty.", "PH", "Dear Atty. Wood:", "Atty. Mary Wood"),
        ("The Hon", "AU", "Dear Ms Wood,", "The Hon Mary Wood"),
    ],
)
def test_a_prefix_stands_in_the_place_of_ms(prefix, country, salutation, name):
    person = reader("person", country=country, prefix=prefix)
    assert (ENGLISH.salutation(person), ENGLISH.envelope(person)) == (salutation, [name])


@pytest.mark.parametrize(
    ("prefix", "country", "name"),
    [
        ("Dr.", "US", "The Honorable Mary Wood"),
        ("Atty.", "PH", "Hon. Atty. Mary Wood"),
        ("Hon.", "PH", "Hon. Mary Wood"),
        ("Dr", "IE", "Councillor Dr Mary Wood"),
        ("Alderman", "AU", "Alderman Mary Wood"),
    ],
)
def test_a_prefix_stands_beside_a_style_that_bears_it(prefix, country, name):
    assert ENGLISH.envelope(reader("mayor", country=country, prefix=prefix))[0] == name


@pytest.mark.parametrize(
    ("gender", "first"),
    [(FEMALE, "Her Excellency Mary Wood"), (MALE, "His Excellency Mary Wood"), (UNKNOWN, "Mary Wood")],
)
def test_an_ambassador_is_excellency(gender, first):
    ambassador = reader("ambassador", "Ambassador of Spain to China", "ES", gender)
    assert ENGLISH.salutation(ambassador) == "Excellency,"
    assert ENGLISH.envelope(ambassador) == [first, "Ambassador of Spain to China"]
    assert ENGLISH.closing(ambassador) == CONSIDERATION


@pytest.mark.parametrize("role", ["ambassador", "minister"])
def test_an_office_that_nobody_signs_for_assures_of_our_consideration(role):
    assert ENGLISH.closing(reader(role, "Minister of Health" if role == "minister" else "", "NO", one_signs=False)) == (
        "Accept, Excellency, the assurances of our highest consideration."
    )


@pytest.mark.parametrize(("gender", "first"), [(FEMALE, "Ms. Wood"), (MALE, "Mr. Wood"), (UNKNOWN, "Wood")])
def test_a_family_name_alone_is_not_honorable(gender, first):
    mayor = Addressee("mayor", "Wood", family="Wood", gender=gender, city="Columbus", country="US")
    assert ENGLISH.envelope(mayor) == [first, "Mayor of Columbus"]


def test_a_mayor_without_a_marked_family_name_is_called_by_the_full_name():
    assert ENGLISH.salutation(Addressee("mayor", "Suharto", country="ID")) == "Dear Mayor Suharto,"


@pytest.mark.parametrize(
    ("role", "title", "country", "closing"),
    [
        ("governor", "Governor of Ohio", "US", "Respectfully,"),
        ("governor", "Premier of Victoria", "AU", "Yours sincerely,"),
        ("deputy_mayor", "", "US", "Sincerely,"),
        ("minister", "Minister of Health", "NO", CONSIDERATION),
        ("minister", "Minister of Health", "CA", "Respectfully yours,"),
        ("bishop", "Bishop of Columbus", "US", "Respectfully yours,"),
        ("consul_general", "", "US", "Sincerely,"),
        ("director", "", "PH", "Sincerely,"),
        ("director", "", "IN", "Yours sincerely,"),
    ],
)
def test_the_closing_fits_the_rank(role, title, country, closing):
    assert ENGLISH.closing(reader(role, title, country)) == closing


@pytest.mark.parametrize("role", ["mayor", "ambassador", "person", "organization"])
def test_a_condolence_closes_with_sympathy_whatever_the_rank(role):
    assert ENGLISH.closing(reader(role, condolence=True)) == "With deepest sympathy,"


@pytest.mark.parametrize(
    ("country", "salutation", "closing"),
    [("GB", "Dear Sir or Madam,", "Yours faithfully,"), ("US", "Dear Sir or Madam:", "Very truly yours,")],
)
def test_an_organization_is_addressed_without_a_name(country, salutation, closing):
    organization = Addressee("organization", organization="City of Columbus", country=country)
    assert ENGLISH.salutation(organization) == salutation
    assert ENGLISH.envelope(organization) == ["City of Columbus"]
    assert ENGLISH.closing(organization) == closing


def test_the_signature_is_name_title_and_identity():
    signatory = Signatory("Foreign Affairs Office of Hengyang", "Zhu Jian", title="Mayor of Hengyang")
    assert ENGLISH.signature(signatory) == ["Zhu Jian", "Mayor of Hengyang", "Foreign Affairs Office of Hengyang"]
    assert ENGLISH.signature(Signatory("Foreign Affairs Office of Hengyang")) == ["Foreign Affairs Office of Hengyang"]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Wuxi Municipal People's Government", "the Wuxi Municipal People's Government"),
        ("Rotary Club of Ely", "the Rotary Club of Ely"),
        ("University of Kent", "the University of Kent"),
        ("Kent University", "Kent University"),
        ("Ely City Council", "Ely City Council"),
        ("Department Store Ltd", "Department Store Ltd"),
        ("The Red Cross", "The Red Cross"),
    ],
)
def test_a_body_takes_the_article_where_a_sentence_would_give_it_one(name, named):
    assert ENGLISH.named_body(name) == named
