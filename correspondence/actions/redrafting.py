"""Brings a draft back in line with the record, or with what it is asked to say now; what was written by hand stays."""

from django.utils.translation import gettext as _

from correspondence.actions.drafting import describe, store_paragraph, store_text
from correspondence.actions.lifecycle import keep_version, require
from correspondence.models import Letter, LetterState, LetterText
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import TEXT_PARTS, ComposedLetter, Paragraph, compose, compose_pair
from correspondence.texts.rest_on import RECIPIENT, brief_of, deviations_of
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.search.writing import index


@door
def redraft_letter(*, by, letter: Letter, brief: LetterBrief) -> Letter:
    """Ask a letter to say something else: its untouched paragraphs and parts follow, those changed by hand stay.

    A text in a language that it is no longer written in goes; the letter's versions keep its words. Raises
    LetterRefused, and WrongState where the letter has gone on.
    """
    letter = require(letter, "edit")
    composed = compose_pair(brief)
    describe(letter, brief)
    letter.take("edit")
    letter.save()
    letter.texts.exclude(language__in=brief.languages).delete()
    for words in composed:
        text = letter.texts.filter(language=words.language).first()
        if text is None:
            store_text(letter, words)
        else:
            follow(text, words)
    keep_version(letter=letter, by=by, step=LetterState.DRAFT)
    index(letter)
    return letter


def follow(text: LetterText, words: ComposedLetter) -> None:
    """Let a text follow its new composition where nobody has changed it by hand."""
    for part in TEXT_PARTS:
        if getattr(text, part) == text.composed.get(part):
            setattr(text, part, words.part(part))
    text.composed = {part: words.part(part) for part in TEXT_PARTS}
    text.save()
    kept = {p.key: p for p in text.paragraphs.all() if p.body != p.composed and p.body.strip()}
    touched = {key: row.body for key, row in kept.items()}
    text.paragraphs.all().delete()
    paragraphs = list(words.paragraphs)
    known = {paragraph.key for paragraph in paragraphs}
    paragraphs += [Paragraph(key, body) for key, body in touched.items() if key not in known]
    for position, paragraph in enumerate(paragraphs):
        row = store_paragraph(text, position, paragraph)
        if paragraph.key in touched and paragraph.key in known:
            row.body, row.to_fill = touched[paragraph.key], False
            row.save(update_fields=["body", "to_fill"])


@door
def redraft_paragraph(*, by, letter: Letter, key: str) -> Letter:
    """Write a paragraph, or a part, of both texts anew from the record as it is now; raises LetterRefused."""
    letter = require(letter, "edit")
    brief = brief_of(letter)
    for text in letter.texts.all():
        words = compose(brief, text.language)
        if key in TEXT_PARTS:
            setattr(text, key, words.part(key))
            text.composed = {**text.composed, key: words.part(key)}
            text.save()
        else:
            replace_paragraph(text, key, next((p for p in words.paragraphs if p.key == key), None))
    letter.take("edit")
    letter.save(update_fields=["state"])
    keep_version(letter=letter, by=by, step=LetterState.DRAFT)
    index(letter)
    return letter


def replace_paragraph(text: LetterText, key: str, fresh: Paragraph | None) -> None:
    """Put a freshly composed paragraph in the place of those of its key; without one they go."""
    rows = list(text.paragraphs.filter(key=key))
    for row in rows[1:] if fresh else rows:
        row.delete()
    if fresh and rows:
        row = rows[0]
        row.body = row.composed = fresh.body
        row.facts, row.to_fill, row.pending, row.confirmed = fresh.facts, fresh.to_fill, False, {}
        row.confirmed_because = row.confirmed_by = ""
        row.save()


@door
def confirm_words(*, by, letter: Letter, key: str, reason: str) -> Letter:
    """Say that a paragraph's words, or a part's, stand though the record says otherwise, and why.

    A change of the record after that asks again. Raises WrongState without a reason.
    """
    letter = require(letter, "edit" if "edit" in letter.next_steps else "approve")
    if not reason.strip():
        raise WrongState(_("Say why the words stand."))
    for deviation in deviations_of(letter):
        if deviation.key != key:
            continue
        if deviation.key == RECIPIENT:
            letter.recipient_confirmed = str(letter.post_id)
            letter.save(update_fields=["recipient_confirmed"])
        elif deviation.paragraph is None:
            text = deviation.text
            text.composed = {**text.composed, f"{key} confirmed": deviation.now}
            text.save(update_fields=["composed"])
        else:
            paragraph = deviation.paragraph
            paragraph.confirmed = deviation.values
            paragraph.confirmed_because, paragraph.confirmed_by = reason.strip()[:200], str(by)
            paragraph.save(update_fields=["confirmed", "confirmed_because", "confirmed_by"])
    return letter
