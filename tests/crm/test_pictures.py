"""Pictures as coordinates: bearings, distances, labels that do not overlap, the time line."""

from datetime import date

import pytest

from crm.actions import link_entries, record_courtesy
from crm.dates import parse_partial_date
from crm.models import City, LedgerEntry, LinkKind
from crm.pictures import CENTRE, FONT, Box, compass, timeline, width_of
from crm.reciprocity import standing_of_help
from tests.factories import CityFactory, OfficeFactory, RelationFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def city_at(latitude, longitude, **facts):
    """A city with coordinates."""
    return CityFactory(latitude=latitude, longitude=longitude, **facts)


def drawn(ours):
    """The compass of all cities."""
    return compass(ours, City.objects.prefetch_related("names", "relations__steps").order_by("pk"), TODAY)


def courtesy(day, direction="received"):
    """A service on a day."""
    facts = {"direction": direction, "kind": "service", "day": parse_partial_date(day), "summary": f"{direction} {day}"}
    return record_courtesy(by=None, partners=[CityFactory()], **facts)


def pictured():
    """The time line of all help."""
    return timeline(standing_of_help(LedgerEntry.objects.all(), TODAY))


def test_cities_stand_at_their_bearing_and_distance():
    ours = OfficeFactory(city=city_at(0, 0)).city
    north, east = city_at(10, 0), city_at(0, 40)
    marks = {mark.city: mark for mark in drawn(ours).marks}
    assert {city: (mark.bearing, mark.km) for city, mark in marks.items()} == {north: (0, 1112), east: (90, 4448)}
    assert marks[north].x == CENTRE == marks[east].y
    assert (CENTRE - marks[north].y) * 2 == pytest.approx(marks[east].x - CENTRE, abs=0.2)


def test_a_city_without_coordinates_is_listed_below():
    ours = OfficeFactory().city
    lost = CityFactory()
    picture = drawn(ours)
    assert (picture.marks, picture.unplaced) == ([], [lost])


def test_standing_is_told_by_shape_and_word():
    ours = OfficeFactory().city
    RelationFactory(city=ours, partner=city_at(35, 136))
    RelationFactory(city=ours, partner=city_at(40, -3), steps=())
    assert [(mark.shape, str(mark.standing)) for mark in drawn(ours).marks] == [
        ("disc", "Sister city"),
        ("diamond", "Tie planned"),
    ]


def test_labels_do_not_overlap():
    ours = OfficeFactory().city
    for number in range(30):
        city_at(45 + number % 6 / 10, 10 + number / 7, names={"en": f"Partner {number}"})
    labelled = [mark for mark in drawn(ours).marks if mark.label]
    boxes = []
    for mark in labelled:
        width = width_of(mark.label)
        left = mark.label_x - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
        boxes.append(Box(left, mark.label_y - FONT + 1, left + width, mark.label_y + 3))
    assert len(boxes) >= 5
    assert [pair for n, one in enumerate(boxes) for pair in boxes[n + 1 :] if one.meets(pair)] == []


def test_received_stands_above_the_line_and_given_below():
    received, given = courtesy("2020-02-05"), courtesy("2020-03", "given")
    picture = pictured()
    assert {event.courtesy.entry: event.y < picture.axis for event in picture.events} == {received: True, given: False}


def test_a_month_is_drawn_as_a_span_and_events_of_a_day_do_not_overlap():
    for day in ("2020-02", "2020-02", "2020-02-05"):
        courtesy(day)
    events = pictured().events
    assert len({event.y for event in events}) == 3
    assert sorted(event.width > 8 for event in events) == [False, True, True]


def test_unanswered_help_is_marked_until_answered():
    received, given = courtesy("2020-02"), courtesy("2020-03", "given")
    assert [event.unanswered for event in pictured().events] == [True, False]
    link_entries(by=None, source=given, target=received, kind=LinkKind.ANSWERS)
    assert [event.unanswered for event in pictured().events] == [False, False]


def test_nothing_passed_makes_no_picture():
    assert pictured() is None
