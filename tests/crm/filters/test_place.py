"""Country, then city, then organization: what is chosen in one limits the next, and what contradicts it is dropped."""

import pytest
from django.http import QueryDict

from crm.filters.place import drop_contradictions
from tests.factories import CityFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ritto():
    return CityFactory(slug="ritto-jp", country_id="JP")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("city=ritto-jp", "city=ritto-jp"),
        ("country=JP&city=ritto-jp", "country=JP&city=ritto-jp"),
        ("country=ES&city=ritto-jp", "country=ES"),
        ("city=ritto-jp&organization=hall-es", "city=ritto-jp"),
        ("country=ES&organization=hall-es", "country=ES&organization=hall-es"),
        ("country=ES&city=nowhere", "country=ES&city=nowhere"),
        ("", ""),
    ],
)
def test_what_contradicts_the_place_above_is_dropped(ritto, asked, kept):
    OrganizationFactory(slug="hall-es")
    assert drop_contradictions(QueryDict(asked)).urlencode() == kept


def test_a_record_merged_into_another_is_asked_for_by_the_other(ritto):
    double = CityFactory(slug="rito-jp", country_id="JP", merged_into=ritto)
    assert drop_contradictions(QueryDict(f"city={double.slug}")).urlencode() == "city=ritto-jp"
