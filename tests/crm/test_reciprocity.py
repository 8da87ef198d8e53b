"""What passed between us and a partner, and what we owe, on a day."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import City, LedgerEntry, LedgerPartner, OrganizationKind
from crm.reciprocity import balance_per_partner, counts_by_city, latest_help, name_balances
from tests.factories import CityFactory, ClosingFactory, CourtesyFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def latest(on=ON, most=12):
    """The latest help of everything on record."""
    return latest_help(LedgerEntry.objects.all(), on, most)


def balances(on=ON, **asked):
    """The balances of all partners in the ledger, or of those that its rows name so."""
    rows = LedgerPartner.objects.filter(**asked)
    return name_balances(balance_per_partner(rows, on), rows, on)


def shared(*partners, day="2020-01", **facts):
    """One courtesy of several partners."""
    facts = {"direction": "received", "kind": "service", **facts}
    return record_courtesy(by=None, partners=partners, day=parse_partial_date(day), **facts)


def owed() -> dict:
    """The courtesies named in each balance that we owe an answer."""
    return {row.partner: row.owed for row in balances()}


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


def test_a_citys_organizations_stand_at_the_city_and_whoever_waited_longest_comes_first():
    city, other, quits = CityFactory(), CityFactory(), CityFactory()
    shared(city, OrganizationFactory(city=city))
    CourtesyFactory(partner=other, day="2020-05-01")
    CourtesyFactory(partner=quits, direction="given", day="2020-05-02")
    assert [(row.partner, row.received, row.given, row.shared, row.owing) for row in balances()] == [
        (city, {"Service": 1}, {}, True, 1),
        (other, {"Service": 1}, {}, False, 1),
        (quits, {}, {"Service": 1}, False, 0),
    ]


def test_who_stands_in_no_city_is_counted_alone():
    firm, friend = OrganizationFactory(city=None, kind="company"), PersonFactory(city=None)
    shared(firm, day="2020-01")
    shared(friend, day="2020-02")
    assert [row.partner for row in balances()] == [firm, friend]


def test_a_balance_is_of_the_partners_asked_for_and_of_none_beside_them():
    ritto, podolsk = CityFactory(country_id="JP"), CityFactory(country_id="RU")
    shared(ritto, podolsk)
    CourtesyFactory(partner=podolsk)
    assert [(row.partner, row.shared) for row in balances(group="JP")] == [(ritto, True)]


def test_a_city_merged_into_another_is_counted_there():
    old, new = CityFactory(), CityFactory()
    CourtesyFactory(partner=old)
    CourtesyFactory(partner=new, kind="experience")
    City.objects.filter(pk=old.pk).update(merged_into=new)
    assert [(row.partner, row.received) for row in balances()] == [(new, {"Service": 1, "Experience shared": 1})]


def test_the_oldest_debts_are_named_and_the_others_counted():
    city = CityFactory()
    entries = [CourtesyFactory(partner=city, day=f"2020-02-0{day}") for day in (5, 4, 3, 2, 1)]
    (row,) = balances()
    assert (row.owed, row.owing, row.more) == (entries[:1:-1], 5, 2)
    assert [entry.waiting for entry in row.owed] == ["4 months", "3 months", "3 months"]


def test_to_our_own_abroad_thanks_are_owed_and_no_answer():
    mission = OrganizationFactory(kind=OrganizationKind.OWN_MISSION)
    friend, city = PersonFactory(ours_abroad=True), CityFactory()
    entries = [shared(mission), shared(friend)]
    assert set(LedgerEntry.objects.unthanked(ON)) == set(entries)
    assert set(LedgerEntry.objects.unanswered(ON)) == set()
    assert owed() == {mission: [], friend: []}
    entry = shared(mission, friend, city)
    assert set(LedgerEntry.objects.unanswered(ON)) == {entry}
    assert owed() == {mission: [], friend: [], city: [entry]}


def test_somebody_who_is_ticked_as_ours_is_owed_nothing_for_what_came_before():
    friend = PersonFactory()
    entry = shared(friend)
    assert owed() == {friend: [entry]}
    type(friend).objects.update(ours_abroad=True)
    assert owed() == {friend: []}
    assert LedgerEntry.objects.with_status(ON).get().no_answer_due is True


def test_balances_ask_as_much_of_many_as_of_one(django_assert_num_queries):
    for number in (1, 3):
        for _turn in range(number):
            shared(CityFactory(), OrganizationFactory(city=None, kind="company"), PersonFactory(city=None))
        with django_assert_num_queries(10):
            balances()


def test_what_is_closed_is_not_owed_and_what_is_taken_back_answers_nothing():
    closed, answered = ClosingFactory(on=ON).entry, CourtesyFactory()
    answer = CourtesyFactory(direction="given", day="2020-04-01")
    link_entries(by=None, source=answer, target=answered, kind="answers")
    assert [row.owing for row in balances()] == [0, 0, 0]
    assert [row.owing for row in balances(date(2020, 5, 31))] == [1, 0, 0]
    reverse_entry(by=None, entry=answer, reason="never left")
    assert owed() == {closed.partners.get().city: [], answered.partners.get().city: [answered]}
