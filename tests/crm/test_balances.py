"""What each partner gave and got, year by year, and what of it we owe, on a day."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.balances import (
    ORDERS,
    Counts,
    Dealings,
    balance_per_partner,
    dealings_with,
    in_order,
    name_balances,
    with_debts,
)
from crm.dates import parse_partial_date
from crm.models import City, LedgerEntry, LedgerPartner, OrganizationKind
from tests.factories import CityFactory, ClosingFactory, CourtesyFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def balances(on=ON, order="owed", **asked):
    """The balances of all partners in the ledger, or of those that its rows name so."""
    rows = LedgerPartner.objects.filter(**asked)
    return name_balances(in_order(balance_per_partner(rows, on), order), rows, on)


def shared(*partners, day="2020-01", **facts):
    """One courtesy of several partners."""
    facts = {"direction": "received", "kind": "service", **facts}
    return record_courtesy(by=None, partners=partners, day=parse_partial_date(day), **facts)


def oldest() -> dict:
    """The courtesy of each partner that we owe an answer longest."""
    return {row.partner: row.oldest for row in balances()}


def test_a_citys_organizations_stand_at_the_city_and_a_courtesy_that_two_of_them_share_is_one():
    city, quits = CityFactory(), CityFactory()
    shared(city, OrganizationFactory(city=city))
    CourtesyFactory(partner=quits, direction="given", day="2020-05-02")
    assert [(row.partner, row.total) for row in balances()] == [
        (city, Counts(received=1, owed=1)),
        (quits, Counts(given=1)),
    ]


def test_help_is_counted_by_the_year_it_began_in():
    city = CityFactory()
    for day, way in (("2018", "received"), ("2018-12-31", "received"), ("2019-01", "given"), ("2019-02", "received")):
        CourtesyFactory(partner=city, day=day, direction=way)
    CourtesyFactory(partner=city, day="2019", kind="letter")
    (row,) = balances()
    assert row.years == {2018: Counts(received=2, owed=2), 2019: Counts(received=1, given=1, owed=1)}
    assert row.total == Counts(received=3, given=1, owed=3)


def test_who_stands_in_no_city_is_counted_alone_and_named_so_in_an_address():
    firm, friend = OrganizationFactory(city=None, kind="company"), PersonFactory(city=None)
    city = CityFactory()
    for day, partner in (("2020-01", firm), ("2020-02", friend), ("2020-03", city)):
        shared(partner, day=day)
    assert [(row.partner, row.whose) for row in balances()] == [
        (firm, f"organization-{firm.pk}"),
        (friend, f"person-{friend.pk}"),
        (city, f"city-{city.pk}"),
    ]


def test_a_balance_is_of_the_partners_asked_for_and_of_none_beside_them():
    ritto, podolsk = CityFactory(country_id="JP"), CityFactory(country_id="RU")
    shared(ritto, podolsk)
    CourtesyFactory(partner=podolsk)
    assert [(row.partner, row.total.received) for row in balances(group="JP")] == [(ritto, 1)]


def test_a_city_merged_into_another_is_counted_there():
    old, new = CityFactory(), CityFactory()
    CourtesyFactory(partner=old)
    CourtesyFactory(partner=new, kind="experience")
    City.objects.filter(pk=old.pk).update(merged_into=new)
    assert [(row.partner, row.total.received, sum(c.received for c in row.years.values())) for row in balances()] == [
        (new, 2, 2)
    ]


def test_the_oldest_debt_is_named_and_how_long_it_waits():
    city = CityFactory()
    entries = [CourtesyFactory(partner=city, day=f"2020-02-0{day}") for day in (5, 4, 3)]
    (row,) = balances()
    assert (row.oldest, row.oldest.waiting, row.total.owed) == (entries[-1], "3 months", 3)


def test_of_debts_of_one_day_the_one_that_was_recorded_first_is_the_oldest():
    row = with_debts({"debts": "2020-03 10,2020-03 9,2020-03-01 8,2020-03 9"})
    assert (row["owed"], row["debts"]) == (3, [("2020-03", 9), ("2020-03", 10), ("2020-03-01", 8)])


def test_partners_come_by_what_we_owe_then_by_who_waits_longest_then_by_who_was_heard_of_last():
    most, longest, shorter, latest, before = (
        CityFactory(names={"en": name}) for name in ("Most", "Longest", "Shorter", "Latest", "Before")
    )
    for partner, day, way in (
        (before, "2020-04-01", "given"),
        (latest, "2020-05-01", "given"),
        (shorter, "2020-02-01", "received"),
        (longest, "2020-01-01", "received"),
        (most, "2020-03-01", "received"),
        (most, "2020-03-02", "received"),
        (before, "2019-04-01", "given"),
    ):
        CourtesyFactory(partner=partner, day=day, direction=way)
    assert {order: [str(row.partner) for row in balances(order=order)] for order in (*ORDERS, "nonsense")} == {
        "owed": ["Most", "Longest", "Shorter", "Latest", "Before"],
        "received": ["Most", "Longest", "Shorter", "Latest", "Before"],
        "given": ["Before", "Latest", "Most", "Longest", "Shorter"],
        "name": ["Before", "Latest", "Longest", "Most", "Shorter"],
        "nonsense": ["Most", "Longest", "Shorter", "Latest", "Before"],
    }


def test_to_our_own_abroad_thanks_are_owed_and_no_answer():
    mission = OrganizationFactory(kind=OrganizationKind.OWN_MISSION)
    friend, city = PersonFactory(ours_abroad=True), CityFactory()
    entries = [shared(mission), shared(friend)]
    assert set(LedgerEntry.objects.unthanked(ON)) == set(entries)
    assert set(LedgerEntry.objects.unanswered(ON)) == set()
    assert oldest() == {mission: None, friend: None}
    entry = shared(mission, friend, city)
    assert set(LedgerEntry.objects.unanswered(ON)) == {entry}
    assert oldest() == {mission: None, friend: None, city: entry}


def test_somebody_who_is_ticked_as_ours_is_owed_nothing_for_what_came_before():
    friend = PersonFactory()
    entry = shared(friend)
    assert oldest() == {friend: entry}
    type(friend).objects.update(ours_abroad=True)
    assert oldest() == {friend: None}
    assert LedgerEntry.objects.with_status(ON).get().no_answer_due is True


def test_balances_ask_as_much_of_many_as_of_one(django_assert_num_queries):
    for number in (1, 3):
        for _turn in range(number):
            shared(CityFactory(), OrganizationFactory(city=None, kind="company"), PersonFactory(city=None))
        with django_assert_num_queries(9):
            balances()


def test_what_is_closed_is_not_owed_and_what_is_taken_back_answers_nothing():
    closed, answered = ClosingFactory(on=ON).entry, CourtesyFactory()
    answer = CourtesyFactory(direction="given", day="2020-04-01")
    link_entries(by=None, source=answer, target=answered, kind="answers")
    assert [row.total.owed for row in balances()] == [0, 0, 0]
    assert sum(row.total.owed for row in balances(date(2020, 5, 31))) == 1
    reverse_entry(by=None, entry=answer, reason="never left")
    assert oldest() == {closed.partners.get().city: None, answered.partners.get().city: answered}


def test_of_a_city_it_is_told_when_anything_last_passed_and_how_much_of_it_is_open():
    city, silent = CityFactory(), CityFactory()
    thanked = CourtesyFactory(partner=city, day="2020-01")
    CourtesyFactory(partner=OrganizationFactory(city=city), day="2020-02")
    letter = CourtesyFactory(partner=city, day="2020-03", kind="letter")
    CourtesyFactory(partner=city, day="2020-07")
    assert dealings_with([city, silent], ON) == {city.pk: Dealings("2020-03", 3)}
    answer = CourtesyFactory(partner=city, day="2020-04", kind="letter", direction="given")
    for kind, target in (("thanks", thanked), ("replies", letter)):
        link_entries(by=None, source=answer, target=target, kind=kind)
    assert dealings_with([city], ON) == {city.pk: Dealings("2020-04", 2)}
