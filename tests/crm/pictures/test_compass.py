"""Partners around our city: true bearings and distances, names that get in nobody's way."""

from datetime import date
from itertools import combinations

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from crm.models import City, Office, PartnershipKind, StepKind
from crm.pictures import compass
from crm.pictures.compass import FONT, SIGNS
from crm.pictures.text import LINE, Box, text_width
from tests.factories import CityFactory, OfficeFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def city_at(latitude, longitude, **facts):
    """A city with coordinates."""
    return CityFactory(latitude=latitude, longitude=longitude, **facts)


def drawn(ours, **limits):
    """The compass of all cities."""
    cities = City.objects.filter(**limits).select_related("country").prefetch_related("names", "partnerships__steps")
    return compass(ours, cities.order_by("pk"), TODAY)


def crowd(number):
    """Our city and many partners in one corner of the world."""
    for n in range(number):
        city_at(38 + n % 6 * 1.5, n * 1.2 - 5, names={"en": f"Partner {n}"})
    return drawn(OfficeFactory().city)


def test_cities_stand_at_their_bearing_and_distance():
    ours = OfficeFactory(city=city_at(0, 0)).city
    north, east = city_at(10, 0), city_at(0, 40)
    picture = drawn(ours)
    near, far = picture.marks
    assert [(mark.city, mark.km, mark.bearing) for mark in picture.marks] == [(north, 1112, 0), (east, 4448, 90)]
    assert (near.x, far.y) == (picture.x, picture.y)
    assert (picture.y - near.y) * 4 == pytest.approx(far.x - picture.x, abs=0.3)


def test_rings_are_of_round_kilometres():
    city_at(40, -3)
    rings = drawn(OfficeFactory().city).rings
    assert [ring.label for ring in rings if ring.label] == ["2,000 km", "4,000 km", "6,000 km", "8,000 km"]
    assert rings[1].radius == pytest.approx(rings[0].radius * 2, abs=0.1)


def test_a_city_without_coordinates_is_listed_below():
    lost = CityFactory()
    picture = drawn(OfficeFactory().city)
    assert (picture.marks, picture.unplaced) == ([], [lost])


def test_where_our_own_coordinates_are_unknown_all_are_listed():
    partner = city_at(35, 136)
    picture = drawn(OfficeFactory(city=CityFactory()).city)
    assert (picture.marks, picture.unplaced) == ([], [partner])


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Sister city"),
        ({"kind": PartnershipKind.FRIENDLY}, "Friendship city"),
        ({"steps": ()}, "Partnership planned"),
        ({"steps": ((StepKind.SIGNED, "2020-07"),)}, "Partnership planned"),
        ({"steps": ((StepKind.SIGNED, "1992"), (StepKind.ENDED, "2019"))}, "Ended"),
        ({"confirmed": False, "source": "a blog"}, "Unconfirmed"),
    ],
)
def test_standing_is_told_by_sign_and_word(facts, words):
    ours = OfficeFactory().city
    PartnershipFactory(city=ours, partner=city_at(35, 136), **facts)
    [mark] = drawn(ours).marks
    assert str(mark.sign.label) == words


def test_each_standing_has_a_sign_of_its_own():
    looks = {(sign.path, sign.fill) for sign in SIGNS.values()}
    assert len(looks) == len(SIGNS)


def room_of(label):
    """The room a name takes."""
    return Box(label.x, label.y - FONT + 2, text_width(label.text), LINE - 3)


@pytest.mark.parametrize("number", [1, 8, 40])
def test_names_and_marks_do_not_overlap(number):
    picture = crowd(number)
    marks = [Box(mark.x - 5, mark.y - 5, 10, 10) for mark in picture.marks]
    labels = [mark.label for mark in picture.marks if mark.label]
    names = [room_of(label) for label in labels]
    assert len(names) >= min(number, 4)
    assert [pair for pair in combinations(names, 2) if pair[0].meets(pair[1], 0)] == []
    assert [name for name in names if any(name.meets(mark, 0) for mark in marks)] == []
    assert [name for name in names if not name.within(picture.width, picture.height, 0)] == []


def test_no_line_leads_through_a_name():
    picture = crowd(30)
    labels = [mark.label for mark in picture.marks if mark.label]
    names = [room_of(label) for label in labels]
    lines = [(mark, mark.label.leader) for mark in picture.marks if mark.label and mark.label.leader]
    assert len(lines) > 0
    for mark, (end_x, end_y) in lines:
        part = [step / 50 for step in range(51)]
        points = [(mark.x + (end_x - mark.x) * p, mark.y + (end_y - mark.y) * p) for p in part]
        assert [
            name for name in names if name != room_of(mark.label) and any(name.holds(*point) for point in points)
        ] == []


def test_drawing_asks_the_database_nothing_more():
    PartnershipFactory(partner=city_at(35, 136))
    ours = Office.get().city
    cities = list(City.objects.select_related("country").prefetch_related("names", "partnerships__steps"))
    with CaptureQueriesContext(connection) as asked:
        render_to_string("crm/_compass.html", {"picture": compass(ours, cities, TODAY)})
    assert len(asked) == 0


def test_the_page_says_it_in_words_too():
    ours = OfficeFactory().city
    PartnershipFactory(city=ours, partner=city_at(35, 136, names={"en": "Ritto"}))
    page = render_to_string("crm/_compass.html", {"picture": drawn(ours)})
    assert "Ritto: Sister city, 2,402 km, 62°." in page
    assert (page.count('role="group"'), page.count("style=")) == (1, 0)
