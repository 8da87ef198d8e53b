"""Enters letters in the registers: ours once issued or entered afterwards, theirs once received."""

from collections.abc import Iterable
from itertools import groupby

from correspondence.models import Letter, RegisterSeries


def register(letters: Iterable[Letter]) -> None:
    """Give each letter the next serial of its register's year, in this order; the caller saves them.

    Call inside the transaction that saves them.
    """
    in_years = sorted(letters, key=register_of)  # which keeps the order of those of one year
    for (direction, year), of_year in groupby(in_years, key=register_of):
        of_year = list(of_year)
        first = RegisterSeries.take(direction, year, len(of_year))
        for serial, letter in enumerate(of_year, start=first):
            letter.register_year, letter.register_serial = year, serial


def register_of(letter: Letter) -> tuple[str, int]:
    """The register that a letter belongs to and the year: of its receipt, or of the day that a letter of ours bears."""
    return letter.direction, (letter.received_on or letter.day).first.year
