"""What passed between us and a partner, and with the cities of an occasion, by a day."""

from datetime import date

import pytest

from crm.models import City, LedgerEntry
from crm.reciprocity import counts_by_city, latest_help
from tests.factories import CourtesyFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def latest(on=ON, most=12):
    """The latest help of everything on record."""
    return latest_help(LedgerEntry.objects.all(), on, most)


def test_letters_and_visits_are_not_help_and_are_counted_by_city():
    city = CourtesyFactory().partners.get().city
    other = CourtesyFactory().partners.get().city
    for kind in ("letter", "letter", "visit"):
        CourtesyFactory(partner=city, kind=kind, direction="given")
    assert (len(latest().received), latest().given) == (2, [])
    counts = counts_by_city(LedgerEntry.objects.all(), City.objects.filter(pk=city.pk), ON)
    assert counts == {city.pk: {"help_received": 1, "letter_given": 2, "visit_given": 1}}
    assert counts_by_city(LedgerEntry.objects.all(), [other], ON) == {other.pk: {"help_received": 1}}


def test_the_latest_are_told_oldest_first_and_those_before_are_counted():
    entries = [CourtesyFactory(day=f"2020-02-0{day}") for day in (1, 2, 3)]
    given = CourtesyFactory(direction="given", day="2020-03")
    assert (latest(most=2).received, latest(most=2).given, latest(most=2).left_out) == (entries[1:], [given], 1)
    assert (latest(most=3).received, latest(most=3).left_out) == (entries, 0)
    assert latest(date(2020, 2, 1)).received == entries[:1]
