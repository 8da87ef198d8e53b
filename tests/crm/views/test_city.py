"""The list of cities with its picture."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import CityFactory, OfficeFactory, RelationFactory

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
    RelationFactory(city=ours, partner=CityFactory(latitude=35, longitude=136))
    browser.get(LIST)
    one = queries(browser, LIST)
    RelationFactory(city=ours, partner=CityFactory(latitude=36, longitude=137))
    RelationFactory(city=ours)
    assert queries(browser, LIST) == one


def test_the_picture_answers_the_same_questions_as_the_list(browser):
    OfficeFactory()
    ritto = CityFactory(country_id="JP", latitude=35, longitude=136, names={"en": "Ritto"})
    CityFactory(country_id="ES", latitude=40, longitude=-3)
    page = browser.get(LIST, {"country": "JP"}, headers={"HX-Request": "true"})
    assert [mark.city for mark in page.context["picture"].marks] == [ritto]
    assert page.content.decode().lstrip().startswith("<section")
