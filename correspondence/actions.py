"""What is done with letters. Each is atomic, keyword-only, names its actor and raises WrongState with a sentence."""

import hashlib
import os
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from correspondence.composing import ComposedLetter, Paragraph, compose_pair
from correspondence.drafting import CHINESE, LetterBrief, our_office
from correspondence.errors import PageRefused, PaperLost
from correspondence.languages import language_rules
from correspondence.models import (
    Approval,
    Decision,
    Dispatch,
    Enclosure,
    Letter,
    LetterDirection,
    LetterParagraph,
    LetterState,
    LetterText,
    NumberSeries,
    Version,
)
from correspondence.placeholders import name_in
from correspondence.printing import print_letters
from crm.actions import WrongState, link_entries, record_courtesy, reverse_entry
from crm.archive import sync_folder
from crm.dates import PartialDate
from crm.models import CourtesyKind, Direction, FormOfAddress, LedgerEntry, LinkKind
from crm.models.gift import home_city


class WordsChanged(WrongState):
    """Somebody else changed the words since they were read."""


def require(letter: Letter, *states: str) -> Letter:
    """The letter, locked for this transaction; raises WrongState unless it is in one of the states."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state not in states:
        raise WrongState(_("This letter is “%(now)s”; that is not possible now.") % {"now": letter.get_state_display()})
    return letter


def require_seen(letter: Letter, seen: str) -> Letter:
    """The letter; raises WordsChanged where ``seen``, the hash of the words that were read, is not that of these."""
    if seen and seen != letter.words_hash():
        raise WordsChanged(_("The words were changed after you opened this page. Read them again."))
    return letter


# Outgoing -----------------------------------------------------------------------------------------


@transaction.atomic
def draft_letter(*, by, brief: LetterBrief, copies=()) -> Letter:
    """Stores a letter composed from a LetterBrief, in Chinese and the recipient's language; raises LetterRefused."""
    composed = compose_pair(brief)
    correspondent_country = (brief.post.organization if brief.post else brief.organization or brief.person).country
    letter = Letter.objects.create(
        kind=brief.kind,
        day=brief.on,
        person=brief.person,
        post=brief.post,
        organization=brief.organization,
        city=brief.city,
        country=correspondent_country,
        language=brief.language,
        occasion=brief.occasion,
        identity=brief.identity,
        signatory=brief.signatory,
        show_quantities=brief.show_quantities,
        replies_to=brief.letter_received,
        drafter=by,
    )
    letter.thanks_for.set(brief.received)
    letter.announces.set(brief.given)
    letter.courtesies.set(brief.courtesies)
    letter.needs.set(brief.needs)
    for partner in copies:
        letter.copies.create(**{type(partner).__name__.lower(): partner})
    for words in composed:
        store_text(letter, words)
    keep_version(letter=letter, by=by, step=LetterState.DRAFT)
    return letter


def store_text(letter: Letter, words: ComposedLetter) -> LetterText:
    """One language's composed words as rows."""
    text = LetterText.objects.create(
        letter=letter,
        language=words.language,
        addressee=words.addressee,
        heading=words.heading,
        salutation=words.salutation,
        closing=words.closing,
        signature=words.signature,
    )
    for position, paragraph in enumerate(words.paragraphs):
        LetterParagraph.objects.create(text=text, position=position, key=paragraph.key, body=paragraph.body)
    return text


def keep_version(*, letter: Letter, by, step: str) -> Version:
    """Keeps the words as they are at a step; the same words twice in a row are kept once."""
    digest, last = letter.words_hash(), letter.versions.last()
    if last and last.words_hash == digest and last.step == step:
        return last
    number = last.number + 1 if last else 1
    return Version.objects.create(
        letter=letter, number=number, step=step, words=letter.words_in_order(), words_hash=digest, made_by=by
    )


@transaction.atomic
def edit_words(*, by, letter: Letter, parts: dict, paragraphs: dict, seen: str = "") -> Letter:
    """Changes words: ``parts`` {(language, part): text}, ``paragraphs`` {paragraph pk: text}.

    A changed paragraph marks its twin in the other language; a change after submission takes the letter back
    to draft, which cancels an approval visibly. ``seen`` is the hash of the words that were on the page: raises
    WordsChanged where somebody else has changed them since.
    """
    letter = require(letter, LetterState.DRAFT, LetterState.SUBMITTED, LetterState.APPROVED)
    before = letter.words_hash()
    if seen and seen != before:
        raise WordsChanged(
            _(
                "Somebody changed these words after you opened the page. Yours stand below and are not saved yet; "
                "save again to put them in the place of the others, which stay among the versions."
            )
        )
    for text in letter.texts.all():
        for part in ("addressee", "heading", "salutation", "closing", "signature"):
            setattr(text, part, parts.get((text.language, part), getattr(text, part)))
        text.save()
    for paragraph in LetterParagraph.objects.filter(text__letter=letter, pk__in=paragraphs).select_related("text"):
        if paragraphs[paragraph.pk] != paragraph.body:
            edit_paragraph(paragraph, paragraphs[paragraph.pk])
    letter = Letter.objects.get(pk=letter.pk)
    if letter.words_hash() != before:
        letter.state = LetterState.DRAFT
        letter.save(update_fields=["state"])
        keep_version(letter=letter, by=by, step=LetterState.DRAFT)
    return letter


