"""Issues and sends letters of ours."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from correspondence.actions.gates import check_clearance, check_facts, check_unlocked, check_written
from correspondence.actions.incoming import answer_letter
from correspondence.actions.lifecycle import enter_letter, keep_version, require
from correspondence.actions.numbering import give_number
from correspondence.actions.registering import register
from correspondence.models import Dispatch, Letter, LetterState, SealUse
from correspondence.models.title import propose_chinese_title
from correspondence.paper.stored import print_stored
from correspondence.paper.vault import keep_pdf
from correspondence.texts.proposing import our_office
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.actions.security_log import record_event
from crm.dates import PartialDate
from crm.models import EventKind, Office
from crm.search.writing import index


class NoSealUse(WrongState):
    """No use of the seal is on record for a letter that is about to leave."""


@door
def issue_letter(
    *,
    by,
    letter: Letter,
    on: date,
    day: date | None = None,
    read_by: str = "",
    unread_reason: str = "",
    number: str = "",
) -> Letter:
    """Gives number, date and title, freezes words and PDF; the PDF is on disk, synced, before the database says so.

    ``day`` is the one the letter bears, that of issue (``on``) unless named, within the bounds the office sets.
    ``number`` is the one given elsewhere, where the identity's numbers are. Raises WrongState for a day outside them,
    without a standing approval of exactly these words and the scan of a slip signed on paper, while nobody is named who
    read the foreign text and no reason is given, and for a number that is missing or borne already; PageRefused where
    the page cannot be printed.
    """
    letter, day, office = require(letter, "issue"), day or on, our_office()
    check_approved(letter, day, office)
    if why_not := letter.why_not_dated(day, on, office):
        raise WrongState(why_not)
    check_unlocked(letter)
    check_written(letter)
    if letter.foreign_text and not (read_by.strip() or unread_reason.strip()):
        raise WrongState(_("Name who read the foreign text, or say why nobody did."))
    letter.read_by, letter.unread_reason = read_by.strip(), unread_reason.strip()
    letter.day = PartialDate(day)
    check_facts(letter)
    check_clearance(letter)
    give_number(letter, day, number)
    register([letter])
    letter.title = letter.title or propose_chinese_title(letter)
    letter.pdf_sha256 = keep_pdf(print_stored(letter, ""))
    letter.take("issue")
    letter.issued_at, letter.issued_by = timezone.now(), by
    letter.save()
    keep_version(letter=letter, by=by, step=LetterState.ISSUED)
    index(letter)
    record_event(EventKind.ISSUED, by=by, letter=letter.pk, number=letter.number, sha256=letter.pdf_sha256)
    return letter


def check_approved(letter: Letter, day: date, office: Office) -> None:
    """Raise WrongState where no approval of exactly these words stands, or the letter would bear a day before it.

    An approval on paper stands by the scan of the signed slip, unless the office does without.
    """
    approval = letter.valid_approval()
    if approval is None:
        raise WrongState(_("The words were changed after the approval; submit the letter again."))
    if approval.lacks_scan and office.scan_required:
        raise WrongState(_("Put in the scan of the signed slip first; without it the letter is not issued."))
    if day < approval.day:
        raise WrongState(_("It was approved on %(day)s and cannot bear an earlier day.") % {"day": approval.day})


@door
def record_seal_use(*, by, letter: Letter, seal: str, allowed_by: str, copies: int, on: date) -> SealUse:
    """Records 用印 on an issued letter: which seal, who allowed it, on how many copies, on which day."""
    letter = require(letter, "seal")
    if not (seal.strip() and allowed_by.strip() and copies > 0):
        raise WrongState(_("Say which seal was used, who allowed it, and on how many copies."))
    if on < letter.may_leave_from:
        raise WrongState(_("It cannot have been sealed before its day, %(day)s.") % {"day": letter.may_leave_from})
    facts = {"seal": seal.strip(), "allowed_by": allowed_by.strip(), "copies": copies, "day": on}
    return SealUse.objects.create(letter=letter, recorded_by=by, **facts)


@door
def send_letter(*, by, letter: Letter, means: str, on: date, reference: str = "", without_seal: bool = False) -> Letter:
    """Records a dispatch; the first one writes the letter's ledger entry on that day, with its links.

    Raises NoSealUse on the first one where no use of the seal is on record, unless ``without_seal`` says so.
    """
    letter = require(letter, "send")
    if letter.dispatches.filter(means=means, day=PartialDate(on), reference=reference).exists():
        raise WrongState(_("This sending is on record already."))
    if on < letter.may_leave_from:
        raise WrongState(_("It cannot have been sent before its day, %(day)s.") % {"day": letter.may_leave_from})
    if letter.asks_for_seal and not without_seal:
        raise NoSealUse(_("No use of the seal is on record: record it, or say that the letter goes without."))
    Dispatch.objects.create(letter=letter, means=means, day=PartialDate(on), reference=reference, sent_by=by)
    if letter.entry_id is None:
        letter.entry = enter_letter(by=by, letter=letter, day=PartialDate(on))
        if letter.replies_to:
            answer_letter(by=by, letter=letter.replies_to)
    letter.take("send")
    letter.save(update_fields=["entry", "state"])
    return letter
