"""Dates known to the day, the month or the year, and nothing more precise than is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

DAY, MONTH, YEAR = "day", "month", "year"

_WRITTEN = re.compile(r"^\s*(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?\s*$")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date with its precision; it counts from its first possible day.

    ``first`` is the first day it may have been, ``precision`` one of day, month, year.
    """

    first: date
    precision: str = DAY

    @property
    def last(self) -> date:
        """The last day it may have been."""
        if self.precision == DAY:
            return self.first
        month = self.first.month if self.precision == MONTH else 12
        return date(self.first.year, month, calendar.monthrange(self.first.year, month)[1])

    def to_month(self) -> "PartialDate":
        """The same date, no finer than its month."""
        if self.precision == YEAR:
            return self
        return PartialDate(self.first.replace(day=1), MONTH)

    def __str__(self) -> str:
        """ISO 8601 with reduced precision: 2020, 2020-02 or 2020-02-05."""
        return self.first.isoformat()[: {DAY: 10, MONTH: 7, YEAR: 4}[self.precision]]


def parse_partial_date(text: str) -> PartialDate:
    """Reads 2020, 2020-02, 2020-02-05 or 2020年2月5日; raises ValueError on anything else."""
    written = _WRITTEN.match(text)
    if not written:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in written.groups())
    precision = DAY if day else MONTH if month else YEAR
    return PartialDate(date(year, month or 1, day or 1), precision)
