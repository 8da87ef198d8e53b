"""Occasions: the list and the form."""

from django.urls import reverse

from crm.models import Occasion
from tests.factories import CityFactory, OccasionFactory
from tests.queries import queries

LIST = reverse("occasion-list")


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    first = OccasionFactory()
    first.countries.add("JP")
    first.cities.add(CityFactory())
    browser.get(LIST)
    one = queries(browser, LIST)
    OccasionFactory().countries.add("ES")
    OccasionFactory().cities.add(CityFactory())
    assert queries(browser, LIST) == one


def test_list_answers_by_country_struck(browser):
    wanted, other = OccasionFactory(), OccasionFactory()
    wanted.cities.add(CityFactory(country_id="JP"))
    other.countries.add("ES")
    rows = browser.get(LIST, {"country": "JP"}).context["table"].rows
    assert [row.record for row in rows] == [wanted]


def test_a_new_occasion_gets_its_address_from_its_name(browser):
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en"}
    facts = {"kind": "earthquake", "start": "2024", "countries": ["JP"], "names-0-text": "Noto earthquake"}
    answer = browser.post(reverse("occasion-add"), names | facts)
    occasion = Occasion.objects.get()
    assert (occasion.slug, answer.url) == ("noto-earthquake-2024", occasion.get_absolute_url())
    assert [country.pk for country in occasion.countries.all()] == ["JP"]


def test_an_occasion_does_not_end_before_it_began(browser):
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "Flood"}
    page = browser.post(reverse("occasion-add"), names | {"kind": "flood", "start": "2024-05", "end": "2024-04"})
    assert "It cannot end before it began." in page.content.decode()
    assert Occasion.objects.count() == 0
