"""Help received that is closed, as of a day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from crm.actions.ledger import reopen_help
from crm.models import Closing, Duty, LedgerEntry
from crm.models.append_only import AppendOnlyError
from tests.factories import ClosingFactory, CourtesyFactory

pytestmark = pytest.mark.django_db
ON, DAY = date(2020, 5, 1), timedelta(days=1)


@pytest.mark.parametrize(("duty", "other"), [(Duty.THANKS, Duty.ANSWER), (Duty.ANSWER, Duty.THANKS)])
def test_a_closed_duty_is_not_owed_from_its_day_on_and_the_other_is(duty, other):
    closing = ClosingFactory(duty=duty, on=ON)
    owed = {day: list(LedgerEntry.objects.owing(duty, day)) for day in (ON - DAY, ON)}
    assert owed == {ON - DAY: [closing.entry], ON: []}
    seen = LedgerEntry.objects.with_status(ON).get()
    assert (seen.no_thanks_due, seen.no_answer_due) == (duty == Duty.THANKS, duty == Duty.ANSWER)
    assert list(LedgerEntry.objects.owing(other, ON)) == [closing.entry]


def test_what_is_reopened_is_owed_again_from_that_day_on():
    closing = ClosingFactory(on=ON)
    reopened = reopen_help(by=None, closing=closing, reason="A letter was promised", on=ON + 9 * DAY)
    days = [ON - DAY, ON, ON + 8 * DAY, ON + 9 * DAY]
    assert [LedgerEntry.objects.unanswered(day).exists() for day in days] == [True, False, False, True]
    assert [LedgerEntry.objects.with_status(day).get().no_answer_due for day in days] == [False, True, True, False]
    assert (reopened.what, Closing.objects.get(pk=closing.pk).is_reopened) == ("Reopened", True)
    assert str(reopened) == "2020-05-10 Reopened: A letter was promised"
    ClosingFactory(entry=closing.entry, on=ON + 10 * DAY)
    assert list(LedgerEntry.objects.unanswered(ON + 10 * DAY)) == []


def test_it_stays_in_the_ledger_and_only_what_is_owed_is_asked_about():
    closing, open_help = ClosingFactory(), CourtesyFactory()
    assert set(LedgerEntry.objects.in_force(ON).help()) == {closing.entry, open_help}
    assert list(LedgerEntry.objects.to_answer(ON)) == [open_help]
    assert list(LedgerEntry.objects.with_closings(ON)) == [closing.entry]


def test_a_closing_is_never_changed_or_deleted():
    closing = ClosingFactory()
    for change in (closing.save, closing.delete, Closing.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            change()
    with pytest.raises(IntegrityError):
        Closing.objects.create(entry=closing.entry, duty="answer", day=ON, reason="")
