"""Enters letters of ours that went out before they were kept here 补登."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from correspondence.actions.entering import (
    BuiltLetters,
    add_letter,
    enter_courtesy_anew,
    insert_letters,
    keep_files,
    write_facts,
)
from correspondence.actions.incoming import answer_letter
from correspondence.actions.lifecycle import require
from correspondence.actions.numbering import bear_free_number
from correspondence.models import TRANSITIONS, Dispatch, Letter, LetterDirection
from correspondence.models.states import NEW
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.dates import PartialDate


def build_sent_letters(rows: Iterable[dict]) -> BuiltLetters:
    """Build letters of ours sent earlier from their facts, with true numbers and their ledger entries.

    A row has number, sent_on, means, kind (its code), day, identity, language, and person (with post) or
    organization; and, where known, reference, title, occasion, words, replies_to, thanks_for and announces (gifts),
    courtesies (entries), files. No approval is asked for, no PDF is made and no number series is moved. Raises
    WrongState for a number that is borne already, for a day of sending before the letter's, and for a letter without
    words or file.
    """
    built, borne = BuiltLetters(), set()
    for row in rows:
        facts = dict(row)
        files, sending = facts.pop("files", ()), {name: facts.pop(name, "") for name in ("means", "reference")}
        letter = Letter(direction=LetterDirection.OUT, state=TRANSITIONS[NEW]["enter"])
        sent_on = facts.pop("sent_on")
        check_sent(letter, facts.pop("number"), sent_on, facts, files)
        refuse_twice(letter, borne)
        add_letter(built, letter, sent_on, facts, files)
        built.batch.add(Dispatch(day=sent_on, **sending), actor="sent_by", letter=letter)
    built.batch.prepare()
    return built


def refuse_twice(letter: Letter, borne: set[str]) -> None:
    """Raise WrongState where another letter of the same batch bears the number; else remember it."""
    if letter.number_folded and letter.number_folded in borne:
        raise WrongState(_("Two letters bear the number %(number)s.") % {"number": letter.number})
    borne.add(letter.number_folded)


@door
def insert_sent_letters(*, by, built: BuiltLetters) -> list[Letter]:
    """Insert letters sent earlier and built before; the letters they answer are answered. Returns them."""
    for letter in built.records:
        bear_free_number(letter, letter.number)  # somebody may have given it to another since they were built
    letters = insert_letters(by=by, built=built)
    for letter in letters:
        if letter.replies_to:
            answer_letter(by=by, letter=letter.replies_to)
    return letters


def enter_sent_letter(*, by, **facts) -> Letter:
    """Enter a letter of ours sent earlier from its facts (see ``build_sent_letters``)."""
    return insert_sent_letters(by=by, built=build_sent_letters([facts]))[0]


@door
def correct_sent_letter(
    *,
    by,
    letter: Letter,
    reason: str,
    number: str,
    sent_on: PartialDate,
    means: str,
    reference: str = "",
    files=(),
    **facts,
) -> Letter:
    """Puts the facts of a letter entered afterwards right: its courtesy is reversed and written anew.

    Raises WrongState as ``build_sent_letters`` does, and for a letter that was written here.
    """
    letter = require(letter, "correct_sent")
    check_sent(letter, number, sent_on, facts, files)
    write_facts(letter, sent_on, **facts)
    sending = letter.dispatches.get()
    sending.means, sending.day, sending.reference = means, sent_on, reference
    sending.save()
    keep_files(by=by, letter=letter, files=files)
    enter_courtesy_anew(by=by, letter=letter, day=sent_on, reason=reason)
    return letter


def check_sent(letter: Letter, number: str, sent_on: PartialDate, facts: dict, files) -> None:
    """Check what a letter entered afterwards says, and give it its number; raises WrongState."""
    if sent_on.last < facts["day"].first:
        raise WrongState(_("It cannot have been sent before its day, %(day)s.") % {"day": facts["day"]})
    if not (facts.get("words", "").strip() or files or (letter.pk and letter.enclosures.exists())):
        raise WrongState(_("Give its words or a scan."))
    bear_free_number(letter, number)
