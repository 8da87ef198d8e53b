"""The table of what may follow what, and what is read from it."""

import pytest
from django.utils import translation

from correspondence.models import TRANSITIONS, Letter, LetterState
from correspondence.models.states import INCOMING, NEW, OUTGOING


def test_the_table_knows_every_state_and_leads_nowhere_else():
    assert {NEW, *OUTGOING, *INCOMING} == set(TRANSITIONS) == {NEW, *LetterState.values}
    assert {state for steps in TRANSITIONS.values() for state in steps.values()} == set(LetterState.values)


def test_no_step_leads_from_one_direction_into_the_other():
    for side in (OUTGOING, INCOMING):
        assert {state for steps in side.values() for state in steps.values()} <= set(side)


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("draft", {"edit", "submit", "cancel"}),
        ("issued", {"seal", "send", "cancel"}),
        ("entered", {"correct_sent"}),
        ("cancelled", set()),
        ("no_answer", {"reopen", "correct_received"}),
    ],
)
def test_a_letter_reads_its_next_steps_from_the_table(state, steps):
    assert Letter(state=state).next_steps == steps


def test_a_step_that_may_not_follow_is_not_taken():
    letter = Letter(state="sent")
    with pytest.raises(KeyError):
        letter.take("submit")
    letter.take("close")
    assert letter.state == "closed"


@pytest.mark.parametrize(("state", "editable", "here"), [("approved", True, True), ("entered", False, False)])
def test_what_a_letter_allows_follows_from_its_state(state, editable, here):
    letter = Letter(state=state)
    assert (letter.is_editable, letter.is_written_here) == (editable, here)


@pytest.mark.parametrize(
    ("number", "english", "chinese"), [("衡政函〔2026〕1号", "Issued", "已编号"), ("", "Issued", "已定稿")]
)
def test_chinese_does_not_call_a_letter_numbered_that_has_no_number(number, english, chinese):
    for language, said in (("en", english), ("zh-hans", chinese)):
        with translation.override(language):
            assert Letter(state="issued", number=number).get_state_display() == said
