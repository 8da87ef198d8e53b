"""With which partners nothing has passed for a year, and the filter of the list of cities that asks it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from crm.actions.ledger import reverse_entry
from crm.models import StepKind
from crm.out_of_touch import out_of_touch
from tests.factories import CityFactory, CourtesyFactory, OrganizationFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 27)


def quiet() -> list:
    """The partners out of touch."""
    return [partnership.partner for partnership in out_of_touch(ON)]


def test_a_courtesy_in_either_direction_within_the_year_is_touch():
    city = PartnershipFactory().partner
    CourtesyFactory(partner=city, day="2025-11-26", kind="letter")
    assert quiet() == [city]
    CourtesyFactory(partner=OrganizationFactory(city=city), day="2025-11-27", direction="given", kind="letter")
    assert quiet() == []


def test_what_was_reversed_or_is_to_come_is_no_touch():
    city = PartnershipFactory().partner
    reverse_entry(by=None, entry=CourtesyFactory(partner=city, day="2026-05"), reason="twice")
    CourtesyFactory(partner=city, day="2027")
    assert quiet() == [city]


def test_a_step_within_the_year_is_touch_and_what_ended_is_not_asked():
    PartnershipFactory(steps=[(StepKind.SIGNED, "2026-05")])
    PartnershipFactory(steps=[(StepKind.SIGNED, "1992"), (StepKind.ENDED, "2010")])
    PartnershipFactory(city=CityFactory())
    assert quiet() == []


def test_what_passed_with_a_city_merged_since_counts_for_what_it_became():
    city = PartnershipFactory().partner
    CourtesyFactory(partner=CityFactory(merged_into=city, archived=True), day="2026-05")
    assert quiet() == []


def test_the_list_of_cities_shows_them(browser):
    today = timezone.localdate()
    silent, met = PartnershipFactory().partner, PartnershipFactory().partner
    CourtesyFactory(partner=met, day=(today - timedelta(days=9)).isoformat())
    page = browser.get(reverse("city-list"), {"quiet": "on"})
    assert [row.record for row in page.context["table"].rows] == [silent]
