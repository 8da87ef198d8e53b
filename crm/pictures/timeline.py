"""Who helped whom as a time line: received above it, given below it, what waits for an answer in vermilion."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from crm.models import LedgerEntry
from crm.pictures.text import LINE, WIDTH, fit, text_width
from crm.reciprocity import LatestHelp

RECEIVED, GIVEN, OWED = "#8a5a12", "#2f6f6a", "#b3321f"
INK, SOFT_INK = "#23272e", "#575c66"
MARGIN = 12
BAND = 44  # the room of the time line itself, with its years or months
CAPTION = 22
PADDING = 5
MAX_WIDE = 260
MONTHS_A_TICK = (1, 2, 3, 6, 12, 24, 60, 120, 240)


@dataclass(frozen=True)
class YearTick:
    """A month or year under the time line."""

    x: float
    label: str


@dataclass(frozen=True)
class Line:
    """A line of text in a flag."""

    text: str
    y: float
    color: str
    bold: bool = False


@dataclass(frozen=True)
class Flag:
    """One courtesy: a bar on the time line as long as its day is uncertain, a pole, and a small sheet of words."""

    bar_x: float
    bar_width: float
    bar_y: float
    pole_x: float
    pole_from: float
    pole_to: float
    x: float
    y: float
    width: float
    height: float
    color: str
    lines: list[Line]
    words: str

    @property
    def text_x(self) -> float:
        """Where its words begin."""
        return round(self.x + PADDING, 1)


@dataclass(frozen=True)
class Timeline:
    """Everything the template draws; ``left_out`` is how many earlier courtesies the picture has no room for."""

    width: int
    height: float
    line_y: float
    ticks: list[YearTick]
    received: list[Flag] = field(default_factory=list)
    given: list[Flag] = field(default_factory=list)
    left_out: int = 0

    @property
    def description(self) -> str:
        """Every courtesy of the picture in words."""
        return " · ".join(flag.words for flag in (*self.received, *self.given))


class Scale:
    """Turns days into places on the time line."""

    def __init__(self, courtesies: list[LedgerEntry]):
        first = min(courtesy.day.first for courtesy in courtesies)
        last = max(courtesy.day.last for courtesy in courtesies)
        self.start = first.replace(day=1)
        self.days = max((last - self.start).days + 1, 92)

    def __call__(self, day: date) -> float:
        return round(MARGIN + (day - self.start).days / self.days * (WIDTH - 2 * MARGIN), 1)

    def ticks(self) -> list[YearTick]:
        """The first days of months or years, no closer than their words allow."""
        months = self.days / 30.4
        room = (WIDTH - 2 * MARGIN) / (text_width("2020-01") + 8)
        step = next((step for step in MONTHS_A_TICK if months / step <= room), MONTHS_A_TICK[-1])
        end = self.start + timedelta(days=self.days)
        return [tick for tick in map(self.tick, months_between(self.start, end, step)) if tick]

    def tick(self, day: date) -> YearTick | None:
        """A tick with its words, unless they would leave the picture."""
        label = f"{day.year}" if day.month == 1 else day.isoformat()[:7]
        x, half = self(day), text_width(label) / 2
        return YearTick(max(x, half), label) if x + half <= WIDTH else None


def months_between(start: date, end: date, step: int) -> list[date]:
    """First days of every ``step``-th month, counted from a January."""
    count = start.year * 12 + start.month - 1
    count += -count % step
    months = range(count, end.year * 12 + end.month, step)
    return [day for day in (date(month // 12, month % 12 + 1, 1) for month in months) if start <= day <= end]


def timeline(help_so_far: LatestHelp) -> Timeline | None:
    """The picture of the latest help each way; None where none has passed."""
    received, given = help_so_far.received, help_so_far.given
    if not received and not given:
        return None
    scale = Scale([*received, *given])
    above, below = lay_out(received, scale), lay_out(given, scale)
    line_y = CAPTION + sum(above.heights) + 14
    height = line_y + BAND - 14 + sum(below.heights) + CAPTION
    return Timeline(
        width=WIDTH,
        height=height,
        line_y=line_y,
        ticks=scale.ticks(),
        received=above.flags(line_y, up=True),
        given=below.flags(line_y, up=False),
        left_out=help_so_far.left_out,
    )


@dataclass
class FlagText:
    """A courtesy with its words and where it goes: from left to right, and in which row."""

    courtesy: LedgerEntry
    words: list[tuple[str, str, bool]]
    bar: tuple[float, float]
    x: float
    width: float
    row: int = 0

    @property
    def height(self) -> float:
        """Its words and the rim."""
        return len(self.words) * LINE + 2 * PADDING


@dataclass
class Side:
    """One side of the time line in rows; row 0 is the nearest to it."""

    sheets: list[FlagText]
    heights: list[float]

    def flags(self, line_y: float, *, up: bool) -> list[Flag]:
        """The sheets as flags above or below the line."""
        return [self.flag(sheet, line_y, up) for sheet in self.sheets]

    def flag(self, sheet: FlagText, line_y: float, up: bool) -> Flag:
        """One sheet as a flag."""
        nearer = sum(self.heights[: sheet.row])
        y = line_y - 14 - nearer - sheet.height if up else line_y + BAND - 14 + nearer
        pole = round(min(max(sum(sheet.bar) / 2, sheet.x + 3), sheet.x + sheet.width - 3), 1)
        lines = [
            Line(text, round(y + PADDING + LINE * index + 11, 1), color, bold)
            for index, (text, color, bold) in enumerate(sheet.words)
        ]
        return Flag(
            bar_x=sheet.bar[0],
            bar_width=round(sheet.bar[1] - sheet.bar[0], 1),
            bar_y=line_y - 8 if up else line_y + 2,
            pole_x=pole,
            pole_from=line_y - 8 if up else line_y + 8,
            pole_to=y + sheet.height if up else y,
            x=sheet.x,
            y=y,
            width=sheet.width,
            height=sheet.height,
            color=color_of(sheet.courtesy),
            lines=lines,
            words=in_words(sheet.courtesy),
        )


def lay_out(courtesies: list[LedgerEntry], scale: Scale) -> Side:
    """Puts each courtesy's sheet into the row nearest to the time line that still has room."""
    rows: list[list[FlagText]] = []
    for courtesy in courtesies:
        sheet = sheet_of(courtesy, scale)
        free = (n for n, row in enumerate(rows) if all(apart(sheet, other) for other in row))
        sheet.row = next(free, len(rows))
        if sheet.row == len(rows):
            rows.append([])
        rows[sheet.row].append(sheet)
    heights = [max(sheet.height for sheet in row) + 6 for row in rows]
    return Side([sheet for row in rows for sheet in row], heights)


