"""Enters letters of theirs and what becomes of them."""

from collections.abc import Iterable

from correspondence.actions.entering import (
    BuiltLetters,
    add_letter,
    enter_courtesy_anew,
    insert_letters,
    keep_files,
    write_facts,
)
from correspondence.actions.lifecycle import require
from correspondence.models import TRANSITIONS, Letter, LetterDirection
from correspondence.models.states import NEW
from crm.actions.door import door


def build_received_letters(rows: Iterable[dict]) -> BuiltLetters:
    """Build letters of theirs from their facts, each with its ledger entry on the day it was received.

    A row has kind (its code), day, received_on, means, language, and person (with post) or organization; and, where
    known, title, occasion, words, their_number, pages, replies_to, thanks_for (gifts), courtesies (entries), files.
    """
    built = BuiltLetters()
    for row in rows:
        facts = dict(row)
        letter = Letter(direction=LetterDirection.IN, state=TRANSITIONS[NEW]["receive"])
        add_letter(built, letter, facts["received_on"], facts, files=facts.pop("files", ()))
    built.batch.prepare()
    return built


@door
def insert_received_letters(*, by, built: BuiltLetters) -> list[Letter]:
    """Insert received letters built before, and return them."""
    return insert_letters(by=by, built=built)


def receive_letter(*, by, **facts) -> Letter:
    """Enter a letter of theirs from its facts (see ``build_received_letters``), and what it thanks and answers."""
    return insert_received_letters(by=by, built=build_received_letters([facts]))[0]


@door
def correct_received_letter(*, by, letter: Letter, reason: str, files=(), **facts) -> Letter:
    """Puts the facts of a received letter right: its courtesy is reversed with the reason and written anew.

    What refers to the old courtesy refers to the new one; ``facts`` are those of ``build_received_letters``.
    """
    letter = require(letter, "correct_received")
    write_facts(letter, facts["received_on"], **facts)
    keep_files(by=by, letter=letter, files=files)
    enter_courtesy_anew(by=by, letter=letter, day=letter.received_on, reason=reason)
    return letter


@door
def answer_letter(*, by, letter: Letter, needed: bool = True) -> Letter:
    """Marks a received letter answered, or that no answer is needed."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    step = "answer" if needed else "set_aside"
    if step in letter.next_steps:
        letter.take(step)
        letter.save(update_fields=["state"])
    return letter


@door
def assign_letter(*, by, letter: Letter, to) -> Letter:
    """Gives a received letter to somebody of the office."""
    letter = require(letter, "assign")
    letter.take("assign")
    letter.assigned_to = to
    letter.save(update_fields=["state", "assigned_to"])
    return letter


@door
def reopen_letter(*, by, letter: Letter) -> Letter:
    """Lets a received letter wait for an answer again."""
    letter = require(letter, "reopen")
    letter.take("reopen")
    if letter.assigned_to_id:
        letter.take("assign")
    letter.save(update_fields=["state"])
    return letter
