"""Pictures as coordinates: partners around our city, help along a time line. Pure; templates draw them as SVG."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from math import cos, radians, sin, sqrt

from crm.models.relation import Standing

# Compass ----------------------------------------------------------------------------------------

SIZE, CENTRE, RADIUS, FONT = 480, 240, 196, 17
RING_STEPS = (50, 100, 250, 500, 1000, 2500, 5000, 10000, 20000)
SHAPES = {Standing.SISTER: "disc", Standing.FRIENDLY: "square", Standing.OTHER: "square"}


@dataclass(frozen=True)
class Ring:
    """A circle of equal distance, with the place of its label."""

    km: int
    radius: float
    label_y: float


@dataclass
class Mark:
    """A city at its true bearing; ``label`` is empty where its name found no room (the list below has it)."""

    city: object
    standing: str
    shape: str
    km: int
    bearing: int
    x: float
    y: float
    label: str = ""
    label_x: float = 0
    label_y: float = 0
    anchor: str = "start"
    led: bool = False

    @property
    def diamond(self) -> str:
        """The corners of a diamond around the mark, for a polygon."""
        corners = ((0, -8), (8, 0), (0, 8), (-8, 0))
        return " ".join(f"{self.x + dx:.1f},{self.y + dy:.1f}" for dx, dy in corners)

    @property
    def square_x(self) -> float:
        """The left edge of a square around the mark."""
        return self.x - 6

    @property
    def square_y(self) -> float:
        """The top edge of a square around the mark."""
        return self.y - 6


@dataclass(frozen=True)
class Compass:
    """Partners around our city; ``unplaced`` are those whose coordinates are not on record."""

    centre: object
    rings: list[Ring]
    marks: list[Mark]
    unplaced: list
    size: int = SIZE
    middle: int = CENTRE


def compass(our_city, cities, on: date) -> Compass:
    """Cities by true bearing and distance around ours; distances are read from the rings."""
    others = [city for city in cities if city != our_city]
    placed = [city for city in others if our_city and city.distance_from(our_city) is not None]
    farthest = max((city.distance_from(our_city) for city in placed), default=0)
    reach = max(farthest * 1.05, RING_STEPS[0])
    marks = sorted((mark_of(city, our_city, reach, on) for city in placed), key=lambda mark: mark.km)
    rings = [ring_of(km, reach) for km in RING_STEPS if reach / 12 <= km <= reach]
    write_labels(marks, rings)
    return Compass(our_city, rings, marks, [city for city in others if city not in placed])


def radius_of(km: float, reach: float) -> float:
    """Square-root scale: near partners stay apart though far ones are on the same sheet."""
    return RADIUS * sqrt(km / reach)


def ring_of(km: int, reach: float) -> Ring:
    """The circle of a distance, its label just inside its top."""
    radius = radius_of(km, reach)
    return Ring(km, round(radius, 1), round(CENTRE - radius + 15, 1))


def mark_of(city, our_city, reach: float, on: date) -> Mark:
    """A city's place on the sheet and its standing on the day."""
    km, bearing = city.distance_from(our_city), city.bearing_from(our_city)
    radius = radius_of(km, reach)
    tie = next(iter(city.relations.all()), None)
    standing = tie.standing(on) if tie else None
    x, y = CENTRE + radius * sin(radians(bearing)), CENTRE - radius * cos(radians(bearing))
    shape = SHAPES.get(standing, "diamond")
    label = standing.label if standing else ""
    return Mark(city, label, shape, round(km), round(bearing) % 360, round(x, 1), round(y, 1))


def width_of(text: str, size: int = FONT) -> float:
    """About how wide a text is set: Chinese characters are square, letters a little over half."""
    return sum(size if ord(character) > 0x2E7F else size * 0.58 for character in text)


def shortened(text: str, most: float, size: int = FONT) -> str:
    """The text, cut with an ellipsis where it is wider than ``most``."""
    if width_of(text, size) <= most:
        return text
    while text and width_of(text + "…", size) > most:
        text = text[:-1]
    return text.rstrip() + "…"


@dataclass(frozen=True)
class Box:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    @property
    def on_sheet(self) -> bool:
        """Whether it lies wholly on the compass's sheet."""
        return self.left >= 0 and self.top >= 0 and self.right <= SIZE and self.bottom <= SIZE


def write_labels(marks: list[Mark], rings: list[Ring]) -> None:
    """Gives each mark its name at the first free place around it; none overlaps a name, mark or ring's label."""
    taken = [Box(CENTRE - 10, CENTRE - 10, CENTRE + 10, CENTRE + 10)]
    taken += [Box(mark.x - 9, mark.y - 9, mark.x + 9, mark.y + 9) for mark in marks]
    taken += [Box(CENTRE - 34, ring.label_y - 12, CENTRE + 34, ring.label_y + 3) for ring in rings]
    for mark in marks:
        text = shortened(str(mark.city), 170)
        for x, y, anchor in places_around(mark):
            left = {"start": x, "end": x - width_of(text), "middle": x - width_of(text) / 2}[anchor]
            box = Box(left, y - FONT, left + width_of(text), y + 4)
            if box.on_sheet and not any(box.meets(other) for other in taken):
                mark.label, mark.label_x, mark.label_y, mark.anchor = text, round(x, 1), round(y, 1), anchor
                mark.led = abs(y - mark.y) > 26
                taken.append(box)
                break


