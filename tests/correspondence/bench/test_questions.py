"""The questions of bin/bench search: each finds what it is to find, and a row of the table says what is wrong."""

import pytest

from correspondence.bench.entered import enter
from correspondence.bench.filling import Size, fill
from correspondence.bench.questions import QUESTIONS, Answered, Asked
from correspondence.management.commands.bench_served import cost_of_question
from correspondence.models import Letter
from crm.search.rebuilding import check

KNOWN, UNKNOWN = Asked("a city", "León"), Asked("nothing", "zzz", found=False)


@pytest.fixture
def filled(db):
    """An office of which every question finds something."""
    fill(Size(cities=72, people=160, letters=60, gifts=80))
    enter(420)


@pytest.mark.slow
def test_each_question_finds_something_or_is_to_find_nothing(filled):
    found = {asked: cost_of_question(asked.text)["found"] for asked in QUESTIONS}
    assert [asked for asked, number in found.items() if bool(number) != asked.found] == []


@pytest.mark.slow
def test_letters_entered_are_found_as_the_doors_would_have_it(filled):
    entered = Letter.objects.filter(state="entered")
    assert (entered.count(), entered.values("number").distinct().count()) == (420, 420)
    assert list(check()) == []


def test_there_are_thirty_and_no_two_of_a_kind():
    assert len({asked.kind for asked in QUESTIONS}) == len({asked.text for asked in QUESTIONS}) == 30


@pytest.mark.parametrize(
    ("asked", "seconds", "found", "faults"),
    [
        (KNOWN, 0.079, 3, []),
        (KNOWN, 0.081, 3, ["over 8 bares"]),
        (KNOWN, 0.010, 0, ["nothing is found"]),
        (UNKNOWN, 0.010, 0, []),
        (UNKNOWN, 0.081, 1, ["over 8 bares", "something is found"]),
    ],
)
def test_a_row_names_what_is_wrong(asked, seconds, found, faults):
    assert Answered(asked, seconds, found, bare=0.010).faults() == faults


def test_a_row_has_name_milliseconds_bares_and_what_was_found():
    assert str(Answered(KNOWN, 0.025, 3, bare=0.010)).split() == ["a", "city", "25.0", "2.5", "3", "León"]
    assert str(Answered(KNOWN, 0.081, 0, bare=0.010)).endswith("León  over 8 bares, nothing is found")
