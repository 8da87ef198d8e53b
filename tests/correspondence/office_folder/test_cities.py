"""Cities and partnerships of a folder."""

import pytest

from correspondence.office_folder.cities import load_cities
from correspondence.office_folder.records import Records
from crm.models import City, Partnership

HOME = '[wuxi-cn]\nnames = { zh-hans = "无锡市" }\n'


def cities(text: str) -> dict:
    """The files of a folder of our city and some others."""
    government = (
        '[wuxi-government-cn]\nkind = "city_government"\ncity = "wuxi-cn"\nnames = { zh-hans = "无锡市人民政府" }\n'
    )
    return {"cities": HOME + text, "organizations": government, "people": None}


def test_a_city_has_what_is_written_of_it(load):
    load(
        **cities("""
[hamar-no]
country = "Norway"
place_kind = "Municipality"
latitude = "60.79"
longitude = 11
time_zone = "Europe/Oslo"
letter_language = "nb"
website = "https://hamar.example"
note = "…"
regions = { nb = "Innlandet", zh-hans = "内陆郡" }
[hamar-no.names]
nb = { text = "Hamar", locative = "på Hamar" }
zh-hans = ["哈马尔市"]
""")
    )
    city = City.objects.get(slug="hamar-no")
    assert (city.country_id, city.place_kind, city.latitude, city.longitude) == ("NO", "municipality", 60.79, 11.0)
    assert (city.time_zone, city.letter_language, city.website) == ("Europe/Oslo", "nb", "https://hamar.example")
    assert {name.language: (name.text, name.region) for name in city.names.all()} == {
        "nb": ("Hamar", "Innlandet"),
        "zh-hans": ("哈马尔市", "内陆郡"),
    }
    name = city.names.get(language="nb")
    assert (name.cases, name.cases_seen) == ({"locative": "på Hamar"}, True)
    assert not city.organizations.exists()


def test_a_city_needs_nothing_but_names_where_its_address_tells_the_country(load):
    load(**cities('[minsk-by]\nnames = { en = "Minsk" }\n'))
    assert City.objects.get(slug="minsk-by").country_id == "BY"
    assert City.objects.get(slug="wuxi-cn").place_kind == "city"


@pytest.mark.parametrize(
    ("written", "kind", "steps"),
    [
        ('partnership = { kind = "friendly" }', "friendly", 0),
        ('tie = { kind = "friendly" }', "friendly", 0),
        ('partnership = "friendly"', "friendly", 0),
        ("partnership = {}", "sister", 0),
        ("partnership = true", "sister", 0),
        ('steps = [{ kind = "contact", day = 2020-05-01 }, { day = "2021" }]', "sister", 2),
        ('partnership = { kind = "other", steps = [{ kind = "intent" }] }', "other", 1),
        ('tie = {}\nsteps = { kind = "signed", by_letters = true }', "sister", 1),
    ],
)
def test_a_partnership_is_read_however_it_is_written(load, written, kind, steps):
    load(**cities(f'[bodo-no]\nnames = {{ nb = "Bodø" }}\n{written}\n'))
    partnership = Partnership.objects.get()
    assert (partnership.city.slug, partnership.partner.slug) == ("wuxi-cn", "bodo-no")
    assert (partnership.kind, partnership.steps.count(), partnership.confirmed) == (kind, steps, True)


def test_a_city_that_is_there_keeps_its_names_and_gets_those_that_it_lacks(load):
    load(**cities('[bodo-no]\nnames = { nb = "Bodø" }\n'))
    City.objects.get(slug="bodo-no").names.update(text="Bodø by")
    load(**cities('[bodo-no]\nnames = { nb = "Bodø", zh-hans = "博德市" }\npartnership = {}\n'))
    city = City.objects.get(slug="bodo-no")
    assert {name.language: name.text for name in city.names.all()} == {"nb": "Bodø by", "zh-hans": "博德市"}
    assert list(City.objects.search("博德")) == [city]
    assert Partnership.objects.count() == 1