def places_around(mark: Mark):
    """Where a name may stand, best first: beside the mark, above, below, then farther off."""
    for far in (0, 14, 28, 46, 64):
        yield mark.x + 12, mark.y + 5 - far, "start"
        yield mark.x - 12, mark.y + 5 - far, "end"
        yield mark.x + 12, mark.y + 5 + far, "start"
        yield mark.x - 12, mark.y + 5 + far, "end"
        yield mark.x, mark.y - 13 - far, "middle"
        yield mark.x, mark.y + 25 + far, "middle"


# Time line --------------------------------------------------------------------------------------

WIDTH, MARGIN, LANE, TEXT, HEAD = 760, 24, 50, 14, 24
TICK_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass
class Event:
    """A courtesy as a bar from the first to the last day it may have been, with its words beside it."""

    courtesy: object
    x: float
    width: float
    y: float
    text: str
    text_x: float
    anchor: str
    unanswered: bool
    stem_top: float = 0
    stem_height: float = 0

    @property
    def text_y(self) -> float:
        """The line of its words, above the bar."""
        return self.y - 6

    @property
    def day_y(self) -> float:
        """The line of its day, below the bar."""
        return self.y + 22


@dataclass(frozen=True)
class Tick:
    """A day named on the axis."""

    x: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Timeline:
    """Help received above the axis and given below it."""

    events: list[Event]
    ticks: list[Tick]
    axis: float
    height: float
    received: int
    given: int
    width: int = WIDTH
    left: int = MARGIN
    right: int = WIDTH - MARGIN
    unanswered: list = field(default_factory=list)

    @property
    def foot_y(self) -> float:
        """The line of the word under the picture."""
        return self.height - 8

    @property
    def tick_y(self) -> float:
        """The line of the axis's labels."""
        return self.axis + 17


def timeline(standing) -> Timeline | None:
    """The picture of a standing of help; None where nothing passed. A courtesy of unknown day is drawn as a span."""
    courtesies = [*standing.received, *standing.given]
    if not courtesies:
        return None
    first = min(courtesy.entry.day.first for courtesy in courtesies).replace(day=1)
    last = max(courtesy.entry.day.last for courtesy in courtesies) + timedelta(days=15)
    above, lanes_above = lay_out(standing.received, first, last)
    below, lanes_below = lay_out(standing.given, first, last)
    axis = HEAD + max(lanes_above, 1) * LANE + 10
    for event in above:
        event.y = axis - 34 - event.y * LANE
        event.stem_top, event.stem_height = event.y, axis - event.y
    for event in below:
        event.y = axis + 44 + event.y * LANE
        event.stem_top, event.stem_height = axis, event.y - axis
    height = axis + max(lanes_below, 1) * LANE + 26 + HEAD
    owed = [courtesy for courtesy in standing.received if not courtesy.answered]
    ticks = ticks_between(first, last)
    counts = len(standing.received), len(standing.given)
    return Timeline([*above, *below], ticks, axis, height, *counts, unanswered=owed)


def x_of(day: date, first: date, last: date) -> float:
    """Where a day stands on the axis."""
    return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days / max(1, (last - first).days), 1)


def lay_out(courtesies, first: date, last: date) -> tuple[list[Event], int]:
    """Events with their lane in ``y`` (0 is next to the axis), and how many lanes there are."""
    lanes: list[list[tuple[float, float]]] = []
    events = []
    for courtesy in sorted(courtesies, key=lambda courtesy: str(courtesy.entry.day)):
        event, span = event_of(courtesy, first, last)
        free = (lane for lane, spans in enumerate(lanes) if all(span[1] < a or b < span[0] for a, b in spans))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(span)
        event.y = lane
        events.append(event)
    return events, len(lanes)


def event_of(courtesy, first: date, last: date) -> tuple[Event, tuple[float, float]]:
    """An event without its lane, and the stretch of the sheet that its bar and words take."""
    entry = courtesy.entry
    x, end = x_of(entry.day.first, first, last), x_of(entry.day.last, first, last)
    width = max(8, end - x)
    unanswered = entry.direction == "received" and not courtesy.answered
    text = shortened(entry.what, WIDTH / 2 - MARGIN, TEXT)
    room = max(width_of(text, TEXT), 190 if unanswered else 80)
    rightward = x + room <= WIDTH
    event = Event(
        courtesy, x, width, 0, text, x if rightward else x + width, "start" if rightward else "end", unanswered
    )
    span = (x, x + max(width, room)) if rightward else (x + width - max(width, room), x + width)
    return event, (span[0] - 8, span[1] + 8)


def ticks_between(first: date, last: date) -> list[Tick]:
    """Months or years at even steps, seven or fewer."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in TICK_MONTHS if months / step < 7), TICK_MONTHS[-1])
    start = first.year * 12 + first.month - 1
    if step >= 12:
        start = -(-start // 12) * 12
    days = [date(month // 12, month % 12 + 1, 1) for month in range(start, last.year * 12 + last.month, step)]
    labels = [str(day.year) if step >= 12 else day.isoformat()[:7] for day in days]
    xs = [x_of(day, first, last) for day in days]
    edges = ["start" if x < 2 * MARGIN else "end" if x > WIDTH - 2 * MARGIN else "middle" for x in xs]
    return [Tick(*tick) for tick in zip(xs, labels, edges, strict=True)]
