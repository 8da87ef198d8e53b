"""What time it is with a partner, and whether offices there are at work, by the clock and the week of the country."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime
from django.utils.translation import gettext as _

from crm.phrases import interface_locale

OPENS, CLOSES = 9, 17  # o'clock; nobody answers for certain before or after, whatever the country


@dataclass(frozen=True)
class LocalTime:
    """The time at a place; holidays are not known."""

    at: datetime
    country: str

    @property
    def clock(self) -> str:
        """The day of the week and the time: "Thursday 10:24"."""
        return format_datetime(self.at, "EEEE HH:mm", locale=interface_locale())

    @property
    def is_weekend(self) -> bool:
        """Whether it is a day of the weekend there, which in some countries is Friday and Saturday."""
        first, last = weekend_of(self.country)
        return (self.at.weekday() - first) % 7 <= (last - first) % 7

    @property
    def may_call(self) -> bool:
        """Whether it is within working hours of a working day."""
        return not self.is_weekend and OPENS <= self.at.hour < CLOSES

    @property
    def words(self) -> str:
        """Whether one may call, in words."""
        if self.is_weekend:
            return _("weekend there")
        return _("one may call") if self.may_call else _("outside working hours")


@cache
def weekend_of(country: str) -> tuple[int, int]:
    """The first and last day of a country's weekend, Monday being 0; Saturday and Sunday where nothing is known."""
    try:
        locale = Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return 5, 6
    return locale.weekend_start, locale.weekend_end


def time_at(city, now: datetime) -> LocalTime | None:
    """The time in a city; None where there is none, or its zone is not known."""
    return local_time(now, city.time_zone, city.country_id) if city else None


def local_time(now: datetime, time_zone: str, country: str) -> LocalTime | None:
    """The time in a time zone of a country; None where the zone is not known."""
    try:
        return LocalTime(now.astimezone(ZoneInfo(time_zone)), country) if time_zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
