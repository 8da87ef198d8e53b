"""Dates known to the day, the month or the year, and nothing more precise than is known."""

import calendar
import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

DAY, MONTH, YEAR = "day", "month", "year"

# From which year on a day is sensible, by what it tells of; up to UNTIL for all. What is typed by mistake (0201, 3020)
# lies outside; what is only unlikely does not.
SINCE_HISTORY = 1800  # ties, posts, occasions: the oldest that an office may tell of
SINCE_EXCHANGE = 1900  # what passed: gifts, letters, courtesies, consignments
SINCE_OFFICE = 2000  # what was decided and done here: approvals, seals, hand-overs, days of new letters
UNTIL = 2100
A_LEAP_YEAR = 2000

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BETWEEN = r" ?[-/.] ?"
_PLAIN = re.compile(rf"([0-9]{{4}})(?:{_BETWEEN}([0-9]{{1,2}})(?:{_BETWEEN}([0-9]{{1,2}}))?)? ?\.?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}})")
_NUMBER = "([0-9]{1,2}|[〇零一二两三四五六七八九十廿卅]{1,4})"
_MONTH_AND_DAY = f"(?: ?{_NUMBER} ?[月월](?: ?{_NUMBER} ?[日号號일]?)?| ?([0-9]{{1,2}}) ?)?"
_WRITTEN = re.compile(f"([0-9]{{4}}|[〇零一二三四五六七八九]{{4}}) ?[年년]{_MONTH_AND_DAY}")
_ERA = re.compile(f"(令和|平成|昭和|大正|明治) ?({_NUMBER[1:-1]}|元) ?年{_MONTH_AND_DAY}")
_ERA_SHORT = re.compile(rf"([RHSTM]) ?([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}})", re.IGNORECASE)
_REPUBLIC = re.compile("(?:中華|中华)?民[国國]")

# First and last day of each Japanese era; docs/domain.md §4.4.
ERAS = {
    "令和": (date(2019, 5, 1), date.max),
    "平成": (date(1989, 1, 8), date(2019, 4, 30)),
    "昭和": (date(1926, 12, 25), date(1989, 1, 7)),
    "大正": (date(1912, 7, 30), date(1926, 12, 25)),
    "明治": (date(1868, 10, 23), date(1912, 7, 30)),
}
ERA_LETTERS = dict(zip("RHSTM", ERAS, strict=True))
FIRST_SOLAR = date(1873, 1, 1)  # Japan's calendar before counts by the moon, so that its days have other numbers

# What is typed where a dash or a stop is meant; NFKC has already made ２０２０ and ／ plain.
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("。・·", "."), "○": "〇", "　": " "})
_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "元": 1}


class UnreadableDay(ValueError):
    """Why a text is no day: a code (a key of crm.fields.UNREADABLE) and what its sentence names."""

    def __init__(self, why: str, **said):
        super().__init__(why)
        self.why, self.said = why, said


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
    """Read 2020, 2020-02, 2020-02-05 and what people write for them; raises UnreadableDay.

    Read are 2020/2/5, 2020. 2. 5., 20200205, 2020年2月5日, 二〇二〇年二月五日, 2020년 2월 5일, 令和2年2月5日 and
    R2.2.5, in plain and in full-width signs, most of them to the month or the year only too. Refused with a reason of
    their own are zeros, days in no calendar, 05/02/2020, days outside their era, and years of the Republic 民国: an
    office of the mainland does not write them, and it is known which year is meant.
    """
    if iso := _ISO.fullmatch(text):  # as the database keeps them; the rest takes ten times as long
        return make_day(*iso.groups())
    typed = " ".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).split())
    if _REPUBLIC.match(typed):
        raise UnreadableDay("republic")
    if era := _ERA.fullmatch(typed) or _ERA_SHORT.fullmatch(typed):
        return of_era(*era.groups())
    if day_first := _DAY_FIRST.fullmatch(typed):
        raise which_is_the_month(*map(int, day_first.groups()))
    for form in (_PLAIN, _COMPACT, _WRITTEN):
        if read := form.fullmatch(typed):
            return make_day(*read.groups())
    raise UnreadableDay("unreadable")


