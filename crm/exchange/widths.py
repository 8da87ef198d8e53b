"""How wide the columns of a list are, where a Chinese character takes the room of two Latin ones."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

NARROWEST, WIDEST = 5, 40  # characters; what is wider goes on in the cell's next line


def text_width(text: str) -> int:
    """The width of the longest line of a text, in Latin characters."""
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))


def column_widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """The width of each column of a table's rows, its headings among them, within bounds."""
    widest = [max(map(text_width, cells)) for cells in zip(*rows, strict=True)]
    return [min(max(width + 1, NARROWEST), WIDEST) for width in widest]
