"""The ledger: roll-up, shared entries, dates of every precision, what stands on a day."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind, OrganizationKind, Rank
from crm.reciprocity import balance_per_partner, help_balance
from tests.factories import CityFactory, OrganizationFactory, PersonFactory, PostFactory

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


def test_a_shared_entry_counts_once_and_is_shown_as_shared_at_each_partner():
    cities = [CityFactory(), CityFactory(), CityFactory()]
    courtesy(*cities)
    whole = help_balance(LedgerEntry.objects.all(), TODAY)
    assert sum(whole.kinds_received.values()) == 1
    for city in cities:
        [seen] = help_balance(LedgerEntry.objects.of(city=city), TODAY).received
        assert seen.shared is True
    rows = balance_per_partner(LedgerEntry.objects.all(), TODAY)
    assert [(row.received, row.shared) for row in rows] == [({"Service": 1}, 1)] * 3


@pytest.mark.parametrize("day", ["2020", "2020-02", "2020-02-05"])
def test_a_partial_date_never_vanishes(day):
    entry = courtesy(day=day)
    assert in_force() == {entry}
    assert set(LedgerEntry.objects.filter(day__startswith="2020")) == {entry}
    assert [str(seen.entry.day) for seen in help_balance(LedgerEntry.objects.all(), TODAY).received] == [day]


def test_what_lies_ahead_does_not_count_yet():
    courtesy(day="2020-06-02")
    assert in_force() == set()


def test_an_answer_that_is_reversed_leaves_the_debt_open():
    received, answer = courtesy(), courtesy(direction="given", day="2020-03")
    link_entries(by=None, source=answer, target=received, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == set()
    reverse_entry(by=None, entry=answer, reason="never left")
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}