def parse_month_day(text: str) -> str:
    """Read the month and day of a day that comes every year, 12-01 or 12月1日, as 12-01; raises UnreadableDay."""
    typed = "".join(unicodedata.normalize("NFKC", text).split())
    when = parse_partial_date(f"{A_LEAP_YEAR}{'年' if '月' in typed else '-'}{typed}")
    if when.precision != DAY or "/" in typed:  # 05/03 is a day in March to some and in May to others
        raise UnreadableDay("unreadable")
    return when.first.isoformat()[5:]


def day_in_year(month_day: str, year: int) -> date:
    """The day of a year that a month and day fall on; 29 February is the 28th where there is none."""
    month, day = map(int, month_day.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def a_year_before(on: date) -> date:
    """The same day of the year before."""
    return day_in_year(on.isoformat()[5:], on.year - 1)


def make_day(year, month=None, day=None, month_alone=None) -> PartialDate:
    """Make a PartialDate of numbers as they are written, the finer ones perhaps None; raises UnreadableDay."""
    numbers = [number_of(part) for part in (year, month or month_alone, day) if part is not None]
    if 0 in numbers:
        raise UnreadableDay("zero")
    try:
        first = date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError as error:
        raise UnreadableDay("no such day") from error
    return PartialDate(first, (YEAR, MONTH, DAY)[len(numbers) - 1])


def number_of(written: str) -> int:
    """Read digits, Chinese digits one by one (二〇二〇), Chinese numerals up to 99 (二十五, 廿五), and 元 for 1."""
    if written.isdecimal():
        return int(written)
    tens, ten, units = written.replace("廿", "二十").replace("卅", "三十").partition("十")
    if not ten:
        return int("".join(str(_NUMERALS[sign]) for sign in written))
    if len(tens) > 1 or len(units) > 1 or "十" in units:
        raise UnreadableDay("unreadable")
    return 10 * (_NUMERALS[tens] if tens else 1) + (_NUMERALS[units] if units else 0)


def of_era(era: str, year: str, month=None, day=None, month_alone=None) -> PartialDate:
    """Make a PartialDate of a Japanese era's year; raises UnreadableDay where it was no day of that era."""
    era = ERA_LETTERS.get(era.upper(), era)
    begin, end = ERAS[era]
    number = number_of(year)
    if not number:
        raise UnreadableDay("zero")
    when = make_day(str(begin.year + number - 1).zfill(4), month, day, month_alone)
    if when.last < begin or when.first > end:
        last = "" if end == date.max else str(end)
        raise UnreadableDay("outside era", era=era, begin=begin, end=last)
    if when.precision != YEAR and when.first < FIRST_SOLAR:
        raise UnreadableDay("by the moon")
    return when


def which_is_the_month(one: int, other: int, year: int) -> UnreadableDay:
    """Say why 05/03/2020 is refused: it is 5 March to some and 3 May to others; 25/03/2020 is a day put last."""
    readings = [f"{year:04}-{month:02}-{day:02}" for day, month in ((one, other), (other, one)) if month <= 12]
    if len(set(readings)) == 2:
        return UnreadableDay("ambiguous", one=readings[0], other=readings[1])
    return UnreadableDay("year last", one=readings[0]) if readings else UnreadableDay("no such day")


def from_excel_serial(number: float, *, since_1904: bool = False) -> PartialDate:
    """Read the number by which Excel keeps a day; the time of day, its fraction, is left out. Raises UnreadableDay.

    Excel counts from 1900-01-01 as 1 and, for the sake of Lotus 1-2-3, takes 1900 for a leap year: 60 is a day that
    never was, and all after it stand one too high. Old files of the Macintosh count from 1904-01-01 as 0: the workbook
    says so (``date1904``; openpyxl's ``workbook.epoch``). Only imports ask this: a number that is typed is no serial.
    """
    if not math.isfinite(number) or number < (0 if since_1904 else 1):
        raise UnreadableDay("unreadable")
    whole = math.floor(number)
    if whole == 60 and not since_1904:
        raise UnreadableDay("no such day")
    begin = date(1904, 1, 1) if since_1904 else date(1899, 12, 30) if whole > 60 else date(1899, 12, 31)
    try:
        return PartialDate(begin + timedelta(days=whole))
    except OverflowError as error:
        raise UnreadableDay("no such day") from error


def is_sensible(when: PartialDate, since: int) -> bool:
    """Whether all of a date lies from the beginning of a year to the end of UNTIL."""
    return since <= when.first.year and when.last.year <= UNTIL
