"""Which days of our partners come within a time, and when a letter for each is to be begun."""

from datetime import date

import pytest

from crm.coming_days import coming_days, next_fall, read_days
from crm.models import Country, StepKind
from tests.factories import CityFactory, OccasionFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
ON, UNTIL = date(2026, 11, 27), date(2027, 2, 25)
SIGNED = StepKind.SIGNED


@pytest.fixture(autouse=True)
def _no_national_days():
    Country.objects.update(national_day="")


def found(on=ON, until=UNTIL) -> list[tuple]:
    """The days found, each with what it is, when, and whose."""
    return [(day.what, str(day.falls), day.city or day.occasion) for day in read_days(coming_days(on, until))]


def partner(steps=((StepKind.INTENT, "2019"),), **facts):
    """A partner city of ours, planned unless told otherwise."""
    return PartnershipFactory(partner=CityFactory(**facts), steps=steps).partner


def test_a_partnership_has_its_anniversary_by_the_step_that_signed_it_first():
    city = partner([(SIGNED, "1992-12-15"), (SIGNED, "2002-12-20")])
    assert found() == [("anniversary", "2026-12-15", city)]
    [day] = read_days(coming_days(ON, UNTIL))
    assert (day.years, day.begin) == (34, date(2026, 11, 15))


@pytest.mark.parametrize(
    "steps",
    [
        [(SIGNED, "1992-12-15"), (StepKind.DORMANT, "2010")],
        [(SIGNED, "1992-12-15"), (StepKind.ENDED, "2010")],
        [(SIGNED, None), (SIGNED, "1992-12-15")],
        [(SIGNED, "1992")],
        [(SIGNED, "1992-03-15")],
        [(SIGNED, "2027-01-15")],
        [(StepKind.INTENT, "1992-12-15")],
    ],
)
def test_what_rests_is_not_signed_or_has_no_day_has_no_anniversary(steps):
    partner(steps)
    assert found() == []


def test_what_was_resumed_has_one_and_an_agreement_known_to_the_month_has_it_all_the_month_long():
    city = partner([(SIGNED, "1992-11"), (StepKind.DORMANT, "2001"), (StepKind.RESUMED, "2005")])
    assert found() == [("anniversary", "2026-11", city)]
    assert found(date(2026, 12, 1), date(2027, 2, 1)) == []


def test_a_partnership_signed_today_is_not_a_year_old():
    partner([(SIGNED, ON.isoformat())])
    assert found() == []


def test_national_days_and_cities_own_days_are_told_of_each_partner_planned_ones_too():
    Country.objects.filter(pk="RO").update(national_day="12-01")
    Country.objects.filter(pk="JP").update(national_day="02-26")
    first, second = partner(country_id="RO"), partner(country_id="RO", own_day="01-24")
    partner(country_id="JP", own_day="11-26")
    CityFactory(country_id="RO", own_day="12-02")
    assert sorted(found(), key=str) == sorted(
        [
            ("national_day", "2026-12-01", first),
            ("national_day", "2026-12-01", second),
            ("city_day", "2027-01-24", second),
        ],
        key=str,
    )


def test_an_ended_partnership_and_one_between_others_are_greeted_no_more():
    Country.objects.filter(pk="RO").update(national_day="12-01")
    partner([(SIGNED, "1992"), (StepKind.ENDED, "2010")], country_id="RO")
    PartnershipFactory(city=CityFactory(), partner=CityFactory(country_id="RO"))
    assert found() == []


def test_visits_and_other_occasions_on_record_are_told_of_disasters_not():
    visit = OccasionFactory(kind="visit", start="2026-12-10")
    for told in ({"kind": "flood", "start": "2026-12-10"}, {"kind": "visit", "start": "2027-03"}):
        OccasionFactory(**told)
    OccasionFactory(kind="visit", start="2026-12-11", archived=True)
    assert found() == [("visit", "2026-12-10", visit)]


@pytest.mark.parametrize(
    ("month_day", "falls"),
    [("11-27", "2026-11-27"), ("11-26", "2027-11-26"), ("12-01", "2026-12-01"), ("11", "2026-11"), ("10", "2027-10")],
)
def test_a_day_comes_next_this_year_or_the_year_after(month_day, falls):
    assert next_fall(month_day, ON) == falls


def test_a_leap_day_is_kept_on_the_28th_in_other_years():
    city = partner(own_day="02-29")
    assert found(date(2027, 2, 1), date(2027, 4, 1)) == [("city_day", "2027-02-28", city)]


def test_many_days_are_read_in_as_many_queries_as_one(django_assert_num_queries):
    for _turn in range(3):
        partner([(SIGNED, "1992-12-15")], own_day="12-20")
        with django_assert_num_queries(5):
            keys = coming_days(ON, UNTIL)
        with django_assert_num_queries(1):
            read_days(keys)
