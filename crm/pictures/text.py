"""How much room a text takes in a picture, and whether two things get in each other's way."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, hypot
from unicodedata import east_asian_width

WIDTH = 352  # of every picture, in its own units: a 390 px screen then shows a unit a little larger than a pixel
FONT = 12
LINE = 15
THIN, BROAD = frozenset(" .,:;!|'()[]-/ijltfrI"), frozenset("mwMWшщюжмфШЩЮЖМФЫ@%—…")


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", gap: float = 2) -> bool:
        """Whether it comes closer to another than ``gap``."""
        apart = (
            self.x >= other.x + other.width + gap
            or other.x >= self.x + self.width + gap
            or self.y >= other.y + other.height + gap
            or other.y >= self.y + self.height + gap
        )
        return not apart

    def within(self, width: float, height: float, margin: float = 2) -> bool:
        """Whether it lies inside a picture."""
        right, bottom = self.x + self.width, self.y + self.height
        return self.x >= margin and self.y >= margin and right <= width - margin and bottom <= height - margin

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


class OccupancyGrid:
    """What is taken of a picture, in squares of four units: as quick to ask about a thousand things as about one."""

    SQUARE = 4

    def __init__(self):
        self.taken: set[tuple[int, int]] = set()

    def take(self, box: Box) -> None:
        """Takes a rectangle."""
        self.taken.update(self.squares(box))

    def is_free(self, box: Box) -> bool:
        """Whether nothing stands in a rectangle."""
        return not any(square in self.taken for square in self.squares(box))

    def take_line(self, *ends: float) -> None:
        """Takes a straight line from x1, y1 to x2, y2."""
        self.taken.update(self.squares_along(*ends))

    def is_free_along(self, *ends: float) -> bool:
        """Whether a straight line from x1, y1 to x2, y2 meets nothing."""
        return not any(square in self.taken for square in self.squares_along(*ends))

    def squares(self, box: Box) -> Iterator[tuple[int, int]]:
        """The squares of a rectangle."""
        across = range(floor(box.x / self.SQUARE), ceil((box.x + box.width) / self.SQUARE))
        down = range(floor(box.y / self.SQUARE), ceil((box.y + box.height) / self.SQUARE))
        return product(across, down)

    def squares_along(self, x1: float, y1: float, x2: float, y2: float) -> Iterator[tuple[int, int]]:
        """The squares a line passes, looked at every unit."""
        steps = max(1, ceil(hypot(x2 - x1, y2 - y1)))
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            yield floor(x / self.SQUARE), floor(y / self.SQUARE)


def text_width(text: str) -> float:
    """The width of a line of text; Chinese, Japanese and Korean characters are square."""
    return sum(char_width(char) for char in text)


def char_width(char: str) -> float:
    """The width of a character in the widest of the interface's fonts."""
    if east_asian_width(char) in "WF":
        return FONT
    if char in THIN:
        return 4.6
    if char in BROAD:
        return 11.2
    return 8.4 if char.isupper() else 7.2


def fit(text: str, width: float) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if text_width(text) <= width:
        return text
    while text and text_width(text) > width - FONT:
        text = text[:-1]
    return f"{text.rstrip()}…"
