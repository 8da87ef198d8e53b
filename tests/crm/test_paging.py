"""Pages of long lists: how many there are, how many are shown, what is asked that there is not."""

import pytest
from django.core.paginator import EmptyPage
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import translation

from crm import paging
from crm.models import City
from crm.paging import Pages, page_of
from crm.phrases import how_many, how_many_records, number_of_pages
from crm.tables.base import RecordTable
from crm.templatetags.wanglai import page_url
from tests.factories import CityFactory


class CityTable(RecordTable):
    """A table of cities."""

    class Meta(RecordTable.Meta):
        model = City
        fields = ("slug",)


@pytest.fixture
def cities(db):
    """Five cities in their order."""
    for _turn in range(5):
        CityFactory()
    return City.objects.order_by("pk")


@pytest.fixture
def few_counted(monkeypatch):
    """No more than four rows are counted."""
    for module in ("crm.paging", "crm.phrases"):
        monkeypatch.setattr(f"{module}.MOST_COUNTED", 4)


def page(rows, asked: str = "", per_page: int = 2):
    """The page of rows that an address asks for."""
    return page_of(rows, QueryDict(asked), "cities", per_page)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("", [0, 1]),
        ("cities=2", [2, 3]),
        ("cities=3", [4]),
        ("cities=9", [4]),
        ("cities=x", [0, 1]),
        ("page=2", [0, 1]),
    ],
)
def test_a_page_is_the_one_asked_for_or_the_nearest(cities, asked, places):
    assert list(page(cities, asked)) == [cities[place] for place in places]


def test_a_page_says_how_many_there_are_and_how_many_it_shows(cities):
    assert how_many(page(cities, "cities=3")) == "5; these are 1"
    assert how_many(page(cities, per_page=5)) == "5"
    assert how_many_records(page(cities.filter(pk=cities[0].pk))) == "1 record"
    assert how_many_records(page(list(cities))) == "5 records; these are 2"
    with translation.override("zh-hans"):
        assert how_many(page(cities)) == "5，此页2条"


@pytest.mark.usefixtures("few_counted")
def test_behind_the_rows_that_are_counted_there_are_pages_as_long_as_there_are_rows(cities):
    last = page(cities, "cities=3")
    assert (list(last), how_many(last), number_of_pages(last)) == ([cities[4]], "4+; these are 1", "2+")
    assert (page(cities, "cities=2").has_next(), last.has_next()) == (True, False)
    assert page(cities, "cities=4").number == 3
    assert page(cities.exclude(pk=cities[0].pk)).paginator.is_beyond_count is False


@pytest.mark.usefixtures("few_counted")
def test_no_page_is_so_far_away_that_a_database_cannot_count_to_it(cities):
    with pytest.raises(EmptyPage):
        Pages(cities, 2).page(10**30)
    with pytest.raises(EmptyPage):
        Pages(cities, 2).page(-1)


def test_counting_stops_behind_ten_thousand(cities, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        assert Pages(cities, 2).count == 5
    assert f"LIMIT {paging.MOST_COUNTED + 1}" in asked[0]["sql"]


def test_the_address_of_a_page_keeps_what_else_was_asked():
    request = RequestFactory().get("/", {"country": "JP", "letters": 2})
    assert page_url({"request": request}, "letters", 3) == "?country=JP&letters=3#letters"
    assert page_url({"request": request}, "page", 2) == "?country=JP&letters=2&page=2"


def test_rows_that_lead_fill_their_pages_and_the_last_is_of_all_rows(cities):
    table = CityTable(cities)
    table.leading = lambda number: cities.filter(pk__lte=cities[2].pk).reverse()  # in another order, to tell them
    pages = Pages(table.rows, 2, read=City.objects.all())
    assert [[row.record for row in pages.page(at)] for at in (1, 2)] == [[cities[2], cities[1]], [cities[2], cities[3]]]
