"""Partners by true bearing and distance around our own city; no map of land and borders (docs/domain.md §8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from math import cos, hypot, pi, radians, sin

from crm.models import City, Standing
from crm.phrases import number
from crm.pictures.text import FONT, LINE, WIDTH, Box, OccupancyGrid, text_width

MAX_HEIGHT = 400
MARGIN_X, MARGIN_Y = 52, 42
MAX_LABELS = 30
MARK = 6
NORTH = Box(WIDTH - 40, 4, 40, 54)  # the room of the arrow that says where north is
STEPS = (200, 500, 1000, 2000, 2500, 5000, 10000)
REACH = (MARK + 3, 18, 30, 46, 66, 90, 120)
TURNS = sorted(range(24), key=lambda turn: (turn % 6 != 0, turn % 12 != 6, turn % 3, turn))  # beside, above, the rest


@dataclass(frozen=True)
class Sign:
    """How a standing is drawn: an outline around 0, 0 with its colours; ``label`` says it in words."""

    label: str
    path: str
    fill: str
    stroke: str


ROUND = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
SQUARE = "M-5 -5H5V5H-5Z"
DIAMOND = "M0 -6.5L6.5 0L0 6.5L-6.5 0Z"
TRIANGLE = "M0 -6L6 5H-6Z"
CROSS = "M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5"
PAPER, GREEN, BLUE, BROWN, GREY = "#fffefb", "#2f6f6a", "#1f4e79", "#8a5a12", "#575c66"
SIGNS = {
    Standing.SISTER: Sign(Standing.SISTER.label, ROUND, GREEN, GREEN),
    Standing.FRIENDLY: Sign(Standing.FRIENDLY.label, SQUARE, BLUE, BLUE),
    Standing.OTHER: Sign(Standing.OTHER.label, TRIANGLE, BROWN, BROWN),
    Standing.PROSPECTIVE: Sign(Standing.PROSPECTIVE.label, ROUND, PAPER, GREEN),
    Standing.DORMANT: Sign(Standing.DORMANT.label, SQUARE, PAPER, GREY),
    Standing.ENDED: Sign(Standing.ENDED.label, CROSS, "none", GREY),
    Standing.UNCONFIRMED: Sign(Standing.UNCONFIRMED.label, DIAMOND, PAPER, GREY),
    None: Sign("", TRIANGLE, PAPER, GREY),
}


@dataclass(frozen=True)
class Ring:
    """A circle of equal distance; its label stands where the picture has room, or is empty."""

    radius: float
    label: str
    x: float
    y: float


@dataclass(frozen=True)
class Label:
    """A city's name beside its mark; ``leader`` where a line leads from the mark to it."""

    text: str
    x: float
    y: float
    leader: tuple[float, float] | None


@dataclass(frozen=True)
class Mark:
    """A partner: where it is, and how its partnership stands. ``label`` is None where its name found no room."""

    city: City
    km: int
    bearing: int
    x: float
    y: float
    sign: Sign
    label: Label | None = None


@dataclass(frozen=True)
class Compass:
    """Everything the template draws. ``unplaced`` are the cities whose coordinates are not on record."""

    our_city: City
    width: int
    height: int
    x: float
    y: float
    name_x: float
    rings: list[Ring]
    marks: list[Mark]
    unplaced: list[City]


def compass(our_city: City, cities: Iterable[City], on: date) -> Compass:
    """The picture of our partners as of a day, the nearest first.

    Read the cities with ``names`` and ``partnerships__steps``: nothing is asked of the database here.
    """
    cities = [city for city in cities if city.pk != our_city.pk]
    placed = [city for city in cities if city.distance_from(our_city) is not None]
    far = [polar(city, our_city) for city in placed]
    scale, height, x, y = frame(far)
    spots = [(x + east * scale, y - north * scale) for east, north in far]
    sheet = Sheet(height)
    sheet.take_name(NORTH)
    sheet.take_mark(square_at(x, y))
    our_name = room_for_our_name(our_city, x, y)
    sheet.take_name(our_name)
    for spot in spots:
        sheet.take_mark(square_at(*spot))
    marks = [mark_of(city, our_city, on, *spot) for city, spot in zip(placed, spots, strict=True)]
    marks = name_marks(marks, sheet)
    rings = [label_ring(ring, x, y, sheet) for ring in rings_around(x, y, scale, height)]
    return Compass(
        our_city=our_city,
        width=WIDTH,
        height=height,
        x=round(x, 1),
        y=round(y, 1),
        name_x=round(our_name.x + our_name.width / 2, 1),
        rings=rings,
        marks=marks,
        unplaced=[city for city in cities if city.distance_from(our_city) is None],
    )


class Sheet:
    """What is taken of the sheet: by marks, by names, and by anything, lines to names too."""

    def __init__(self, height: int):
        self.height = height
        self.marks, self.names, self.all = OccupancyGrid(), OccupancyGrid(), OccupancyGrid()

    def take_mark(self, box: Box) -> None:
        """Takes the room of a mark."""
        self.marks.take(box)
        self.all.take(box)

    def take_name(self, box: Box) -> None:
        """Takes the room of a name."""
        self.names.take(box)
        self.all.take(box)

    def has_room(self, box: Box) -> bool:
        """Whether a name may stand here."""
        return box.within(WIDTH, self.height) and self.all.is_free(box)