def test_partnerships_wait_for_the_office(load, tmp_path):
    from correspondence.office_folder import OfficeFolder  # the folder is written by the fixture

    load(**cities('[bodo-no]\nnames = { nb = "Bodø" }\npartnership = {}\n'))
    ((slug, _table, facts),) = load_cities(Records(OfficeFolder(tmp_path, load.__defaults__[0])))
    assert (slug, facts["kind"]) == ("bodo-no", "sister")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ('[oslo]\nnames = { nb = "Oslo" }', "[oslo].country: “oslo” is no country's code; write JP, KR, NO …"),
        ('[oslo-no]\ncountry = "Norge"\nnames = { nb = "Oslo" }', "[oslo-no].country: “Norge” is no country's code"),
        ("[oslo-no]\nnames = {}", "[oslo-no].names: a record has at least one name"),
        ('[oslo-no]\nregions = { nb = "Oslo" }', "[oslo-no].names: a record has at least one name"),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nregions = { en = "Oslo" }', "[oslo-no].regions.en: there is no name in"),
        ("[oslo-no]\nnames = { nb = 3 }", "[oslo-no].names.nb: write a name, or [name, name in running text]"),
        ('[oslo-no]\nnames = { nb = "" }', "[oslo-no].names.nb.text: This field cannot be blank."),
        ('[oslo-no]\nnames = { nb = ["Oslo", "i Oslo"] }', "[oslo-no].names.nb.in_letter: this key is not known"),
        ('[oslo-no]\nnames = { nb = { text = "Oslo", ablative = "x" } }', "[oslo-no].names.nb.ablative: this key"),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nlatitude = 95\nlongitude = 1', "[oslo-no].latitude: Ensure this value"),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nlatitude = 59', "[oslo-no].longitude: Give both latitude and longitude"),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nwebsite = "oslo"', "[oslo-no].website: Enter a valid URL."),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nletter_language = "fr"', "[oslo-no].letter_language: "),
        ('[oslo-no]\nnames = { nb = "Oslo" }\nplace_kind = "metropolis"', "[oslo-no].place_kind: “metropolis” is not"),
        ('["奥斯陆-no"]\nnames = { nb = "Oslo" }', "[奥斯陆-no].slug: Enter a valid “slug” consisting of"),
        (
            '[oslo-no]\nnames = { nb = "Oslo" }\nmayor = "x"',
            "[oslo-no].mayor: this key is not known here; known are: c",
        ),
        ('[oslo-no]\nnames = { nb = "Oslo" }\npartnership = "twin"', "[oslo-no].partnership.kind: “twin” is not known"),
        (
            '[oslo-no]\nnames = { nb = "Oslo" }\npartnership = { confirmed = false }',
            "partnership.source: Say where it is",
        ),
        (
            '[oslo-no]\nnames = { nb = "Oslo" }\npartnership = { since = 1 }',
            "[oslo-no].partnership.since: this key is not",
        ),
        (
            '[oslo-no]\nnames = { nb = "Oslo" }\nsteps = [{ kind = "kiss" }]',
            "[oslo-no].steps[1].kind: “kiss” is not known",
        ),
        (
            '[oslo-no]\nnames = { nb = "Oslo" }\nsteps = [{ day = "1066" }]',
            "[oslo-no].steps[1].day: “1066” lies outside",
        ),
        ('[taipei-tw]\nnames = { zh-hans = "台北" }\npartnership = {}', "is filed apart and has no partnerships."),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, written, sentence):
    said = refused(**cities(f"{written}\n"))
    assert said.startswith("cities.toml: ")
    assert sentence in said
    assert not City.objects.exists()


def test_our_own_city_has_no_partnership_with_itself(refused):
    said = refused(**cities("partnership = {}\n"))
    assert said.startswith("cities.toml: [wuxi-cn].partnership: this is our own city")


def test_what_stands_in_no_table_is_refused(refused):
    assert refused(cities=f'oslo = "Oslo"\n{HOME}') == (
        "cities.toml: [oslo]: “Oslo” is no table; write keys with values: { … = … }."
    )
