"""The list of cities with its picture."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import CityFactory, OfficeFactory, PartnershipFactory

LIST = reverse("city-list")


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def queries(browser, url):
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as asked:
        browser.get(url)
    return len(asked)


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    ours = OfficeFactory().city
    PartnershipFactory(city=ours, partner=CityFactory(latitude=35, longitude=136))
    browser.get(LIST)
    one = queries(browser, LIST)
    PartnershipFactory(city=ours, partner=CityFactory(latitude=36, longitude=137))
    PartnershipFactory(city=ours)
    assert queries(browser, LIST) == one


def test_the_picture_answers_the_same_questions_as_the_list(browser):
    OfficeFactory()
    ritto = CityFactory(country_id="JP", latitude=35, longitude=136, names={"en": "Ritto"})
    CityFactory(country_id="ES", latitude=40, longitude=-3)
    page = browser.get(LIST, {"country": "JP"}, headers={"HX-Request": "true"})
    assert [mark.city for mark in page.context["picture"].marks] == [ritto]
    assert page.content.decode().lstrip().startswith("<section")


def test_half_a_pair_of_coordinates_is_refused_in_a_sentence(browser):
    typed = {"country": "ES", "latitude": "40.6", "names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0}
    typed |= {"names-0-language": "en", "names-0-text": "Guadalajara"}
    page = browser.post(reverse("city-add"), typed)
    assert page.context["form"].errors == {"longitude": ["Give both latitude and longitude, or neither."]}
    assert 'value="Guadalajara"' in page.content.decode()
