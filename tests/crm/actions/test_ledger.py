"""Courtesies are written, reversed and linked."""

from datetime import date

import pytest
from auditlog.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crm.actions.errors import WrongState
from crm.actions.gifts import advance_gift, correct_gift, enter_gift
from crm.actions.ledger import close_help, link_entries, record_courtesy, reopen_help, reverse_entry
from crm.dates import parse_partial_date
from crm.models import Closing, Duty, LedgerEntry, LinkKind
from tests.factories import CityFactory, ClosingFactory, CourtesyFactory, GiftFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", **more):
    """A courtesy in the ledger."""
    partners = partners or (CityFactory(),)
    return record_courtesy(
        by=None, direction=direction, kind=kind, day=parse_partial_date(day), partners=partners, **more
    )


@pytest.mark.parametrize("of_what", ["entry", "reversal"])
def test_nothing_is_reversed_twice(of_what):
    entry = courtesy()
    reversal = reverse_entry(by=None, entry=entry, reason="wrong")
    with pytest.raises(WrongState, match="reversed already"):
        reverse_entry(by=None, entry=entry if of_what == "entry" else reversal, reason="again")


def test_a_reversal_needs_its_reason():
    with pytest.raises(WrongState, match="Say why"):
        reverse_entry(by=None, entry=courtesy(), reason="  ")


def test_help_is_answered_by_the_other_side():
    earlier, later = courtesy(), courtesy(day="2020-03")
    with pytest.raises(WrongState, match="other side"):
        link_entries(by=None, source=later, target=earlier, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {earlier, later}


def test_a_letter_never_closes_a_debt_of_help():
    city = CityFactory()
    received = courtesy(city)
    letter = courtesy(city, kind="letter", direction="given", day="2020-03")
    with pytest.raises(WrongState, match="help answers help"):
        link_entries(by=None, source=letter, target=received, kind=LinkKind.ANSWERS)
    link_entries(by=None, source=letter, target=received, kind=LinkKind.THANKS)
    assert set(LedgerEntry.objects.unthanked(TODAY)) == set()
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}


def test_help_is_closed_in_bulk_with_one_reason_and_what_is_owed_no_longer_is_passed_over():
    clerk, first, second = UserFactory(), CourtesyFactory(), CourtesyFactory(day="2020-03-01")
    thanked, given = CourtesyFactory(), CourtesyFactory(direction="given")
    letter = CourtesyFactory(direction="given", kind="letter")
    link_entries(by=None, source=letter, target=thanked, kind="thanks")
    entries = [entry.pk for entry in (second, first, thanked, given, letter)]
    closings = close_help(by=clerk, entries=entries, duties=[Duty.THANKS], reason=" Long ago ", on=TODAY)
    assert [closing.entry for closing in closings] == [first, second]
    assert {(row.reason, row.recorded_by, row.day, row.duty) for row in closings} == {
        ("Long ago", clerk, TODAY, "thanks")
    }
    with pytest.raises(WrongState, match="Nothing of this is due"):
        close_help(by=clerk, entries=entries, duties=[Duty.THANKS], reason="again", on=TODAY)
    with pytest.raises(WrongState, match="Say why"):
        close_help(by=clerk, entries=entries, duties=[Duty.ANSWER], reason=" ", on=TODAY)
    assert Closing.objects.count() == 2


def test_many_are_closed_in_as_many_queries_as_one():
    counts, entries = [], []
    for number in (1, 1, 5):  # the first time asks what is kept afterwards
        entries = [CourtesyFactory().pk for _turn in range(number)]
        with CaptureQueriesContext(connection) as asked:
            closings = close_help(by=None, entries=entries, duties=[*Duty], reason="Long ago", on=TODAY)
        counts.append(len(asked))
    assert counts[1] == counts[2]
    assert [closing.entry_id for closing in closings] == entries * 2
    assert str(Closing.objects.get(pk=closings[-1].pk)) == f"{TODAY} No answer due: Long ago"
    assert LogEntry.objects.get_for_object(closings[-1]).get().changes["reason"] == ["None", "Long ago"]


def test_a_closing_is_reopened_once_with_a_reason():
    closing = ClosingFactory()
    with pytest.raises(WrongState, match="Say why"):
        reopen_help(by=None, closing=closing, reason="", on=TODAY)
    reopening = reopen_help(by=None, closing=closing, reason="They asked", on=TODAY)
    for row in (closing, reopening):
        with pytest.raises(WrongState, match="already"):
            reopen_help(by=None, closing=row, reason="again", on=TODAY)


def test_a_gift_that_is_corrected_stays_closed():
    clerk = UserFactory()
    gift = GiftFactory(direction="received", state="received", day="2020-02-05")
    closing = ClosingFactory(entry=enter_gift(by=None, gift=gift), by=clerk)
    copy = correct_gift(by=None, gift=gift, reason="wrong number")
    advance_gift(by=None, gift=copy, state="received")
    entry = copy.entries.in_force(TODAY).get()
    carried = entry.closings.get()
    assert (carried.reason, carried.day, carried.recorded_by) == (closing.reason, closing.day, clerk)
    assert (list(LedgerEntry.objects.unanswered(TODAY)), list(LedgerEntry.objects.unthanked(TODAY))) == ([], [entry])
