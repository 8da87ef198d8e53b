"""What passed between us and partners, as a table: a row a partner, a column a year, two half-discs a cell.

The upper half is what they gave, the lower what we gave, their size how many times; unlike things are never added
up. A ring around the upper half is what we owe an answer. Templates keep rings and sums off paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from crm.balances import Balance, Counts
from crm.phrases import number

MOST_YEARS = 12  # columns; what is older stands in the first of them
SMALLEST, GROWTH, LARGEST = 2.6, 2, 10  # the radius of a half-disc
ABOVE, BELOW, AROUND = -1, 1, 2.5  # where the flat sides are, and the ring's distance


@dataclass(frozen=True)
class Year:
    """A column: one year, or with ``and_before`` all up to it."""

    last: int
    and_before: bool = False

    def __str__(self):
        return f"–{self.last}" if self.and_before else str(self.last)

    @property
    def words(self) -> str:
        """The years as they are said."""
        words = _("%(year)s and before") if self.and_before else pgettext("a year", "%(year)s")
        return words % {"year": self.last}

    @property
    def question(self) -> str:
        """How an address asks for the courtesies of the column."""
        return "sort=day" if self.and_before else f"year={self.last}"


@dataclass(frozen=True)
class Mark:
    """A cell: its paths around 0, 0, "" where there is nothing, what it says, and the question it opens."""

    words: str
    question: str
    upper: str
    lower: str
    ring: str


@dataclass(frozen=True)
class Row:
    """A partner with each year and its mark, or None."""

    balance: Balance
    marks: list[tuple[Year, Mark | None]]


@dataclass(frozen=True)
class Rhythm:
    """Everything the template draws."""

    years: list[Year]
    rows: list[Row]


def rhythm(balances: Iterable[Balance], first: int, last: int) -> Rhythm:
    """The picture of some partners, with the years from the first in which anything passed to the last."""
    years = columns(first, last)
    return Rhythm(years, [row_of(balance, years) for balance in balances])


def columns(first: int, last: int) -> list[Year]:
    """A column a year; of more than MOST_YEARS the earliest share one."""
    if last - first < MOST_YEARS:
        return [Year(year) for year in range(first, last + 1)]
    since = last - MOST_YEARS + 2
    return [Year(since - 1, and_before=True), *(Year(year) for year in range(since, last + 1))]


def row_of(balance: Balance, years: list[Year]) -> Row:
    """A partner's row."""
    by_column = {year: Counts() for year in years}
    for passed, counts in balance.years.items():
        column = next(year for year in years if passed <= year.last)
        by_column[column] += counts
    return Row(balance, [(year, mark_of(balance, year, counts)) for year, counts in by_column.items()])


def mark_of(balance: Balance, year: Year, counts: Counts) -> Mark | None:
    """A partner's mark in a column; None where nothing passed."""
    if not counts.received and not counts.given:
        return None
    return Mark(
        words=_("%(partner)s, %(year)s: %(said)s")
        % {"partner": balance.partner, "year": year.words, "said": in_words(counts)},
        question=f"whose={balance.whose}&help=on&{year.question}",
        upper=half_disc(radius_of(counts.received), ABOVE),
        lower=half_disc(radius_of(counts.given), BELOW),
        ring=arc(radius_of(counts.received) + AROUND) if counts.owed else "",
    )


def in_words(counts: Counts) -> str:
    """Counts as a sentence says them; none is left out."""
    said = [_("received %(number)s") % {"number": number(counts.received)}] if counts.received else []
    said += [_("given %(number)s") % {"number": number(counts.given)}] if counts.given else []
    said += [_("not answered %(number)s") % {"number": number(counts.owed)}] if counts.owed else []
    return _(", ").join(said)


def radius_of(times: int) -> float:
    """The radius for how many times: one is seen, and more are told by the area."""
    return round(min(SMALLEST + GROWTH * sqrt(times), LARGEST), 1) if times else 0


def half_disc(radius: float, flat: int) -> str:
    """A half-disc on its flat side: above it or below it; "" where it has no size."""
    return f"M{-radius} {flat}A{radius} {radius} 0 0 {int(flat < 0)} {radius} {flat}Z" if radius else ""


def arc(radius: float) -> str:
    """A ring around the upper half."""
    return f"M{-radius} {ABOVE}A{radius} {radius} 0 0 1 {radius} {ABOVE}"
