"""Occasions: where they struck, and what letters call them."""

import pytest

from crm.models import Country, Occasion
from tests.factories import CityFactory, OccasionFactory

pytestmark = pytest.mark.django_db


def test_an_occasion_strikes_a_country_or_one_of_its_cities():
    spain, ritto = OccasionFactory(), CityFactory(country_id="JP")
    spain.countries.set(["ES"])
    flood = OccasionFactory()
    flood.cities.set([ritto])
    assert (spain.struck(CityFactory()), spain.struck(ritto)) == (True, False)
    assert (flood.struck(ritto), flood.struck(CityFactory(country_id="JP"))) == (True, False)
    assert flood.struck_country(Country.objects.get(pk="JP")) is True
    assert flood.struck_country(None) is False
    assert list(Occasion.objects.in_country("JP")) == [flood]


def test_one_that_struck_two_cities_of_a_country_is_listed_once():
    flood = OccasionFactory()
    flood.cities.set([CityFactory(), CityFactory()])
    assert list(Occasion.objects.in_country("ES")) == [flood]


def test_where_it_struck_may_be_unknown():
    assert OccasionFactory().is_placed is False


def test_a_letter_takes_the_form_for_running_text():
    occasion = OccasionFactory(names={"en": "COVID-19", "es": "covid-19"})
    occasion.names.filter(language="en").update(in_letter="the COVID-19 epidemic")
    occasion = Occasion.objects.get()
    assert occasion.letter_name_in("en") == "the COVID-19 epidemic"
    assert (occasion.letter_name_in("es"), occasion.letter_name_in("es", bare=False)) == ("covid-19", "")
    assert occasion.letter_name_in("ja") == ""


def test_addresses_bear_the_year_and_are_numbered_where_taken():
    occasion = OccasionFactory(names={"en": "Floods"}, start="2021-07")
    OccasionFactory(slug="floods-2021")
    assert occasion.propose_slug() == "floods-2021-2"
