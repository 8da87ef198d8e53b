"""The ledger: roll-up, shared entries, dates of every precision, what stands on a day."""

from datetime import date

import pytest
from django.db import connection

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind, OrganizationKind, Rank
from tests.factories import (
    CityFactory,
    ClosingFactory,
    CourtesyFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", **more):
    """A courtesy in the ledger."""
    partners = partners or (CityFactory(),)
    return record_courtesy(
        by=None, direction=direction, kind=kind, day=parse_partial_date(day), partners=partners, **more
    )


def in_force(**whose):
    """The entries that stand today; of a partner where one is named."""
    entries = LedgerEntry.objects.of(**whose) if whose else LedgerEntry.objects.all()
    return set(entries.in_force(TODAY))


def test_a_reversed_entry_stays_and_no_longer_counts():
    city = CityFactory()
    wrong, right = courtesy(city), courtesy(city)
    reversal = reverse_entry(by=None, entry=wrong, reason="entered twice")
    assert (reversal.reason, [row.partner for row in reversal.partners.all()]) == ("entered twice", [city])
    assert set(LedgerEntry.objects.all()) == {wrong, right, reversal}
    assert in_force() == {right}


def test_organizations_and_office_holders_roll_up_to_their_city():
    city = CityFactory()
    organization = OrganizationFactory(city=city)
    mayor = PostFactory(organization=organization, start="2019").person
    entries = {courtesy(city), courtesy(organization), courtesy(mayor)}
    courtesy()
    assert in_force(city=city) == entries
    assert in_force(organization=organization) == {entry for entry in entries if entry.partners.get().city is None}


def test_our_own_service_stands_in_no_country():
    embassy = OrganizationFactory(kind=OrganizationKind.OWN_MISSION, country_id="KR")
    envoy = PostFactory(organization=embassy, rank=Rank.AMBASSADOR, start="2019").person
    entries = {courtesy(embassy), courtesy(envoy)}
    assert set(LedgerEntry.objects.in_group("missions")) == entries
    assert set(LedgerEntry.objects.in_group("KR")) == set()


def test_an_entry_keeps_the_city_it_rolled_up_to_at_the_time():
    mayor = PersonFactory()
    before, after = OrganizationFactory(), OrganizationFactory()
    PostFactory(person=mayor, organization=before, start="2015", end="2018-12-31")
    PostFactory(person=mayor, organization=after, start="2019")
    old = courtesy(mayor, day="2017-05")
    assert in_force(city=before.city) == {old}
    assert in_force(city=after.city) == set()


def test_a_shared_entry_is_found_once_and_is_shared_at_each_partner():
    cities = [CityFactory(), CityFactory(), CityFactory()]
    entry, alone = courtesy(*cities), courtesy()
    for city in cities:
        [seen] = LedgerEntry.objects.of(city=city).with_status(TODAY)
        assert (seen, seen.shared) == (entry, True)
    assert LedgerEntry.objects.with_status(TODAY).get(pk=alone.pk).shared is False


@pytest.mark.parametrize("day", ["2020", "2020-02", "2020-02-05"])
def test_a_partial_date_never_vanishes(day):
    entry = courtesy(day=day)
    assert in_force() == {entry}
    assert set(LedgerEntry.objects.filter(day__startswith="2020")) == {entry}
    assert [str(seen.day) for seen in LedgerEntry.objects.unanswered(TODAY)] == [day]


def test_what_lies_ahead_does_not_count_yet():
    courtesy(day="2020-06-02")
    assert in_force() == set()


def test_an_answer_that_is_reversed_leaves_the_debt_open():
    received, answer = courtesy(), courtesy(direction="given", day="2020-03")
    link_entries(by=None, source=answer, target=received, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == set()
    reverse_entry(by=None, entry=answer, reason="never left")
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}


STATUS = ("counts", "thanked", "answered", "no_thanks_due", "no_answer_due", "owes_thanks", "owes_answer")


def status(entry, on=TODAY) -> set[str]:
    """What is true of an entry on a day."""
    seen = LedgerEntry.objects.with_status(on).get(pk=entry.pk)
    return {name for name in STATUS if getattr(seen, name)}


def test_help_waits_until_it_is_answered_and_is_thanked_by_a_letter():
    received = courtesy(day="2020-02-01")
    answer, letter = (
        courtesy(direction="given", day="2020-04"),
        courtesy(direction="given", kind="letter", day="2020-05"),
    )
    link_entries(by=None, source=answer, target=received, kind=LinkKind.ANSWERS)
    link_entries(by=None, source=letter, target=received, kind=LinkKind.THANKS)
    assert status(received, date(2020, 3, 15)) == {"counts", "owes_thanks", "owes_answer"}
    assert status(received, date(2020, 4, 15)) == {"counts", "owes_thanks", "answered"}
    assert status(received) == {"counts", "thanked", "answered"}
    assert status(received, date(2020, 1, 1)) == set()
    assert LedgerEntry.objects.with_status(date(2020, 2, 15)).get(pk=received.pk).waiting == "14 days"


def test_what_was_taken_back_neither_counts_nor_owes():
    entry = courtesy()
    reverse_entry(by=None, entry=entry, reason="entered twice")
    assert status(entry) == set()


def test_what_is_closed_need_not_be_and_what_was_answered_after_all_says_so():
    entry = ClosingFactory(on=TODAY).entry
    ClosingFactory(entry=entry, duty="thanks", on=TODAY)
    assert status(entry) == {"counts", "no_thanks_due", "no_answer_due"}
    assert status(entry, date(2020, 5, 31)) == {"counts", "owes_thanks", "owes_answer"}
    link_entries(by=None, source=CourtesyFactory(direction="given"), target=entry, kind=LinkKind.ANSWERS)
    assert status(entry) == {"counts", "no_thanks_due", "answered"}


def test_of_what_we_gave_nothing_is_owed():
    assert status(courtesy(direction="given")) == {"counts"}


def test_what_became_of_gifts_is_found_by_their_own_entries_and_not_in_the_whole_ledger():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    plan = LedgerEntry.objects.with_status(TODAY).filter(gift__in=[1, 2]).explain()
    assert "(reverses_id=?)" in plan  # of one entry
    assert [line for line in plan.splitlines() if "SCAN" in line] == []