def edit_paragraph(paragraph: LetterParagraph, body: str) -> None:
    """Writes a paragraph, clears its own mark and marks its twins; an emptied one is dropped."""
    twins = LetterParagraph.objects.filter(text__letter=paragraph.text.letter, key=paragraph.key)
    for twin in twins.exclude(text=paragraph.text):
        twin.pending, twin.cleared_by = True, ""
        twin.save(update_fields=["pending", "cleared_by"])
    if body.strip():
        paragraph.body, paragraph.pending = body, False
        paragraph.save()
    else:
        paragraph.delete()


@transaction.atomic
def clear_paragraph(*, by, paragraph: LetterParagraph) -> None:
    """Says that a paragraph still fits its changed twin; the name of who says so is kept."""
    require(paragraph.text.letter, LetterState.DRAFT, LetterState.SUBMITTED, LetterState.APPROVED)
    paragraph.pending, paragraph.cleared_by = False, str(by)
    paragraph.save(update_fields=["pending", "cleared_by"])


@transaction.atomic
def keep_form_of_address(*, by, letter: Letter, language: str) -> FormOfAddress:
    """Keeps a letter's addressee lines and salutation for the next letter to the same recipient and post.

    The closing is not kept: a condolence closes otherwise than a letter of thanks.
    """
    text = letter.texts.get(language=language)
    words = {"salutation": text.salutation, "envelope": text.addressee}
    whose = {"person": letter.person, "post": letter.post, "organization": letter.organization, "language": language}
    kept, _new = FormOfAddress.objects.update_or_create(**whose, defaults=words)
    return kept


@transaction.atomic
def submit_letter(*, by, letter: Letter) -> Letter:
    """Gives a draft to whoever approves; refused while a paragraph's twin was changed and nobody cleared it."""
    letter = require(letter, LetterState.DRAFT)
    if pending := letter.pending_paragraphs():
        raise WrongState(
            _("Paragraphs changed in one language only: %(count)d. Clear them first.") % {"count": len(pending)}
        )
    letter.state = LetterState.SUBMITTED
    letter.save(update_fields=["state"])
    keep_version(letter=letter, by=by, step=LetterState.SUBMITTED)
    return letter


@transaction.atomic
def approve_letter(*, by, letter: Letter, on: date, note: str = "", seen: str = "") -> Letter:
    """Approves the words as they are, here; nobody approves his own draft unless the office allows it."""
    letter = require_seen(require(letter, LetterState.SUBMITTED), seen)
    if not by.may_approve:
        raise WrongState(_("Only the head approves."))
    if letter.drafter_id == by.pk and not our_office().own_approval:
        raise WrongState(
            _("This is your own draft; somebody else approves it, or the office allows it in its settings.")
        )
    return decide(letter, Decision.APPROVED, by, on=on, note=note, user=by)


@transaction.atomic
def approve_on_paper(*, by, letter: Letter, name: str, post: str, on: date, file=None, seen: str = "") -> Letter:
    """Records that a leader signed the slip on paper: name, post, day, and the checked scan where there is one."""
    letter = require_seen(require(letter, LetterState.SUBMITTED), seen)
    if not name.strip():
        raise WrongState(_("Say who approved it on paper."))
    scan = enclose(by=by, letter=letter, file=file) if file else None
    return decide(letter, Decision.APPROVED, by, on=on, paper_name=name.strip(), paper_post=post.strip(), scan=scan)


@transaction.atomic
def return_letter(*, by, letter: Letter, on: date, note: str) -> Letter:
    """Gives a submitted letter back to its drafter with a note."""
    letter = require(letter, LetterState.SUBMITTED)
    if not by.may_approve:
        raise WrongState(_("Only the head returns a letter."))
    return decide(letter, Decision.RETURNED, by, on=on, note=note, user=by)


