"""A city is any place: its kind, and what it is part of."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from crm.models import City
from tests.factories import CityFactory

pytestmark = pytest.mark.django_db


def test_a_place_is_a_city_until_told_otherwise():
    assert (CityFactory().place_kind, CityFactory().get_place_kind_display()) == ("city", "City")


@pytest.mark.parametrize(
    ("names", "kind"), [({"ja": "高浜町", "en": "Takahama"}, "town"), ({"en": "Takahama"}, "city")]
)
def test_the_kind_proposed_is_what_its_names_tell_or_a_city(names, kind):
    assert CityFactory(country_id="JP", names=names).propose_place_kind() == kind


def refused(place) -> dict:
    """What ``clean`` says against a place, by field."""
    with pytest.raises(ValidationError) as refusal:
        place.clean()
    return refusal.value.message_dict


def test_the_places_it_is_part_of_are_told_nearest_first():
    province = CityFactory(place_kind="province")
    county = CityFactory(place_kind="county", part_of=province)
    town = CityFactory(place_kind="town", part_of=county)
    town.clean()
    assert town.wholes == [county, province]
    assert list(county.parts.all()) == [town]


def test_a_place_is_never_part_of_itself_or_of_its_own_part():
    province = CityFactory()
    town = CityFactory(part_of=CityFactory(part_of=province))
    for whole in (province, town, town.part_of):
        province.part_of = whole
        assert refused(province) == {"part_of": ["It cannot be part of itself or of a part of its own."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        City.objects.filter(pk=town.pk).update(part_of=F("pk"))


def test_a_place_and_what_it_is_part_of_stand_in_one_country():
    province = CityFactory(country_id="JP")
    city = CityFactory(country_id="ES", part_of=province)
    assert refused(city) == {"part_of": ["A place is part of one in the same country or region."]}
    moved = CityFactory(country_id="ES")
    CityFactory(country_id="ES", part_of=moved)
    moved.country_id = "PT"
    assert refused(moved) == {"country": ["Places of another country or region are recorded as part of it."]}


def test_a_loop_in_the_data_does_not_hang():
    one, two = CityFactory(), CityFactory()
    City.objects.filter(pk=one.pk).update(part_of=two)
    City.objects.filter(pk=two.pk).update(part_of=one)
    assert City.objects.get(pk=one.pk).wholes == [two, one]


def test_a_new_place_is_checked_without_a_query_and_among_others_not_yet_numbered(django_assert_num_queries):
    county = City(pk=-1, country_id="JP")  # as a batch builds them
    with django_assert_num_queries(0):
        City(pk=-1, country_id="JP", part_of=county).clean()
