"""批改: a leader's pen changes are typed by one, compared with the scan by another, and the approval holds for them."""

from django.utils import timezone
from django.utils.translation import gettext as _

from correspondence.actions.lifecycle import keep_version, require
from correspondence.actions.words import edit_paragraph
from correspondence.models import Approval, Decision, Letter, LetterState, PenChanges
from correspondence.texts.pairing import pairs_of
from crm.actions.door import door
from crm.actions.errors import NotAllowed, WrongState
from crm.actions.security_log import record_event
from crm.models import EventKind
from crm.search.writing import index


def open_changes(letter: Letter) -> PenChanges | None:
    """The pen changes that wait for somebody to compare them with the scan."""
    return letter.pen_changes.filter(confirmed_by=None).first()


def signed_slip_of(letter: Letter) -> Approval:
    """The approval on paper with its scan that the present words have; raises WrongState without one."""
    approval = letter.valid_approval()
    if approval is None or not approval.paper_name:
        raise WrongState(_("Only a letter that was approved on paper has changes by pen."))
    if approval.scan is None:
        raise WrongState(_("Put in the scan of the signed slip first: the changes are compared with it."))
    return approval


@door
def enter_pen_changes(*, by, letter: Letter, words: dict[str, str]) -> PenChanges:
    """Put down what a leader changed by pen, {box: words}; the letter stays as it is until another confirms it."""
    letter = require(letter, "amend")
    approval = signed_slip_of(letter)
    if open_changes(letter):
        raise WrongState(_("Changes by pen wait for confirmation already: confirm them or take them back."))
    sides = {side.box: side for pair in pairs_of(letter) for side in pair.sides}
    changed = {box: said for box, said in words.items() if box in sides and said != sides[box].words}
    if not changed:
        raise WrongState(_("Nothing was changed."))
    facts = {"approval": approval, "words": changed, "words_hash": letter.words_hash()}
    return PenChanges.objects.create(letter=letter, entered_by=by, **facts)


@door
def confirm_pen_changes(*, by, letter: Letter) -> Letter:
    """Say that what was typed is what stands on the scan: the words are changed, and the approval holds for them.

    Whoever typed them does not confirm them. A paragraph changed in one language marks its twin, as always.
    """
    letter = require(letter, "amend")
    changes, approval = open_changes(letter), signed_slip_of(letter)
    if changes is None or changes.words_hash != letter.words_hash():
        raise WrongState(_("There are no changes by pen to confirm."))
    if changes.entered_by_id == by.pk:
        raise NotAllowed(_("You typed these changes; somebody else compares them with the scan."))
    keep_version(letter=letter, by=by, step=LetterState.APPROVED)
    write(letter, changes.words)
    changes.confirmed_by, changes.confirmed_at = by, timezone.now()
    changes.save()
    letter = Letter.objects.get(pk=letter.pk)
    keep_version(letter=letter, by=by, step=LetterState.APPROVED)
    carry_over(approval, letter, by)
    index(letter)
    return letter


def write(letter: Letter, words: dict[str, str]) -> None:
    """Write the words of some boxes; a paragraph changed on both sides needs no clearing."""
    both = set()
    for pair in pairs_of(letter):
        changed = [side for side in pair.sides if side.box in words]
        for side in changed:
            if side.paragraph:
                edit_paragraph(side.paragraph, words[side.box])
                both |= {side.paragraph.pk} if len(changed) == len(pair.sides) else set()
            else:
                side.say(words[side.box])
                side.text.save()
    for text in letter.texts.all():
        text.paragraphs.filter(pk__in=both).update(pending=False)


def carry_over(approval: Approval, letter: Letter, by) -> None:
    """Have an approval on paper hold for the words with the leader's own changes."""
    facts = {name: getattr(approval, name) for name in ("paper_name", "paper_post", "day", "scan")}
    note = " ".join(filter(None, [approval.note, _("With the changes by pen.")]))
    Approval.objects.create(
        letter=letter, decision=Decision.APPROVED, words_hash=letter.words_hash(), recorded_by=by, note=note, **facts
    )
    record_event(
        EventKind.APPROVED, by=by, letter=letter.pk, approved_by=approval.paper_name, scan=approval.scan_sha256
    )


@door
def take_back_pen_changes(*, by, letter: Letter) -> None:
    """Throw away pen changes that nobody has confirmed."""
    require(letter, "amend")
    letter.pen_changes.filter(confirmed_by=None).delete()