def decide(letter: Letter, decision: str, by, *, on: date, **facts) -> Letter:
    """Writes a decision bound to the words' hash, and moves the letter."""
    Approval.objects.create(
        letter=letter, decision=decision, day=on, words_hash=letter.words_hash(), recorded_by=by, **facts
    )
    letter.state = LetterState.APPROVED if decision == Decision.APPROVED else LetterState.DRAFT
    letter.save(update_fields=["state"])
    return letter


@transaction.atomic
def issue_letter(*, by, letter: Letter, on: date, read_by: str = "", unread_reason: str = "") -> Letter:
    """Gives number and date, freezes words and PDF; the PDF is on disk, synced, before the database says so.

    Raises WrongState without a standing approval of exactly these words, or while nobody is named who read
    the foreign text and no reason is given; PageRefused where the page cannot be printed.
    """
    letter = require(letter, LetterState.APPROVED)
    approval = letter.valid_approval()
    if approval is None:
        raise WrongState(_("The words were changed after the approval; submit the letter again."))
    if on < approval.day:
        raise WrongState(_("It was approved on %(day)s and cannot bear an earlier day.") % {"day": approval.day})
    if letter.foreign_text and not (read_by.strip() or unread_reason.strip()):
        raise WrongState(_("Name who read the foreign text, or say why nobody did."))
    letter.read_by, letter.unread_reason = read_by.strip(), unread_reason.strip()
    letter.day = PartialDate(on)
    letter.number_year, letter.number_serial = on.year, NumberSeries.take(letter.identity, on)
    pdf = print_stored(letter, for_approval=False)
    letter.pdf_sha256 = keep_pdf(pdf)
    letter.state, letter.issued_at, letter.issued_by = LetterState.ISSUED, timezone.now(), by
    letter.save()
    keep_version(letter=letter, by=by, step=LetterState.ISSUED)
    return letter


@transaction.atomic
def send_letter(*, by, letter: Letter, means: str, on: date, reference: str = "") -> Letter:
    """Records a dispatch; the first one writes the letter's ledger entry on that day, with its links."""
    letter = require(letter, LetterState.ISSUED, LetterState.SENT)
    if letter.dispatches.filter(means=means, day=on, reference=reference).exists():
        raise WrongState(_("This sending is on record already."))
    if on < letter.day.first:
        raise WrongState(_("It cannot have been sent before its day, %(day)s.") % {"day": letter.day})
    Dispatch.objects.create(letter=letter, means=means, day=on, reference=reference, sent_by=by)
    if letter.entry_id is None:
        letter.entry = enter_letter(by=by, letter=letter, day=PartialDate(on))
        if letter.replies_to:
            answer_letter(by=by, letter=letter.replies_to)
    letter.state = LetterState.SENT
    letter.save(update_fields=["entry", "state"])
    return letter


def enter_letter(*, by, letter: Letter, day: PartialDate) -> LedgerEntry:
    """The letter's courtesy: it thanks for received help, accompanies given help, replies to a letter."""
    out = letter.direction == LetterDirection.OUT
    entry = record_courtesy(
        by=by,
        direction=Direction.GIVEN if out else Direction.RECEIVED,
        kind=CourtesyKind.LETTER,
        day=day,
        partners=[letter.correspondent],
        occasion=letter.occasion,
        summary=str(letter.get_kind_display()),
    )
    standing = LedgerEntry.objects.in_force(date.max)
    theirs = Direction.RECEIVED if out else Direction.GIVEN
    shared = Q(pk__in=letter.courtesies.filter(direction=theirs))
    targets = {
        LinkKind.THANKS: standing.filter(Q(gift__in=letter.thanks_for.and_corrections()) | shared),
        LinkKind.ACCOMPANIES: standing.filter(gift__in=letter.announces.and_corrections()),
    }
    for kind, entries in targets.items():
        for target in entries:
            link_entries(by=by, source=entry, target=target, kind=kind)
    if letter.replies_to and letter.replies_to.entry:
        link_entries(by=by, source=entry, target=letter.replies_to.entry, kind=LinkKind.REPLIES)
    return entry


@transaction.atomic
def close_letter(*, by, letter: Letter) -> Letter:
    """Closes a sent letter."""
    letter = require(letter, LetterState.SENT)
    letter.state = LetterState.CLOSED
    letter.save(update_fields=["state"])
    return letter


@transaction.atomic
def cancel_letter(*, by, letter: Letter, reason: str) -> Letter:
    """Cancels a letter that was not sent and says why; an issued one keeps its number."""
    letter = require(letter, "draft", "submitted", "approved", "issued")
    if not reason.strip():
        raise WrongState(_("Say why the letter is cancelled."))
    letter.state, letter.cancelled_because = LetterState.CANCELLED, reason.strip()
    letter.save(update_fields=["state", "cancelled_because"])
    return letter


