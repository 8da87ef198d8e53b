"""What passed between us and a partner, and what we owe, on a day."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import LedgerEntry
from crm.reciprocity import balance_per_partner, counts_by_city, help_balance, rolled_up
from tests.factories import CityFactory, ClosingFactory, CourtesyFactory, OrganizationFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def balance(on=ON):
    """The balance of everything on record."""
    return help_balance(LedgerEntry.objects.all(), on)


def test_help_waits_until_it_is_answered_and_is_thanked_by_a_letter():
    first, second = CourtesyFactory(day="2020-02-01"), CourtesyFactory(day="2020-03-01")
    answer = CourtesyFactory(direction="given", day="2020-04-01")
    letter = CourtesyFactory(direction="given", kind="letter", day="2020-05-01")
    link_entries(by=None, source=answer, target=first, kind="answers")
    link_entries(by=None, source=letter, target=second, kind="thanks")
    assert [courtesy.entry for courtesy in balance().unanswered] == [second]
    assert [courtesy.entry for courtesy in balance().unthanked] == [first]
    assert [courtesy.entry for courtesy in balance(date(2020, 3, 15)).unanswered] == [first, second]
    assert balance().unanswered[0].days_waiting == (ON - date(2020, 3, 1)).days


def test_an_answer_that_was_taken_back_answers_nothing():
    owed, answer = CourtesyFactory(), CourtesyFactory(direction="given", day="2020-04-01")
    link_entries(by=None, source=answer, target=owed, kind="answers")
    reverse_entry(by=None, entry=answer, reason="never left")
    assert [courtesy.entry for courtesy in balance().unanswered] == [owed]
    assert balance().given == []


def test_letters_and_visits_are_not_help_and_are_counted_by_city():
    city = CourtesyFactory().partners.get().city
    for kind in ("letter", "letter", "visit"):
        CourtesyFactory(partner=city, kind=kind, direction="given")
    assert (dict(balance().kinds_received), dict(balance().kinds_given)) == ({"service": 1}, {})
    counts = counts_by_city(LedgerEntry.objects.all(), ON)
    assert counts == {city.pk: {"help_received": 1, "letter_given": 2, "visit_given": 1}}


def test_a_citys_organizations_stand_at_the_city_and_whoever_waited_longest_comes_first():
    city, other = CityFactory(names={"en": "B"}), CityFactory(names={"en": "A"})
    day = parse_partial_date("2020-01")
    partners = [city, OrganizationFactory(city=city)]
    shared = record_courtesy(by=None, direction="received", kind="service", day=day, partners=partners)
    CourtesyFactory(partner=other, day="2020-05-01")
    assert rolled_up(LedgerEntry.objects.get(pk=shared.pk)) == [city]
    rows = balance_per_partner(LedgerEntry.objects.all(), ON)
    assert [(row.partner, row.received, row.shared, len(row.owed)) for row in rows] == [
        (city, {"Service": 1}, 1, 1),
        (other, {"Service": 1}, 0, 1),
    ]


def test_the_balance_asks_as_much_of_many_as_of_one(django_assert_max_num_queries):
    for _turn in range(4):
        CourtesyFactory()
    with django_assert_max_num_queries(9):
        balance()


def test_what_is_closed_is_not_owed_and_stays_among_what_was_received():
    closing = ClosingFactory(on=ON)
    ClosingFactory(entry=closing.entry, duty="thanks", on=ON)
    assert [courtesy.entry for courtesy in balance().received] == [closing.entry]
    assert (balance().unanswered, balance().unthanked) == ([], [])
    (courtesy,) = balance().received
    assert (courtesy.no_answer_due, courtesy.no_thanks_due, courtesy.answered) == (True, True, False)
    assert [row.owed for row in balance_per_partner(LedgerEntry.objects.all(), ON)] == [[]]
    assert [len(balance(date(2020, 5, 31)).unanswered), len(balance(ON).unanswered)] == [1, 0]


def test_what_was_answered_after_all_says_so():
    closing = ClosingFactory()
    answer = CourtesyFactory(direction="given", day="2020-04-01")
    link_entries(by=None, source=answer, target=closing.entry, kind="answers")
    (courtesy,) = balance().received
    assert (courtesy.answered, courtesy.no_answer_due, courtesy.owes_answer) == (True, False, False)
