"""The occasions of a folder: what happened, whom it struck and where."""

import pytest

from crm.models import Occasion

NAMES = 'names = { zh-hans = "洪水", en = ["Floods", "the floods"] }\n'


def occasion(text: str = "", names: str = NAMES) -> dict:
    return {"courtesies": f"[occasion.flood]\n{names}{text}\n"}


def test_an_occasion_has_what_is_written_of_it(load):
    load(
        **occasion("""
kind = "flood"
start = 2020-07-01
end = "2020-08"
deaths = true
injured = true
archived = true
note = "…"
countries = ["CN", "Norway"]
cities = ["wuxi-cn"]
in_city = ["wuxi-cn", "bodo-no"]
""")
    )
    flood = Occasion.objects.get(slug="flood")
    assert (flood.kind, str(flood.start), str(flood.end), flood.note) == ("flood", "2020-07-01", "2020-08", "…")
    assert (flood.deaths, flood.injured, flood.archived) == (True, True, True)
    assert sorted(country.pk for country in flood.countries.all()) == ["CN", "NO"]
    assert [city.slug for city in flood.cities.all()] == ["wuxi-cn"]
    assert sorted(city.slug for city in flood.in_cities.all()) == ["bodo-no", "wuxi-cn"]
    assert {name.language: (name.text, name.in_letter) for name in flood.names.all()} == {
        "zh-hans": ("洪水", ""),
        "en": ("Floods", "the floods"),
    }


@pytest.mark.parametrize(
    ("written", "happened"),
    [
        ("in_city = true", ["bodo-no"]),
        ("in_city = false", []),
        ('in_city = "wuxi-cn"', ["wuxi-cn"]),
        ('in_cities = ["wuxi-cn", "bodo-no"]', ["bodo-no", "wuxi-cn"]),
        ("", []),
    ],
)
def test_where_it_happened_is_read_however_it_is_written(load, written, happened):
    load(**occasion(f'cities = "bodo-no"\n{written}\n'))
    flood = Occasion.objects.get()
    assert sorted(city.slug for city in flood.in_cities.all()) == happened
    assert [city.slug for city in flood.cities.all()] == ["bodo-no"]


def test_an_occasion_needs_nothing_but_names(load):
    load(**occasion())
    flood = Occasion.objects.get()
    assert (flood.kind, str(flood.start), flood.end, flood.deaths) == ("other", "2026", None, False)


def test_one_country_may_be_a_text_and_the_day_is_counted_from_loading(load):
    load(**occasion('countries = "cn"\nstart = "today-45"\nend = "today-30"\n'))
    flood = Occasion.objects.get()
    assert (str(flood.start), str(flood.end), flood.countries.get().pk) == ("2026-01-30", "2026-02-14", "CN")


def test_one_that_is_there_stays_as_it_is(load):
    load(**occasion('kind = "flood"\n'))
    load(**occasion('kind = "storm"\n'))
    assert Occasion.objects.get().kind == "flood"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ('kind = "comet"', "[occasion.flood].kind: “comet” is not known; write one of: epidemic"),
        ('start = "soon"', "[occasion.flood].start: “soon” is no day"),
        ('start = "1700"', "[occasion.flood].start: “1700” lies outside what is sensible here"),
        ('start = "2020-07"\nend = "2020-06"', "[occasion.flood].end: it cannot have ended before it began (2020-07)"),
        ("deaths = 3", "[occasion.flood].deaths: “3” is neither true nor false"),
        ('countries = ["XX"]', "[occasion.flood].countries: “XX” is no country's code"),
        ('cities = ["oslo-no"]', "[occasion.flood].cities: there is no city “oslo-no”"),
        ('in_city = "oslo-no"', "[occasion.flood].in_city: there is no city “oslo-no”"),
        ("in_city = true", "[occasion.flood].in_city: name the cities struck under cities, or write in_city ="),
        ("in_city = 3", "[occasion.flood].in_city: there is no city “3”"),
        ('dead = "x"', "[occasion.flood].dead: this key is not known here; known are: archived, cities"),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, written, sentence):
    said = refused(**occasion(written))
    assert said.startswith("courtesies.toml: ")
    assert sentence in said
    assert not Occasion.objects.exists()


def test_an_occasion_has_a_name(refused):
    assert "[occasion.flood].names: a record has at least one name" in refused(**occasion(names=""))


def test_an_address_is_in_plain_letters(refused):
    said = refused(courtesies=f'[occasion."洪水"]\n{NAMES}')
    assert "[occasion.洪水].slug: Enter a valid “slug”" in said
