"""Days, months and years as letters write them (docs/domain.md §4.3)."""

import re
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from correspondence.languages.base.words import NO_BREAK
from crm.dates import DAY, MONTH, YEAR, PartialDate


def without_covered(times: Sequence[PartialDate]) -> list[PartialDate]:
    """Times, each once and oldest first, without those that a finer one lies in: of 2020 and March 2020, March."""

    def is_covered(time):
        return any(other != time and time.first <= other.first and other.last <= time.last for other in times)

    return sorted({time for time in times if not is_covered(time)}, key=lambda time: (time.first, time.last))


class Times:
    """Times are datetime.date or PartialDate, results plain text."""

    babel = ""

    def year_number(self, year: int) -> str:
        """The number of a year of the common era, in languages that count from another one too (2563)."""
        return str(year)

    def ordinal(self, number: int) -> str:
        """A number as a rank, what is raised between carets: "1^er^"."""
        return str(number)

    def day(self, day: date) -> str:
        """A day as a letter writes it, the number held to its month: 5 March 2020."""
        written = format_date(day, "long", locale=self.babel).replace(str(day.year), self.year_number(day.year))
        return re.sub(r"(?<=\d) (?=\w)", NO_BREAK, written, count=1)

    def month(self, month: date) -> str:
        """Month and year. MMMM, never LLLL: the stand-alone names leak between locales (docs/domain.md §4.3)."""
        return f"{format_date(month, 'MMMM', locale=self.babel)} {self.year_number(month.year)}"

    def year(self, year: date) -> str:
        """The year alone."""
        return self.year_number(year.year)

    def when(self, when: PartialDate) -> str:
        """A time as an adverb, preposition included, no finer than it is known: "in March 2020"."""
        if when.precision == DAY:
            return self.on_day(when.first)
        return self.in_year(when.first) if when.precision == YEAR else self.in_month(when.first)

    def when_several(self, times: Sequence[PartialDate]) -> str:
        """Several times as one adverb, no year said twice: "in February and March 2020"."""
        times = without_covered(times)
        phrases = [self.when(time) for time in times]
        if len(times) < 2 or {time.precision for time in times} != {MONTH} or len({t.first.year for t in times}) > 1:
            return self.join(phrases)
        words = [phrase.split() for phrase in phrases]
        place = next(place for place, said in enumerate(zip(*words, strict=True)) if len(set(said)) > 1)
        words[0][place] = self.join([said[place] for said in words])
        return " ".join(words[0])

    def years_once(self, times: Sequence[PartialDate]) -> list[str]:
        """Each time's words, for languages whose year comes first: 2020年2月, 3月, the year not said again."""
        phrases, times = [], without_covered(times)
        for before, time in zip([None, *times[:-1]], times, strict=True):
            again = before and YEAR not in (before.precision, time.precision) and before.first.year == time.first.year
            phrases.append(self.when(time).removeprefix(self.year(time.first) if again else "").strip())
        return phrases

    def when_expected(self, when: PartialDate) -> str:
        """A time still to come, for languages that say it differently: "on 12 April 2020"."""
        return self.when(when)

    def on_day(self, day: date) -> str:
        """ "on 5 March 2020"."""
        return self.day(day)

    def in_month(self, month: date) -> str:
        """ "in March 2020"."""
        return self.month(month)

    def in_year(self, year: date) -> str:
        """ "in 2020"."""
        return self.year(year)

    def plain_date(self, when: PartialDate) -> str:
        """A time as a noun, without preposition, no finer than it is known: "March 2020"."""
        if when.precision == DAY:
            return self.day(when.first)
        return self.year(when.first) if when.precision == YEAR else self.month(when.first)

    def place_and_date(self, place: str, day: date) -> str:
        """The line of place and date, or of the date alone."""
        return f"{place}, {self.day(day)}"