# Printing -----------------------------------------------------------------------------------------


def stored_words(letter: Letter) -> list[ComposedLetter]:
    """The stored words with place and date of the letter's day, Chinese first."""
    texts = sorted(letter.texts.all(), key=lambda text: text.language != CHINESE)
    return [words_of(letter, text) for text in texts]


def words_of(letter: Letter, text: LetterText) -> ComposedLetter:
    """One stored text as a ComposedLetter."""
    place = name_in(our_office().city, text.language)
    return ComposedLetter(
        language=text.language,
        place_and_date=language_rules(text.language).place_and_date(place, letter.day.first),
        addressee=text.addressee,
        heading=text.heading,
        salutation=text.salutation,
        paragraphs=tuple(Paragraph(p.key, p.body) for p in text.paragraphs.all()),
        closing=text.closing,
        signature=text.signature,
        number=letter.number,
    )


def print_stored(letter: Letter, *, for_approval: bool) -> bytes:
    """The PDF of a letter's stored words; raises PageRefused."""
    return print_letters(stored_words(letter), letter.identity, for_approval=for_approval)


def letter_pdf(letter: Letter) -> bytes:
    """The issued bytes where it was issued, never made again; else a fresh page for approval.

    Raises PaperLost where the bytes on disk are not those that were issued.
    """
    if not letter.pdf_sha256:
        return print_stored(letter, for_approval=True)
    path = pdf_path(letter.pdf_sha256)
    return kept_bytes(path, letter.pdf_sha256, path.name)


def kept_bytes(path: Path, digest: str, name: str) -> bytes:
    """A kept file's bytes, by whose SHA-256 they are known; raises PaperLost."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PaperLost(_("“%(name)s” is not on disk. Bring it back from a backup.") % {"name": name}) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise PaperLost(
            _("“%(name)s” on disk is not the file that was kept. Bring it back from a backup.") % {"name": name}
        )
    return content


def pdf_path(digest: str) -> Path:
    """Where an issued PDF is kept, named by its SHA-256."""
    return Path(settings.MEDIA_ROOT) / "issued" / digest[:2] / f"{digest}.pdf"


def keep_pdf(pdf: bytes) -> str:
    """Keeps issued bytes on disk, file and folder synced; returns their SHA-256. Raises PageRefused where it cannot."""
    digest = hashlib.sha256(pdf).hexdigest()
    path = pdf_path(digest)
    partial = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(partial, pdf)
        partial.replace(path)
        for folder in path.parents[:3]:  # they may be new
            sync_folder(folder)
    except OSError as error:
        raise PageRefused(
            _("The PDF could not be kept on disk: %(why)s. Nothing was issued.") % {"why": error.strerror or error}
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return digest


def write_synced(path: Path, content: bytes) -> None:
    """Writes a file so that it outlasts a power cut."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


# Incoming -----------------------------------------------------------------------------------------


@transaction.atomic
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
    letter.city = home_city(letter.correspondent, letter.received_on.first)
    sender = letter.post.organization if letter.post else letter.correspondent
    letter.country = sender.country or (letter.city and letter.city.country)
    letter.save()
    letter.thanks_for.set(thanks_for)
    letter.courtesies.set(courtesies)


@transaction.atomic
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


def enclosed_bytes(enclosure: Enclosure) -> bytes:
    """A file kept with a letter; raises PaperLost where it is not what was kept."""
    return kept_bytes(Path(enclosure.file.path), enclosure.sha256, enclosure.name)


@transaction.atomic
def answer_letter(*, by, letter: Letter, needed: bool = True) -> Letter:
    """Marks a received letter answered, or that no answer is needed."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state in (LetterState.RECEIVED, LetterState.ASSIGNED):
        letter.state = LetterState.ANSWERED if needed else LetterState.NO_ANSWER
        letter.save(update_fields=["state"])
    return letter


@transaction.atomic
def assign_letter(*, by, letter: Letter, to) -> Letter:
    """Gives a received letter to somebody of the office."""
    letter = require(letter, LetterState.RECEIVED, LetterState.ASSIGNED)
    letter.state, letter.assigned_to = LetterState.ASSIGNED, to
    letter.save(update_fields=["state", "assigned_to"])
    return letter


@transaction.atomic
def reopen_letter(*, by, letter: Letter) -> Letter:
    """Lets a received letter wait for an answer again."""
    letter = require(letter, LetterState.ANSWERED, LetterState.NO_ANSWER)
    letter.state = LetterState.ASSIGNED if letter.assigned_to_id else LetterState.RECEIVED
    letter.save(update_fields=["state"])
    return letter
