"""How far a letter of ours has come."""

import pytest

from correspondence.actions.lifecycle import cancel_letter
from correspondence.stages import stages_of
from tests.factories import LetterFactory, ReceivedLetterFactory

STAGES = ["Draft", "Submitted", "Approved", "Issued", "Sent", "Closed"]


@pytest.mark.parametrize(("state", "reached"), [("draft", 1), ("submitted", 2), ("approved", 3), ("closed", 6)])
def test_the_stages_reached_are_told_with_who_and_when(db, state, reached):
    letter = LetterFactory(state=state)
    stages = stages_of(letter)
    assert [stage.label for stage in stages] == STAGES
    assert [stage.reached for stage in stages] == [True] * reached + [False] * (6 - reached)
    assert [stage.label for stage in stages if stage.current] == [STAGES[reached - 1]]
    told = {stage.label: (stage.who, str(stage.day)) for stage in stages if stage.reached}
    assert told["Draft"][0] == str(letter.drafter)
    if reached > 2:
        assert told["Approved"] == ("市长 陈明远", "2020-04-20")
    if reached > 4:
        assert (told["Issued"][0], told["Sent"]) == (letter.number, ("Letter", "2020-04-20"))


def test_a_cancelled_letter_tells_what_it_had_reached_and_why(db):
    letter = LetterFactory()
    cancel_letter(by=letter.drafter, letter=letter, reason="重复")
    letter.refresh_from_db()
    assert [(stage.label, stage.who) for stage in stages_of(letter)][1:] == [("Cancelled", "重复")]


def test_a_letter_of_theirs_has_no_stages(db):
    assert stages_of(ReceivedLetterFactory()) == []
