"""The records that trial letters are about."""

import pytest

from correspondence.trial.readers import Reader
from correspondence.trial.records import Records


@pytest.fixture
def nb(demo):
    return Records("nb")


def test_a_record_is_made_once_and_read_anew(nb):
    first, again = nb.place("municipality"), nb.place("municipality")
    assert first == again
    assert first is not again


def test_a_place_and_its_government_have_names_in_three_languages(nb):
    place = nb.place("municipality")
    government = place.organizations.get()
    assert {name.language: name.text for name in place.names.all()} == {
        "nb": "Ålesund",
        "en": "Alesund",
        "zh-hans": "奥勒松市",
    }
    assert {name.language for name in government.names.all()} == {"nb", "en", "zh-hans"}


def test_somebody_in_office_has_the_title_of_the_rank_also_in_another_language(nb):
    post = nb.reader(Reader("x", "county", "governor", "f"))
    titles = {title.language: title.text for title in post.titles.all()}
    assert titles == {"nb": "Fylkesordfører", "en": "Governor", "zh-hans": "郡长"}
    assert (post.person.gender, post.organization.city.place_kind) == ("f", "county")


def test_a_title_may_be_left_out_or_be_another(nb):
    readers = [Reader(str(title), "municipality", "mayor", "f", title=title) for title in ("", "Glassblåser")]
    assert [nb.reader(reader).title_in("nb") for reader in readers] == ["", "Glassblåser"]


def test_what_struck_the_city_struck_the_country_of_a_reader_in_none(nb):
    city = nb.place("municipality")
    there, abroad = (nb.occasion("a quake in the city", where) for where in (city, None))
    assert [list(there.in_cities.all()), list(abroad.in_cities.all())] == [[city], []]
    assert [country.pk for country in abroad.countries.all()] == ["NO"]
    assert nb.occasion("no occasion", city) is None


def test_firms_hospitals_and_citizens_are_of_the_usual_place_and_embassies_are_not(nb):
    places = [nb.partner("company").city, nb.partner("citizen").city, nb.partner("embassy").city]
    assert places == [nb.place("municipality"), nb.place("municipality"), None]


def test_a_name_keeps_the_forms_that_its_language_needs(demo):
    envoy = Records("uk").partner("envoy")
    assert envoy.names.get(form="own").cases["family_genitive"] == "Чжана"
    assert envoy.names.get(form="latin").family == "Zhang"
