"""What becomes of a letter received: assigned, answered, set aside, open again."""

import pytest

from correspondence.actions import incoming
from crm.actions.errors import WrongState
from crm.dates import parse_partial_date
from crm.models import LedgerEntry
from tests.factories import GiftFactory, OrganizationFactory, ReceivedLetterFactory, UserFactory


@pytest.fixture
def received(db):
    return ReceivedLetterFactory()


def test_a_letter_is_entered_with_its_courtesy_and_what_it_thanks_for(clerk):
    sender, gift = OrganizationFactory(), GiftFactory(direction="given", state="sent")
    day = parse_partial_date("2020-03")
    facts = {"kind": "thanks", "day": day, "received_on": day, "means": "email", "language": "es"}
    letter = incoming.receive_letter(by=clerk, organization=sender, thanks_for=[gift], **facts)
    entry = LedgerEntry.objects.get()
    assert (letter.entry, letter.city, letter.state) == (entry, sender.city, "received")
    assert (entry.direction, entry.kind, str(entry.day)) == ("received", "letter", "2020-03")
    assert list(letter.thanks_for.all()) == [gift]


def test_an_assigned_letter_that_is_opened_again_goes_back_to_whom_it_was_given(received, clerk):
    colleague = UserFactory()
    incoming.assign_letter(by=clerk, letter=received, to=colleague)
    answered = incoming.answer_letter(by=clerk, letter=received)
    assert answered.state == "answered"
    opened = incoming.reopen_letter(by=clerk, letter=received)
    assert (opened.state, opened.assigned_to) == ("assigned", colleague)


def test_a_letter_set_aside_that_nobody_was_given_waits_again(received, clerk):
    assert incoming.answer_letter(by=clerk, letter=received, needed=False).state == "no_answer"
    assert incoming.reopen_letter(by=clerk, letter=received).state == "received"


def test_what_was_answered_is_neither_given_nor_answered_again(received, clerk):
    incoming.answer_letter(by=clerk, letter=received)
    assert incoming.answer_letter(by=clerk, letter=received, needed=False).state == "answered"
    with pytest.raises(WrongState, match="not possible now"):
        incoming.assign_letter(by=clerk, letter=received, to=clerk)
