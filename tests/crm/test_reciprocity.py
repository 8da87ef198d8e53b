"""What passed between us and a partner, and with the cities of an occasion, by a day."""

from datetime import date

import pytest

from crm.models import City, LedgerEntry
from crm.reciprocity import counts_by_city
from tests.factories import CourtesyFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def test_letters_and_visits_are_not_help_and_are_counted_by_city():
    city = CourtesyFactory().partners.get().city
    other = CourtesyFactory().partners.get().city
    for kind in ("letter", "letter", "visit"):
        CourtesyFactory(partner=city, kind=kind, direction="given")
    counts = counts_by_city(LedgerEntry.objects.all(), City.objects.filter(pk=city.pk), ON)
    assert counts == {city.pk: {"help_received": 1, "letter_given": 2, "visit_given": 1}}
    assert counts_by_city(LedgerEntry.objects.all(), [other], ON) == {other.pk: {"help_received": 1}}