def apart(sheet: FlagText, other: FlagText) -> bool:
    """Whether two sheets of a row stay clear of each other."""
    return sheet.x > other.x + other.width + 4 or other.x > sheet.x + sheet.width + 4


def sheet_of(courtesy: LedgerEntry, scale: Scale) -> FlagText:
    """A courtesy's words and its place; it stays inside the picture."""
    day = courtesy.day
    start, end = scale(day.first), scale(day.last + timedelta(days=1))
    middle = (start + end) / 2
    end, start = max(end, middle + 3), min(start, middle - 3)
    words = flag_lines(courtesy)
    width = max(text_width(text) for text, _color, _bold in words) + 2 * PADDING
    return FlagText(courtesy, words, (start, end), round(min(max(start, 2), WIDTH - 2 - width), 1), width)


def flag_lines(courtesy: LedgerEntry) -> list[tuple[str, str, bool]]:
    """The lines of a sheet: day, what, and what is open; each with its colour and weight."""
    lines = [(str(courtesy.day), color_of(courtesy), True), (courtesy.what, INK, False)]
    if courtesy.shared:
        lines.append((_("shared with others"), SOFT_INK, False))
    lines += [(text, OWED, True) for text in owed(courtesy)]
    return [(fit(text, MAX_WIDE), color, bold) for text, color, bold in lines]


def color_of(courtesy: LedgerEntry) -> str:
    """Vermilion for help that waits for our answer, else the colour of its direction."""
    if courtesy.direction == "given":
        return GIVEN
    return OWED if courtesy.owes_answer else RECEIVED


def owed(courtesy: LedgerEntry) -> list[str]:
    """What we owe for a courtesy received; of what others owe us nothing is said."""
    if courtesy.direction != "received":
        return []
    thanks = [_("not thanked yet")] if courtesy.owes_thanks else []
    return [*thanks, _("not answered yet")] if courtesy.owes_answer else thanks


def in_words(courtesy: LedgerEntry) -> str:
    """A courtesy as a sentence for who does not see the picture."""
    due = _(", ").join(owed(courtesy))
    return _("%(said)s, %(more)s") % {"said": courtesy, "more": due} if due else str(courtesy)
