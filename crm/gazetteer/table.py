"""Finds places by a name in any script, in the tables beside this file, read when somebody first asks.

A line of places.tsv.xz: key, country or region, code of its region, latitude, longitude, population, time zone, names
(the usual one, its own where that is sure, the others), the largest place first. Where sovereignty is disputed the
country and the region are empty (docs/domain.md §8). A line of regions.tsv.xz: country, code, names by language.
"""

import lzma
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from crm.folding import fold, nfc

TAB = "\t"
MARKS = str.maketrans("", "", "|\n\t")  # what parts the names in the table
HERE = Path(__file__).parent
FEWEST = 2  # letters to look for; one Chinese character is enough
UNHEARD = " -.·・'’"  # what people write or leave out between the parts of a name
TWO_IN_ONE = re.compile(" ?/ ?")  # Donostia / San Sebastián: found by either
KIND = re.compile(
    "(?<=.)(?:市|县|縣|県|区|區|郡|镇|鎮|町|乡|鄉|村|시|군|구)$"
)  # 瓜达拉哈拉市 where only 瓜达拉哈拉 is known


@dataclass(frozen=True)
class Place:
    """A place as the table has it. ``country`` and ``region`` are codes, "" where the table does not say."""

    key: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    time_zone: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its usual name in Latin letters."""
        return self.names[0]

    @property
    def usual_names(self) -> list[str]:
        """Its usual name, or two that the table has as one."""
        return TWO_IN_ONE.split(self.name)

    @property
    def own_name(self) -> str:
        """Its name in its own script, or ""."""
        return self.names[1]

    @property
    def regions(self) -> dict[str, str]:
        """Its region's names by language."""
        return read_regions().get((self.country, self.region), {})

    def lies_in(self, where: str) -> bool:
        """Whether its region's name begins so in any language; ``where`` is folded."""
        return any(squeeze(name).startswith(where) for name in self.regions.values())


def read_place(line: bytes) -> Place:
    """Read a line of the table."""
    key, country, region, latitude, longitude, population, zone, names = line.decode().split(TAB)
    names = tuple(names.split("|"))
    return Place(key, country, region, float(latitude), float(longitude), int(population or 0), zone, names)


def read_lines(name: str) -> list[bytes]:
    """Read the lines of a table, without what it says of itself."""
    return [line for line in lzma.decompress((HERE / name).read_bytes()).splitlines() if not line.startswith(b"#")]


@cache
def read_regions() -> dict[tuple[str, str], dict[str, str]]:
    """Read the names of regions, by country and code, then by language."""
    rows = (line.decode().split(TAB) for line in read_lines("regions.tsv.xz"))
    return {(country, code): dict(name.split("=", 1) for name in names.split("|")) for country, code, names in rows}


def squeeze(text: str) -> str:
    """Fold a name, without what stands between its parts: San José and sanjose are alike."""
    return fold(nfc(text)).translate(dict.fromkeys(map(ord, UNHEARD)))


class Table:
    """All places: their lines, and their folded names in one text, which is searched from its beginning.

    Some 15 MB and half a second at the first question; afterwards a question takes a few thousandths of one.
    """

    def __init__(self):
        self.lines = read_lines("places.tsv.xz")
        names = "".join(f"|{TWO_IN_ONE.sub('|', line.decode().split(TAB)[-1])}|\n" for line in self.lines)
        letters = {ord(letter): squeeze(letter) for letter in set(names) - set("|\n")}  # a letter folds by itself
        self.folded = names.translate(letters).encode()
        self.starts = array("L", [0, *(end.end() for end in re.finditer(b"\n", self.folded))])

    def named(self, text: str) -> Iterator[int]:
        """Yield the numbers of the places with a name that begins so, those of just that name first."""
        exact = dict.fromkeys(self.places_with(f"|{text}|"))
        yield from exact
        yield from (place for place in self.places_with(f"|{text}") if place not in exact)

    def places_with(self, text: str) -> Iterator[int]:
        """Yield the numbers of the places among whose names a text stands, the largest place first."""
        wanted, start = text.encode(), 0
        while (found := self.folded.find(wanted, start)) >= 0:
            place = bisect_right(self.starts, found) - 1
            yield place
            start = self.starts[place + 1]

    @cached_property
    def keys(self) -> dict[bytes, int]:
        """The number of each place by its key."""
        return {line.split(b"\t", 1)[0]: number for number, line in enumerate(self.lines)}


@cache
def read_table() -> Table:
    """Read the table of places, once."""
    return Table()


def get_place(key: str) -> Place | None:
    """Return the place of a key, or None."""
    table = read_table()
    number = table.keys.get(key.encode())
    return None if number is None else read_place(table.lines[number])


def find_places(text: str) -> list[Place]:
    """Return the places with a name that begins so, in any script; those of just that name first, the largest first.

    Where there is none, those of the name without 市 or 군 at its end, then those whose names begin much like it:
    Seville finds Sevilla.
    """
    typed = TWO_IN_ONE.split(nfc(text).strip())[0]
    wanted = squeeze(typed).translate(MARKS)
    if len(wanted) < FEWEST and wanted.isascii():
        return []
    shorter = [
        squeeze(KIND.sub("", typed)).translate(MARKS),
        *(wanted[:-cut] for cut in (1, 2) if len(wanted) - cut > 3),
    ]
    table = read_table()
    for beginning in filter(None, (wanted, *shorter)):
        if numbers := list(table.named(beginning)):
            return [read_place(table.lines[number]) for number in numbers]
    return []
