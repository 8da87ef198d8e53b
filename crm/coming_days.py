"""Days to come that a letter is due for: anniversaries of partnerships, national days, cities' own days, visits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import CharField
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext_lazy as _

from crm.dates import PartialDate, day_in_year, parse_partial_date
from crm.models.city import City
from crm.models.country import Country
from crm.models.occasion import Occasion, OccasionKind
from crm.models.partnership import Partnership, PartnershipStep, StepKind

BEGIN_BEFORE = timedelta(days=30)  # docs/domain.md §16
ANNIVERSARY, NATIONAL_DAY, CITY_DAY = OccasionKind.ANNIVERSARY.value, OccasionKind.NATIONAL_DAY.value, "city_day"
NAMES = {
    ANNIVERSARY: _("Anniversary"),
    NATIONAL_DAY: _("National day"),
    CITY_DAY: _("City's own day"),
    OccasionKind.VISIT.value: _("Visit"),
    OccasionKind.OTHER.value: _("Occasion"),
}


class DayKey(NamedTuple):
    """A day to come, by the key of the city or occasion it is of; ``since`` is when a partnership was signed."""

    falls: str
    what: str
    city: int = 0
    occasion: int = 0
    since: str = ""


@dataclass(frozen=True)
class ComingDay:
    """A day of a partner city, or an occasion on record; ``since`` is when a partnership was signed."""

    what: str
    falls: PartialDate
    city: City | None = None
    occasion: Occasion | None = None
    since: PartialDate | None = None

    @property
    def name(self) -> str:
        """What the day is called."""
        return str(NAMES[self.what])

    @property
    def years(self) -> int:
        """How old a partnership is on it; 0 for all other days."""
        return self.falls.first.year - self.since.first.year if self.since else 0

    @property
    def begin(self) -> date:
        """The day to begin a letter for it."""
        return self.falls.first - BEGIN_BEFORE


def coming_days(on: date, until: date) -> list[DayKey]:
    """Days of our partners and occasions on record from a day to another, soonest first."""
    partnerships = Partnership.objects.ours().alive(on)
    found = (
        anniversaries(partnerships, on, until),
        national_days(partnerships, on, until),
        city_days(partnerships, on, until),
        occasions(on, until),
    )
    return sorted(day for days in found for day in days)


def anniversaries(partnerships, on: date, until: date) -> Iterator[DayKey]:
    """Yield the anniversaries of partnerships; of an agreement known to the month, the month."""
    dated = PartnershipStep.objects.annotate(month=Substr("day", 6, 2)).filter(month__in=months_between(on, until))
    for city, since in signed_first(partnerships.filter(pk__in=dated.order_by().values("partnership")), on):
        falls = next_fall(since[5:], on)
        if since < falls <= until.isoformat() and len(since) > len("2020"):
            yield DayKey(falls, ANNIVERSARY, city, since=since)


def signed_first(partnerships, on: date) -> list[tuple[int, str]]:
    """The partner of each partnership, and the day of the agreement that made it what it is, as ``since`` has it."""
    steps = PartnershipStep.objects.taken(on).filter(kind=StepKind.SIGNED, partnership__in=partnerships)
    first = {}
    for key, city, day in steps.values_list("partnership", "partnership__partner", Cast("day", CharField())):
        first.setdefault(key, (city, day))
    return [(city, day) for city, day in first.values() if day]


def months_between(on: date, until: date) -> set[str]:
    """The months, as 12, from that of a day to that of another."""
    return {f"{(on + timedelta(days=n)).month:02}" for n in range((until - on).days + 1)}


def national_days(partnerships, on: date, until: date) -> Iterator[DayKey]:
    """Yield the national days of the countries of partners."""
    kept = Country.objects.exclude(national_day="").order_by().values_list("pk", "national_day")
    falls = {code: day for code, kept_day in kept if (day := next_fall(kept_day, on)) <= until.isoformat()}
    partners = partnerships.filter(partner__country__in=falls).values_list("partner", "partner__country")
    return (DayKey(falls[code], NATIONAL_DAY, city) for city, code in partners)


def city_days(partnerships, on: date, until: date) -> Iterator[DayKey]:
    """Yield the days that partners keep for themselves."""
    kept = partnerships.exclude(partner__own_day="").values_list("partner", "partner__own_day")
    days = (DayKey(next_fall(kept_day, on), CITY_DAY, city) for city, kept_day in kept)
    return (day for day in days if day.falls <= until.isoformat())


def occasions(on: date, until: date) -> Iterator[DayKey]:
    """Yield the occasions on record that begin, but for disasters."""
    soon = Occasion.objects.active().filter(start__gte=on.isoformat(), start__lte=until.isoformat())
    kept = soon.filter(kind__in=[*NAMES]).order_by().values_list("pk", "kind", Cast("start", CharField()))
    return (DayKey(start, kind, occasion=key) for key, kind, start in kept)


def next_fall(month_day: str, on: date) -> str:
    """When a month and day, or a month alone, comes next: 2026-12-01, 2026-12."""
    is_past = f"{month_day}-31" < on.isoformat()[5:]  # the day itself sorts before itself with more behind
    return f"{on.year + is_past}-{month_day}"


def read_days(keys: Iterable[DayKey]) -> list[ComingDay]:
    """The days of some keys, with their cities and occasions."""
    keys = list(keys)
    cities = City.objects.select_related("country").in_bulk({key.city for key in keys} - {0})
    occasions = Occasion.objects.in_bulk({key.occasion for key in keys} - {0})
    return [
        ComingDay(
            key.what,
            to_day(key.falls),
            cities.get(key.city),
            occasions.get(key.occasion),
            parse_partial_date(key.since) if key.since else None,
        )
        for key in keys
    ]


def to_day(falls: str) -> PartialDate:
    """The day that a key falls on; 29 February is the 28th where there is none."""
    year, _dash, month_day = falls.partition("-")
    return PartialDate(day_in_year(month_day, int(year))) if "-" in month_day else parse_partial_date(falls)