def square_at(x: float, y: float) -> Box:
    """The room a mark takes."""
    return Box(x - MARK, y - MARK, 2 * MARK, 2 * MARK)


def polar(city: City, our_city: City) -> tuple[float, float]:
    """Kilometres east and north of us on a plane that keeps every bearing and distance from us true."""
    distance, bearing = city.distance_from(our_city), radians(city.bearing_from(our_city))
    return distance * sin(bearing), distance * cos(bearing)


def frame(places: list[tuple[float, float]]) -> tuple[float, int, float, float]:
    """Units a kilometre, the height, and where we are, so that all partners and we ourselves fit."""
    east, north = [0.0, *(place[0] for place in places)], [0.0, *(place[1] for place in places)]
    wide, high = max(max(east) - min(east), 100), max(max(north) - min(north), 100)
    scale = min((WIDTH - 2 * MARGIN_X) / wide, (MAX_HEIGHT - 2 * MARGIN_Y) / high)
    height = max(200, round(high * scale + 2 * MARGIN_Y))
    x = WIDTH / 2 - (max(east) + min(east)) / 2 * scale
    return scale, height, x, height / 2 + (max(north) + min(north)) / 2 * scale


def rings_around(x: float, y: float, scale: float, height: int) -> list[Ring]:
    """Circles of round kilometres, as many as the picture shows."""
    reach = max(hypot(x - corner_x, y - corner_y) for corner_x in (0, WIDTH) for corner_y in (0, height)) / scale
    step = next((step for step in STEPS if reach / step <= 7), STEPS[-1])
    kilometres = range(step, int(reach) + 1, step)
    return [Ring(round(km * scale, 1), f"{number(km)} km", 0, 0) for km in kilometres]


def label_ring(ring: Ring, x: float, y: float, sheet: Sheet) -> Ring:
    """The ring with its label on the line, at the first of 24 places that is free; "" where none is."""
    width = text_width(ring.label)
    for turn in range(24):
        angle = pi * turn / 12
        middle_x, middle_y = x + ring.radius * sin(angle), y - ring.radius * cos(angle)
        box = Box(middle_x - width / 2, middle_y - LINE / 2, width, LINE)
        if sheet.has_room(box):
            sheet.take_name(box)
            return Ring(ring.radius, ring.label, round(middle_x, 1), round(middle_y + 4, 1))
    return Ring(ring.radius, "", 0, 0)


def room_for_our_name(our_city: City, x: float, y: float) -> Box:
    """The room our own city's name takes, below its mark and inside the picture."""
    width = text_width(str(our_city))
    return Box(min(max(x - width / 2, 2), WIDTH - 2 - width), y + MARK + 2, width, LINE)


def mark_of(city: City, our_city: City, on: date, x: float, y: float) -> Mark:
    """A partner's mark with the standing of our partnership."""
    partnership = city.partnership_with(our_city)
    km, bearing = round(city.distance_from(our_city)), round(city.bearing_from(our_city)) % 360
    return Mark(city, km, bearing, round(x, 1), round(y, 1), SIGNS[partnership.standing(on) if partnership else None])


def name_marks(marks: list[Mark], sheet: Sheet) -> list[Mark]:
    """The marks, nearest first, with their names where there is room: beside them first, then at longer lines."""
    marks = sorted(marks, key=lambda mark: mark.km)
    chosen = sorted(marks, key=lambda mark: mark.sign is SIGNS[None])[:MAX_LABELS]
    labels: dict[int, Label] = {}
    for over_marks, reach in product((False, True), REACH):
        for mark in chosen:
            if mark.city.pk in labels:
                continue
            if label := place_label(str(mark.city), mark.x, mark.y, reach, sheet, over_marks):
                labels[mark.city.pk] = label
    return [replace(mark, label=labels.get(mark.city.pk)) for mark in marks]


def place_label(text: str, x: float, y: float, reach: float, sheet: Sheet, over_marks: bool) -> Label | None:
    """A free place for the name of a mark at a distance; its line crosses no name, and other marks only if it must."""
    width = text_width(text)
    for turn in TURNS:
        east, south = sin(pi * turn / 12), -cos(pi * turn / 12)
        end = (x + reach * east, y + reach * south)
        box = Box(end[0] - width * (1 - east) / 2, end[1] - LINE * (1 - south) / 2, width, LINE)
        beyond = (x + 2 * MARK * east, y + 2 * MARK * south)
        if not sheet.has_room(box) or not sheet.names.is_free_along(x, y, *end):
            continue
        if over_marks or reach < 2 * MARK or sheet.marks.is_free_along(*beyond, *end):
            sheet.take_name(box)
            sheet.all.take_line(x, y, *end)
            leader = (round(end[0], 1), round(end[1], 1)) if reach > REACH[0] else None
            return Label(text, round(box.x, 1), round(box.y + FONT - 0.5, 1), leader)
    return None
