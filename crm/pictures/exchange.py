"""The picture of help: what they gave above a line, what we gave below it, in columns of one courtesy or of a year.

Columns are equally wide, so that the page may stretch the picture; where a thing stands across it is told in per cent.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crm.dealings import Courtesy, Dealings, OpenGift
from crm.models.partner import Direction

MOST_MARKS = 8  # more than so many become columns of a year
MOST_YEARS = 30
MOST_LABELS = 8
SIZES = 5  # of a half-disc, by the root of how many it stands for


@dataclass(frozen=True)
class Mark:
    """What stands in a column above or below the line: one courtesy, or how many of a year."""

    keys: tuple[int, ...]
    number: int = 1
    planned: int = 0
    owing: int = 0
    visible: str = ""  # the words or the number beside it
    said: str = ""  # the same as a sentence
    url: str = ""

    @property
    def look(self) -> str:
        """How it is drawn: how large, 1 to SIZES, and hollow where nothing of it has left its giver."""
        size = f"size-{min(ceil(sqrt(self.number)), SIZES)}"
        return f"{size} planned" if self.planned >= self.number else size


@dataclass(frozen=True)
class Column:
    """A column of the picture, with the words under which it stands on the line, or none."""

    label: str
    received: Mark | None = None
    given: Mark | None = None

    @property
    def owes(self) -> bool:
        """Whether we owe an answer to something in it."""
        return bool(self.received and self.received.owing)


@dataclass(frozen=True)
class Cell:
    """A place of the picture, ``they`` above the line, on the ``line`` or ``we`` below it; ``open`` waits for us."""

    side: str
    label: str = ""
    mark: Mark | None = None
    open: bool = False


@dataclass(frozen=True)
class Arc:
    """A line from help received to the help that answers it; where they stand, in per cent from the left."""

    start: float
    end: float

    @property
    def left(self) -> float:
        """Where it begins on its left."""
        return min(self.start, self.end)

    @property
    def width(self) -> float:
        """How far it reaches."""
        return round(abs(self.end - self.start), 2)

    @property
    def path(self) -> str:
        """Its line in a box of 100 by 50: down to the right, or to the left where our answer stands before."""
        return "M0 0C45 8 55 42 100 50" if self.end >= self.start else "M100 0C55 8 45 42 0 50"


@dataclass(frozen=True)
class Exchange:
    """Everything the template draws; ``by_year`` tells columns of years, ``left_out`` how many came before them."""

    columns: list[Column]
    arcs: list[Arc]
    open_arcs: list[float]
    by_year: bool
    sentence: str
    owing: str = ""
    left_out: int = 0

    @property
    def cells(self) -> Iterator[Cell]:
        """The places column by column, each from above to below."""
        for column in self.columns:
            yield Cell("they", mark=column.received)
            yield Cell("line", label=column.label)
            yield Cell("we", mark=column.given, open=not self.by_year and column.owes)


def shown_one_by_one(dealings: Dealings) -> bool:
    """Whether each courtesy has a column of its own, and is to be read with its words."""
    return len(dealings.help) + len(gifts_to_come(dealings)) <= MOST_MARKS


def gifts_to_come(dealings: Dealings) -> list[OpenGift]:
    """Gifts of ours that have not left."""
    return [gift for gift in dealings.planned if gift.direction == Direction.GIVEN]


def exchange(dealings: Dealings, words: dict, year_url) -> Exchange | None:
    """The picture; None where nothing passed.

    ``words`` are (visible, sentence, address) by what is shown alone; ``year_url`` gives the address of a year's.
    """
    if not dealings.help and not gifts_to_come(dealings):
        return None
    if shown_one_by_one(dealings):
        columns, place = one_by_one(dealings, words)
    else:
        columns, place = year_by_year(dealings, year_url)
    return Exchange(
        columns=with_labels(columns),
        arcs=sorted({Arc(place[target], place[source]) for source, target in drawn(dealings.answers, place)}, key=str),
        open_arcs=sorted({place[row.pk] for row in dealings.owed if row.owes_answer and row.pk in place}),
        by_year=not shown_one_by_one(dealings),
        sentence=in_a_sentence(dealings),
        owing=owing_in_words(dealings),
        left_out=len(dealings.help) - sum(row.pk in place for row in dealings.help),
    )


def drawn(answers, place) -> list[tuple[int, int]]:
    """The pairs both of which are in the picture."""
    return [pair for pair in answers if place.keys() >= set(pair)]


def middle(column: int, of: int) -> float:
    """Where the middle of a column is, in per cent."""
    return round((column + 0.5) * 100 / of, 2)


def one_by_one(dealings: Dealings, words: dict) -> tuple[list[Column], dict[int, float]]:
    """A column a courtesy, oldest first, and where each courtesy stands."""
    rows = sorted([*dealings.help, *gifts_to_come(dealings)], key=lambda row: (row.day, row.pk))
    columns, place = [], {}
    for number, row in enumerate(rows):
        visible, said, url = words[row]
        planned, owing = int(isinstance(row, OpenGift)), int(getattr(row, "owes_answer", False))
        mark = Mark((row.pk,), 1, planned, owing, visible, said, url)
        columns.append(Column(row.day, **{row.direction: mark}))
        if isinstance(row, Courtesy):
            place[row.pk] = middle(number, len(rows))
    return columns, place


def year_by_year(dealings: Dealings, year_url) -> tuple[list[Column], dict[int, float]]:
    """A column a year up to the last one, at most MOST_YEARS, and where each courtesy stands."""
    known = defaultdict(list)
    for row in (*dealings.help, *gifts_to_come(dealings)):
        known[int(row.day[:4])].append(row)
    last = max(known)
    years = range(max(min(known), last - MOST_YEARS + 1), last + 1)
    columns, place = [], {}
    for number, year in enumerate(years):
        sides = {way: [row for row in known[year] if row.direction == way] for way in Direction.values}
        marks = {way: mark_of_year(year, way, rows, year_url(year)) for way, rows in sides.items() if rows}
        columns.append(Column(str(year), **marks))
        place |= {row.pk: middle(number, len(years)) for row in known[year] if isinstance(row, Courtesy)}
    return columns, place


def mark_of_year(year: int, way: str, rows: list, url: str) -> Mark:
    """What one side gave in a year."""
    planned = sum(isinstance(row, OpenGift) for row in rows)
    owing = sum(getattr(row, "owes_answer", False) for row in rows)
    number = len(rows)
    said = (
        ngettext("%(year)s: they gave %(number)d time", "%(year)s: they gave %(number)d times", number)
        if way == Direction.RECEIVED
        else ngettext("%(year)s: we gave %(number)d time", "%(year)s: we gave %(number)d times", number)
    ) % {"year": year, "number": number}
    more = [_("%(number)d planned") % {"number": planned}] if planned else []
    more += [_("%(number)d not answered yet") % {"number": owing}] if owing else []
    return Mark(tuple(row.pk for row in rows), number, planned, owing, str(number), _(", ").join([said, *more]), url)


def with_labels(columns: list[Column]) -> list[Column]:
    """The columns, so many of them with their words as there is room for."""
    step = -(-len(columns) // MOST_LABELS)
    return [column if not number % step else replace(column, label="") for number, column in enumerate(columns)]


def in_a_sentence(dealings: Dealings) -> str:
    """What the picture shows, for who does not see it; what we owe is said beside it, for the screen alone."""
    received = sum(row.direction == Direction.RECEIVED for row in dealings.help)
    given, planned = len(dealings.help) - received, len(gifts_to_come(dealings))
    parts = [_("they gave %(number)d") % {"number": received}, _("we gave %(number)d") % {"number": given}]
    return _(", ").join([*parts, _("%(number)d planned") % {"number": planned}] if planned else parts)


def owing_in_words(dealings: Dealings) -> str:
    """How much help waits for our answer, in words; "" where none does."""
    owing = sum(row.owes_answer for row in dealings.help)
    return _("%(number)d not answered yet") % {"number": owing} if owing else ""
