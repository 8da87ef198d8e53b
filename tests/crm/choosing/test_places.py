"""What the filters above lists offer: only places where there is somebody or something."""

import pytest

from crm.choosing.kinds import offered
from tests.factories import CityFactory, PersonFactory, PostFactory

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
