"""Moves letters of both directions through their states."""

import hashlib
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from correspondence.actions.gates import check_clearance, check_facts, check_written
from correspondence.models import Approval, Decision, Enclosure, Letter, LetterDirection, LetterState, Version
from correspondence.texts.proposing import our_office
from crm.actions.door import door
from crm.actions.errors import NotAllowed, WrongState
from crm.actions.ledger import link_entries, record_courtesy
from crm.actions.security_log import record_event
from crm.dates import PartialDate
from crm.models import CourtesyKind, Direction, EventKind, LedgerEntry, LinkKind
from crm.search.writing import index


class WordsChanged(WrongState):
    """Somebody else changed the words since they were read."""


def require(letter: Letter, step: str) -> Letter:
    """The letter, locked for this transaction; raises WrongState unless the step may follow."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if step not in letter.next_steps:
        raise WrongState(_("This letter is “%(now)s”; that is not possible now.") % {"now": letter.get_state_display()})
    return letter


def require_seen(letter: Letter, seen: str) -> Letter:
    """The letter; raises WordsChanged where ``seen``, the hash of the words that were read, is not that of these."""
    if seen and seen != letter.words_hash():
        raise WordsChanged(_("The words were changed after you opened this page. Read them again."))
    return letter


def keep_version(*, letter: Letter, by, step: str) -> Version:
    """Keeps the words as they are at a step; the same words twice in a row are kept once."""
    digest, last = letter.words_hash(), letter.versions.last()
    if last and last.words_hash == digest and last.step == step:
        return last
    number = last.number + 1 if last else 1
    return Version.objects.create(
        letter=letter, number=number, step=step, words=letter.words_in_order(), words_hash=digest, made_by=by
    )


@door
def submit_letter(*, by, letter: Letter) -> Letter:
    """Gives a draft to whoever approves; raises WrongState while something keeps it back (actions/gates.py)."""
    letter = require(letter, "submit")
    check_written(letter)
    check_facts(letter)
    check_clearance(letter)
    letter.take("submit")
    letter.save(update_fields=["state"])
    keep_version(letter=letter, by=by, step=LetterState.SUBMITTED)
    return letter


@door
def approve_letter(*, by, letter: Letter, on: date, note: str = "", seen: str = "") -> Letter:
    """Approves the words as they are, here; nobody approves his own draft unless the office allows it."""
    letter = require_seen(require(letter, "approve"), seen)
    check_facts(letter)
    if not by.may_approve:
        raise NotAllowed(_("Only the head approves."))
    if letter.drafter_id == by.pk and not our_office().own_approval:
        raise NotAllowed(
            _("This is your own draft; somebody else approves it, or the office allows it in its settings.")
        )
    return decide(letter, Decision.APPROVED, by, on=on, note=note, user=by)


@door
def approve_on_paper(*, by, letter: Letter, name: str, post: str, on: date, file=None, seen: str = "") -> Letter:
    """Records that a leader signed the slip on paper: name, post, day, and the checked scan, which may come later."""
    letter = require_seen(require(letter, "approve"), seen)
    check_facts(letter)
    if not name.strip():
        raise WrongState(_("Say who approved it on paper."))
    scan = enclose(by=by, letter=letter, file=file) if file else None
    return decide(letter, Decision.APPROVED, by, on=on, paper_name=name.strip(), paper_post=post.strip(), scan=scan)


@door
def keep_slip_scan(*, by, letter: Letter, file) -> Letter:
    """Keeps the checked scan of the slip that was signed for an approved letter, until it is issued."""
    letter = require(letter, "scan")
    approval = letter.valid_approval()
    if approval is None or not approval.lacks_scan:
        raise WrongState(_("This approval needs no scan: it was made here, or its scan is kept already."))
    approval.scan = enclose(by=by, letter=letter, file=file)
    approval.save(update_fields=["scan"])
    return letter


@door
def return_letter(*, by, letter: Letter, on: date, note: str) -> Letter:
    """Give a submitted letter back to its drafter with the reason; raises WrongState without one."""
    letter = require(letter, "return")
    if not by.may_approve:
        raise NotAllowed(_("Only the head returns a letter."))
    if not note.strip():
        raise WrongState(_("Say why it is returned: the drafter reads it."))
    return decide(letter, Decision.RETURNED, by, on=on, note=note.strip(), user=by)


def decide(letter: Letter, decision: str, by, *, on: date, **facts) -> Letter:
    """Writes a decision bound to the words' hash, and moves the letter."""
    approval = Approval.objects.create(
        letter=letter, decision=decision, day=on, words_hash=letter.words_hash(), recorded_by=by, **facts
    )
    approved = decision == Decision.APPROVED
    letter.take("approve" if approved else "return")
    letter.save(update_fields=["state"])
    kind = EventKind.APPROVED if approved else EventKind.RETURNED
    record_event(kind, by=by, letter=letter.pk, approved_by=approval.paper_name, scan=approval.scan_sha256)
    return letter


