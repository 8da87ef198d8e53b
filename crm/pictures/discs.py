"""Partners in many countries around our own city: a disc a country, by mean bearing and distance."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt
from typing import NamedTuple

from crm.models import City, Country
from crm.phrases import number
from crm.pictures.compass import (
    MARK,
    NORTH,
    REACH,
    Label,
    Ring,
    Sheet,
    label_ring,
    place_label,
    polar,
    room_for_our_name,
    square_at,
)
from crm.pictures.text import WIDTH, Box

MOST_MARKS = 25  # above so many partners, a mark for each is a heap
STEPS = (500, 1000, 2000, 5000, 10000, 15000, 20100)  # km; nothing on earth is farther away than the last
MARGIN = 22
SMALLEST, LARGEST, GROWTH = 6, 20, 2.2
ROUNDS, GAP = 200, 2


class Spot(NamedTuple):
    """A partner as the picture reads it, for there may be thousands: the country's code and the coordinates."""

    country: str
    latitude: float | None
    longitude: float | None

    distance_from = City.distance_from
    bearing_from = City.bearing_from


@dataclass(frozen=True)
class Disc:
    """A country with its partners: how many there are, and where they are on the mean."""

    country: Country
    number: int
    x: float
    y: float
    radius: float
    label: Label | None = None


@dataclass(frozen=True)
class Discs:
    """Everything the template draws; ``unplaced`` are (country, number) where no coordinates are on record."""

    our_city: City
    width: int
    height: int
    x: float
    y: float
    name_x: float
    rings: list[Ring]
    discs: list[Disc]
    unplaced: list[tuple[Country, int]]


def discs(our_city: City, cities: Iterable[tuple], countries: dict[str, Country]) -> Discs:
    """The picture of partners, given as (country's code, latitude, longitude), by their countries.

    Distances are drawn by their square root, for Europe and Asia lie close together and the Americas far behind.
    """
    known = defaultdict(list)
    for spot in map(Spot._make, cities):
        known[spot.country].append(spot)
    far = {code: mean_place(group, our_city) for code, group in known.items()}
    reach = max((hypot(*place) for place in far.values() if place), default=0)
    steps = [step for step in STEPS if step < reach] + [next(step for step in STEPS if step >= reach)]
    middle, scale = WIDTH / 2, (WIDTH / 2 - MARGIN) / sqrt(steps[-1])
    spots = {code: drawn_at(place, middle, scale) for code, place in far.items() if place}
    numbers = {code: len(group) for code, group in known.items()}
    drawn = [Disc(countries[code], numbers[code], *spot, radius_of(numbers[code])) for code, spot in spots.items()]
    drawn = move_apart(sorted(drawn, key=lambda disc: (-disc.number, disc.country.pk)))
    sheet = sheet_with(drawn, our_city, middle)
    rings = [Ring(round(sqrt(step) * scale, 1), f"{number(round(step, -3) or step)} km", 0, 0) for step in steps]
    our_name = room_for_our_name(our_city, middle, middle)
    return Discs(
        our_city=our_city,
        width=WIDTH,
        height=WIDTH,
        x=middle,
        y=middle,
        name_x=round(our_name.x + our_name.width / 2, 1),
        discs=[name_disc(disc, sheet) for disc in drawn],
        rings=[label_ring(ring, middle, middle, sheet) for ring in rings],
        unplaced=[(countries[code], numbers[code]) for code, place in far.items() if place is None],
    )


def mean_place(cities: list[Spot], our_city: City) -> tuple[float, float] | None:
    """The mean of some cities' kilometres east and north of us; None where none has coordinates."""
    places = [polar(city, our_city) for city in cities if city.distance_from(our_city) is not None]
    if not places:
        return None
    return sum(place[0] for place in places) / len(places), sum(place[1] for place in places) / len(places)


def drawn_at(place: tuple[float, float], middle: float, scale: float) -> tuple[float, float]:
    """Where a place is drawn: at its bearing, at the root of its distance."""
    east, north = place
    shrink = scale / sqrt(hypot(east, north) or 1)
    return middle + east * shrink, middle - north * shrink


def radius_of(partners: int) -> float:
    """The radius of a disc: what it holds is told by its area, and one is still seen."""
    return round(min(SMALLEST + GROWTH * sqrt(partners), LARGEST), 1)


def move_apart(drawn: list[Disc]) -> list[Disc]:
    """The discs, those that overlap pushed from each other as little as it takes, and all inside the picture."""
    spots = [[disc.x, disc.y] for disc in drawn]
    pairs = [(a, b, drawn[a].radius + drawn[b].radius + GAP) for b in range(len(drawn)) for a in range(b)]
    for _round in range(ROUNDS):
        if not [pair for pair in pairs if push(spots[pair[0]], spots[pair[1]], pair[2])]:
            break
        for spot, disc in zip(spots, drawn, strict=True):
            spot[:] = [min(max(place, disc.radius + 2), WIDTH - disc.radius - 2) for place in spot]
    places = ((round(x, 1), round(y, 1)) for x, y in spots)
    return [Disc(disc.country, disc.number, *place, disc.radius) for disc, place in zip(drawn, places, strict=True)]


def push(one: list[float], other: list[float], wanted: float) -> bool:
    """Push two points from each other, each by half of what they lack of a distance; tells whether they lacked any."""
    across, down = other[0] - one[0], other[1] - one[1]
    apart = hypot(across, down)
    if apart >= wanted - 0.5:
        return False
    across, down = (across / apart, down / apart) if apart else (1.0, 0.0)
    lack = (wanted - apart) / 2
    one[:] = [one[0] - across * lack, one[1] - down * lack]
    other[:] = [other[0] + across * lack, other[1] + down * lack]
    return True


def sheet_with(drawn: list[Disc], our_city: City, middle: float) -> Sheet:
    """The picture with the room taken of the north arrow, ourselves and the discs."""
    sheet = Sheet(WIDTH)
    sheet.take_name(NORTH)
    sheet.take_mark(square_at(middle, middle))
    sheet.take_name(room_for_our_name(our_city, middle, middle))
    for disc in drawn:
        sheet.take_mark(Box(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius))
    return sheet


def name_disc(disc: Disc, sheet: Sheet) -> Disc:
    """The disc with its country's name beside it, where there is room."""
    for reach in (disc.radius + more - MARK for more in REACH):
        label = place_label(str(disc.country), disc.x, disc.y, reach, sheet, over_marks=True)
        if label:
            close = reach <= disc.radius + REACH[1] - MARK
            label = Label(label.text, label.x, label.y, None if close else label.leader)
            return Disc(disc.country, disc.number, disc.x, disc.y, disc.radius, label)
    return disc
