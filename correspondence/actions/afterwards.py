"""Enters letters of ours that went out before they were kept here 补登."""

from django.utils.translation import gettext as _

from correspondence.actions.entering import enter_courtesy, enter_courtesy_anew, keep_files, write_facts
from correspondence.actions.incoming import answer_letter
from correspondence.actions.lifecycle import require
from correspondence.actions.numbering import bear_free_number
from correspondence.models import TRANSITIONS, Dispatch, Letter, LetterDirection
from correspondence.models.states import NEW
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.dates import PartialDate


@door
def enter_sent_letter(
    *, by, number: str, sent_on: PartialDate, means: str, reference: str = "", files=(), **facts
) -> Letter:
    """Enters a letter of ours sent earlier, with its true number, its words or scan, and its ledger entry.

    ``facts`` are kind (its code), day, identity, language, and person (with post) or organization; and, where
    known, title, occasion, words, replies_to, thanks_for and announces (gifts), courtesies (entries). No approval
    is asked for, no PDF is made and no number series is moved. Raises WrongState for a number that is borne
    already, for a day of sending before the letter's, and for a letter without words or file.
    """
    letter = Letter(direction=LetterDirection.OUT, state=TRANSITIONS[NEW]["enter"])
    write_sent(letter, number, sent_on, facts, files)
    Dispatch.objects.create(letter=letter, means=means, day=sent_on, reference=reference, sent_by=by)
    keep_files(by=by, letter=letter, files=files)
    enter_courtesy(by=by, letter=letter, day=sent_on)
    if letter.replies_to:
        answer_letter(by=by, letter=letter.replies_to)
    return letter


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

    Raises WrongState as ``enter_sent_letter`` does, and for a letter that was written here.
    """
    letter = require(letter, "correct_sent")
    write_sent(letter, number, sent_on, facts, files)
    sending = letter.dispatches.get()
    sending.means, sending.day, sending.reference = means, sent_on, reference
    sending.save()
    keep_files(by=by, letter=letter, files=files)
    enter_courtesy_anew(by=by, letter=letter, day=sent_on, reason=reason)
    return letter


def write_sent(letter: Letter, number: str, sent_on: PartialDate, facts: dict, files) -> None:
    """Checks and writes what a letter entered afterwards says; raises WrongState."""
    if sent_on.last < facts["day"].first:
        raise WrongState(_("It cannot have been sent before its day, %(day)s.") % {"day": facts["day"]})
    if not (facts.get("words", "").strip() or files or (letter.pk and letter.enclosures.exists())):
        raise WrongState(_("Give its words or a scan."))
    bear_free_number(letter, number)
    write_facts(letter, sent_on, **facts)
