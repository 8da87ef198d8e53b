"""What is to be done on a day: for whom, in which group, in which order, and how much of it."""

from datetime import date

import pytest

from correspondence.desk.queue import COMING, OLD, TODAY, WAITING, queue_of
from crm.models import Country, Office
from tests.factories import (
    ClosingFactory,
    CourtesyFactory,
    GiftFactory,
    HandOverFactory,
    LetterFactory,
    OccasionFactory,
    ReceivedLetterFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def keys(user, show="") -> list:
    """The keys of all rows, each with its group and duty."""
    queue = queue_of(user, ON).showing(show)
    return [(run.group, run.duty, getattr(key, "key", key)) for run, key in queue[0 : len(queue)]]


def test_a_heads_decisions_come_first_then_what_is_his_or_hers_then_the_offices(head):
    help_owed, reply = CourtesyFactory(), ReceivedLetterFactory()
    draft, issued = LetterFactory(drafter=head), LetterFactory(drafter=head, state="issued")
    submitted, account = LetterFactory(state="submitted"), HandOverFactory()
    taken = ReceivedLetterFactory(state="assigned", assigned_to=head)
    assert keys(head) == [
        (TODAY, "decide", submitted.pk),
        (TODAY, "accounts", account.pk),
        (TODAY, "mine", issued.pk),
        (TODAY, "mine", draft.pk),
        (TODAY, "reply", taken.pk),
        (TODAY, "reply", reply.pk),
        (TODAY, "help", help_owed.pk),
    ]
    assert [key for *_row, key in keys(head, "decide")] == [submitted.pk, account.pk]


def test_the_most_urgent_letter_is_decided_first(head):
    plain, urgent = LetterFactory(state="submitted"), LetterFactory(state="submitted", urgency="most_urgent")
    assert [key for *_row, key in keys(head)] == [urgent.pk, plain.pk]


def test_what_waits_for_others_stands_apart(clerk, head):
    own = LetterFactory(drafter=clerk, state="submitted")
    taken = ReceivedLetterFactory(state="assigned", assigned_to=head)
    assert keys(clerk) == [(WAITING, "mine", own.pk), (WAITING, "reply", taken.pk)]
    assert keys(clerk, "mine") == [(WAITING, "mine", own.pk)]


def test_an_own_draft_waits_for_another_head_unless_the_office_lets_its_drafter_approve(head):
    own = LetterFactory(drafter=head, state="submitted")
    assert keys(head) == [(WAITING, "mine", own.pk)]
    Office.objects.update(own_approval=True)
    assert keys(head) == [(TODAY, "decide", own.pk)]


def test_a_gift_with_both_duties_is_one_row_and_each_filter_counts_its_own(clerk):
    both, thanks = CourtesyFactory(), CourtesyFactory(day="2020-03")
    ClosingFactory(entry=thanks, duty="answer", on=date(2020, 5, 1))
    assert [key for *_row, key in keys(clerk)] == [both.pk, thanks.pk]
    assert ([key for *_row, key in keys(clerk, "thank")], [key for *_row, key in keys(clerk, "answer")]) == (
        [both.pk, thanks.pk],
        [both.pk],
    )
    counts = queue_of(clerk, ON).counts()
    assert (counts["thank"], counts["answer"], counts["mine"]) == (2, 1, 0)


def test_what_is_older_than_a_year_is_folded_away(clerk):
    old = CourtesyFactory(day="2019-05-31")
    new = CourtesyFactory(day="2019-06-01")
    reply = ReceivedLetterFactory(day="2018")
    taken = ReceivedLetterFactory(day="2018", state="assigned", assigned_to=clerk)
    gift = GiftFactory(direction="given", state="planned", day="2019-01")
    assert keys(clerk) == [
        (TODAY, "help", new.pk),
        (OLD, "reply", taken.pk),
        (OLD, "reply", reply.pk),
        (OLD, "help", old.pk),
        (OLD, "send", gift.pk),
    ]
    assert [key for *_row, key in keys(clerk, "old")] == [taken.pk, reply.pk, old.pk, gift.pk]


def test_gifts_and_days_to_come_are_listed_by_when_to_begin(clerk):
    Country.objects.update(national_day="")
    due, later = (GiftFactory(direction="given", state="planned", day=day) for day in ("2020-05-20", "2020-07"))
    OccasionFactory(kind="visit", start="2020-08-30")
    OccasionFactory(kind="visit", start="2020-08-31")
    assert keys(clerk)[:2] == [(TODAY, "send", due.pk), (COMING, "send", later.pk)]
    [(_group, _duty, day)] = keys(clerk, "days")
    assert day.falls == "2020-08-30"


def test_any_stretch_of_it_is_found_by_its_place(clerk):
    for number in range(1, 4):
        LetterFactory(drafter=clerk)
        CourtesyFactory(day=f"2020-02-0{number}")
    queue = queue_of(clerk, ON)
    whole = [key for _run, key in queue[0:6]]
    assert len(queue) == 6
    assert [[key for _run, key in queue[first : first + 2]] for first in (0, 2, 4)] == [
        whole[:2],
        whole[2:4],
        whole[4:],
    ]
    assert queue[6:8] == []


def test_a_reader_has_nothing_of_his_or_her_own(reader):
    LetterFactory(state="submitted")
    CourtesyFactory()
    assert [duty for _group, duty, _key in keys(reader)] == ["help"]
