"""What the filters above lists offer: only places where there is somebody or something."""

import pytest

from crm.choosing.kinds import offered
from crm.choosing.places import groups, placed_organizations, struck_countries
from tests.factories import CityFactory, OccasionFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ritto():
    return CityFactory(slug="ritto-jp", country_id="JP")


def test_only_places_where_somebody_is_are_offered(ritto):
    CityFactory()
    post, neighbour = PostFactory(), PersonFactory(city=ritto)
    PersonFactory(country_id="UA")
    assert set(offered("placed-city", of=["person"]).records) == {post.organization.city, ritto}
    assert {country.pk for country in offered("placed-country", of=["person"]).records} == {"ES", "JP", "UA"}
    neighbour.archived = True
    neighbour.save()
    assert set(offered("placed-city", of=["person"]).records) == {post.organization.city}


def test_countries_where_we_know_somebody_are_groups_beside_our_missions(ritto):
    assert groups() == [("missions", "Our missions abroad"), ("JP", "Japan")]


def test_countries_struck_as_a_whole_or_in_a_city_are_offered(ritto):
    OccasionFactory().countries.add("ES")
    OccasionFactory().cities.add(ritto)
    assert struck_countries() == [("JP", "Japan"), ("ES", "Spain")]


def test_organizations_with_posts_are_those_of_the_place_asked_for(ritto):
    post = PostFactory(organization=OrganizationFactory(city=ritto))
    PostFactory()
    OrganizationFactory(kind="company", city=ritto)
    for asked in ({"city": ["ritto-jp"]}, {"country": ["JP"]}):
        assert list(placed_organizations(asked, None)) == [post.organization]
