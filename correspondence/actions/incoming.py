"""Enters letters of theirs and what becomes of them."""

from correspondence.actions.lifecycle import enclose, enter_letter, require
from correspondence.models import Letter, LetterDirection, LetterState
from crm.actions.door import door
from crm.actions.ledger import link_entries, reverse_entry
from crm.models.partner import place


@door
def receive_letter(*, by, files=(), thanks_for=(), courtesies=(), **facts) -> Letter:
    """Enters a letter of theirs with its ledger entry on the day it was received, and what it thanks and answers.

    ``facts`` are kind, day, received_on, means, language, and person (with post) or organization; and, where
    known, occasion, words, their_number, replies_to.
    """
    letter = Letter(direction=LetterDirection.IN, state=LetterState.RECEIVED)
    tell_received(letter, facts, thanks_for, courtesies)
    for file in files:
        enclose(by=by, letter=letter, file=file)
    letter.entry = enter_letter(by=by, letter=letter, day=letter.received_on)
    letter.save(update_fields=["entry"])
    return letter


def tell_received(letter: Letter, facts: dict, thanks_for, courtesies) -> None:
    """Writes the facts of a received letter; city and country follow from its sender."""
    for name, value in facts.items():
        setattr(letter, name, value)
    letter.freeze_place(place(letter.post or letter.correspondent, letter.received_on.first))
    letter.save()
    letter.thanks_for.set(thanks_for)
    letter.courtesies.set(courtesies)


@door
def correct_received_letter(
    *, by, letter: Letter, reason: str, files=(), thanks_for=(), courtesies=(), **facts
) -> Letter:
    """Puts the facts of a received letter right: its courtesy is reversed with the reason and written anew.

    What refers to the old courtesy refers to the new one; ``facts`` are those of ``receive_letter``.
    """
    letter = require(letter, LetterState.RECEIVED, LetterState.ASSIGNED, LetterState.ANSWERED, LetterState.NO_ANSWER)
    old = letter.entry
    reverse_entry(by=by, entry=old, reason=reason)
    tell_received(letter, facts, thanks_for, courtesies)
    for file in files:
        enclose(by=by, letter=letter, file=file)
    letter.entry = enter_letter(by=by, letter=letter, day=letter.received_on)
    letter.save(update_fields=["entry"])
    for link in old.linked_by.all():
        link_entries(by=by, source=link.source, target=letter.entry, kind=link.kind)
    return letter


@door
def answer_letter(*, by, letter: Letter, needed: bool = True) -> Letter:
    """Marks a received letter answered, or that no answer is needed."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state in (LetterState.RECEIVED, LetterState.ASSIGNED):
        letter.state = LetterState.ANSWERED if needed else LetterState.NO_ANSWER
        letter.save(update_fields=["state"])
    return letter


@door
def assign_letter(*, by, letter: Letter, to) -> Letter:
    """Gives a received letter to somebody of the office."""
    letter = require(letter, LetterState.RECEIVED, LetterState.ASSIGNED)
    letter.state, letter.assigned_to = LetterState.ASSIGNED, to
    letter.save(update_fields=["state", "assigned_to"])
    return letter


@door
def reopen_letter(*, by, letter: Letter) -> Letter:
    """Lets a received letter wait for an answer again."""
    letter = require(letter, LetterState.ANSWERED, LetterState.NO_ANSWER)
    letter.state = LetterState.ASSIGNED if letter.assigned_to_id else LetterState.RECEIVED
    letter.save(update_fields=["state"])
    return letter
