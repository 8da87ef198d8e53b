"""Partners in many countries: a disc a country, at its bearing and distance, in nobody's way."""

from itertools import combinations
from math import hypot

import pytest

from crm.models import Country
from crm.pictures.discs import discs
from crm.pictures.text import FONT, LINE, WIDTH, Box, text_width
from tests.factories import CityFactory, OfficeFactory

pytestmark = pytest.mark.django_db
EUROPE = ("ES", "FR", "DE", "IT", "GB", "NL", "BE", "CH", "AT", "PL", "CZ", "HU", "RO", "BG", "GR", "SE", "NO", "FI")


@pytest.fixture
def ours():
    """Our city, at 0° 0°."""
    return OfficeFactory(city=CityFactory(latitude=0, longitude=0)).city


def drawn(ours, *places):
    """The picture of partners given as (country, latitude, longitude)."""
    return discs(ours, places, Country.objects.in_bulk())


def test_a_disc_stands_at_the_mean_of_its_cities_and_at_the_root_of_their_distance(ours):
    picture = drawn(ours, ("ES", 60, 0), ("ES", 70, 0), ("JP", 0, 80), ("NO", 0, -20))
    spain, japan, norway = picture.discs
    assert [(disc.country.pk, disc.number) for disc in picture.discs] == [("ES", 2), ("JP", 1), ("NO", 1)]
    assert (spain.x, japan.y, norway.y) == (picture.x, picture.y, picture.y)
    assert japan.x - picture.x == pytest.approx(2 * (picture.x - norway.x), abs=0.2)
    assert picture.y - spain.y == pytest.approx((65 / 80) ** 0.5 * (japan.x - picture.x), abs=0.2)


def test_partners_on_both_sides_of_the_date_line_are_not_drawn_behind_us():
    ours = OfficeFactory(city=CityFactory(latitude=27, longitude=112)).city
    (fiji,) = drawn(ours, ("FJ", -17, 179), ("FJ", -17, -179)).discs
    assert fiji.x > ours_at(drawn(ours))[0]


def ours_at(picture):
    """Where we are in a picture."""
    return picture.x, picture.y


def test_more_partners_make_a_larger_disc(ours):
    one, many = sorted(drawn(ours, ("NO", 60, 5), *[("JP", 35, 136)] * 15).discs, key=lambda disc: disc.number)
    assert one.radius < many.radius
    assert drawn(ours, *[("JP", 35, 136)] * 3000).discs[0].radius == 20


def test_rings_reach_as_far_as_the_partners_do(ours):
    assert [ring.label for ring in drawn(ours, ("NO", 30, 0)).rings] == ["500 km", "1,000 km", "2,000 km", "5,000 km"]
    assert drawn(ours, ("NO", 0, 180)).rings[-1].label in ("20,000 km", "")


def test_discs_do_not_overlap_and_stay_in_the_picture(ours):
    picture = drawn(ours, *((code, 40 + n % 5, n % 7) for n, code in enumerate(EUROPE * 3)))
    assert len(picture.discs) == len(EUROPE)
    touching = [
        pair
        for pair in combinations(picture.discs, 2)
        if hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y) < pair[0].radius + pair[1].radius - 1
    ]
    assert touching == []
    outside = [d for d in picture.discs if min(d.x, d.y) < d.radius or max(d.x, d.y) > WIDTH - d.radius]
    assert outside == []


def test_names_stand_on_no_disc_and_on_no_other_name(ours):
    picture = drawn(ours, *((code, 40 + n % 5, n % 7) for n, code in enumerate(EUROPE)))
    names = [room_of(disc.label) for disc in picture.discs if disc.label]
    assert len(names) > 8
    assert [pair for pair in combinations(names, 2) if pair[0].meets(pair[1], 0)] == []
    assert [name for name in names for disc in picture.discs if name.holds(disc.x, disc.y)] == []


def room_of(label):
    """The room a name takes."""
    return Box(label.x, label.y - FONT + 2, text_width(label.text), LINE - 3)


def test_a_country_without_coordinates_is_named_with_its_number(ours):
    picture = drawn(ours, ("NO", None, None), ("NO", None, None), ("JP", 35, 136), ("JP", None, None))
    assert [(country.pk, number) for country, number in picture.unplaced] == [("NO", 2)]
    assert [(disc.country.pk, disc.number) for disc in picture.discs] == [("JP", 2)]


def test_where_our_own_coordinates_are_unknown_all_countries_are_named():
    picture = drawn(OfficeFactory(city=CityFactory()).city, ("NO", 60, 5), ("JP", 35, 136))
    assert (picture.discs, [country.pk for country, _number in picture.unplaced]) == ([], ["NO", "JP"])