@door
def enter_letter(*, by, letter: Letter, day: PartialDate) -> LedgerEntry:
    """Write a letter's courtesy: it thanks for received help, accompanies given help, replies to a letter."""
    entry = record_courtesy(by=by, day=day, partners=[letter.correspondent], **courtesy_facts(letter))
    link_letter(by=by, letter=letter, entry=entry)
    return entry


def courtesy_facts(letter: Letter) -> dict:
    """Return what a letter's ledger entry says, but its day and partner."""
    return {
        "direction": Direction.GIVEN if letter.direction == LetterDirection.OUT else Direction.RECEIVED,
        "kind": CourtesyKind.LETTER,
        "occasion": letter.occasion,
        "summary": str(letter.kind),
    }


@door
def link_letter(*, by, letter: Letter, entry: LedgerEntry) -> None:
    """Say which courtesies a letter's own refers to: what it thanks for, accompanies and replies to."""
    theirs = Direction.RECEIVED if letter.direction == LetterDirection.OUT else Direction.GIVEN
    in_force = LedgerEntry.objects.in_force(date.max)
    shared = Q(pk__in=letter.courtesies.filter(direction=theirs))
    targets = {
        LinkKind.THANKS: in_force.filter(Q(gift__in=letter.thanks_for.and_corrections()) | shared),
        LinkKind.ACCOMPANIES: in_force.filter(gift__in=letter.announces.and_corrections()),
    }
    for kind, entries in targets.items():
        for target in entries:
            link_entries(by=by, source=entry, target=target, kind=kind)
    if letter.replies_to and letter.replies_to.entry:
        link_entries(by=by, source=entry, target=letter.replies_to.entry, kind=LinkKind.REPLIES)


@door
def close_letter(*, by, letter: Letter) -> Letter:
    """Closes a sent letter."""
    letter = require(letter, "close")
    letter.take("close")
    letter.save(update_fields=["state"])
    return letter


@door
def cancel_letter(*, by, letter: Letter, reason: str) -> Letter:
    """Cancels a letter that was not sent and says why; an issued one keeps its number."""
    letter = require(letter, "cancel")
    if not reason.strip():
        raise WrongState(_("Say why the letter is cancelled."))
    letter.take("cancel")
    letter.cancelled_because = reason.strip()
    letter.save(update_fields=["state", "cancelled_because"])
    index(letter)
    return letter


def enclose(*, by, letter: Letter, file) -> Enclosure:
    """Keeps a checked upload (a PDF or image with ``content_type`` set by its content) with a letter."""
    content = file.read()
    file.seek(0)
    return Enclosure.objects.create(
        letter=letter,
        file=file,
        name=file.name[:200],
        content_type=file.content_type,
        sha256=hashlib.sha256(content).hexdigest(),
        added_by=by,
    )
