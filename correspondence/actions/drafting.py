"""Writes a letter of ours as it was composed: its facts, its texts, its paragraphs."""

from dataclasses import replace

from correspondence.actions.lifecycle import keep_version
from correspondence.models import Letter, LetterParagraph, LetterState, LetterText
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import TEXT_PARTS, ComposedLetter, Paragraph, compose_pair
from correspondence.texts.reused import Reused, mark_leftovers
from crm.actions.door import door


@door
def draft_letter(*, by, brief: LetterBrief, copies=(), reused: Reused | None = None) -> Letter:
    """Stores a letter composed from a LetterBrief, in Chinese and the recipient's language; raises LetterRefused.

    ``reused`` are paragraphs of an earlier letter that go into it, with what may still speak of that one.
    """
    composed = compose_pair(brief)
    letter = Letter(drafter=by, written_from=reused and reused.letter)
    describe(letter, brief)
    for partner in copies:
        letter.copies.create(**{type(partner).__name__.lower(): partner})
    for words in composed:
        store_text(letter, reused.put_into(words) if reused else words)
    if reused:
        mark_leftovers(letter, reused)
    keep_version(letter=letter, by=by, step=LetterState.DRAFT)
    return letter


def describe(letter: Letter, brief: LetterBrief) -> None:
    """Write what a letter is asked to say, and save it."""
    facts = {
        "kind_id": brief.kind,
        "day": brief.on,
        "person": brief.person,
        "post": brief.post,
        "organization": brief.organization,
        "language": brief.language,
        "occasion": brief.occasion,
        "identity": brief.identity,
        "signatory": brief.signatory,
        "show_quantities": brief.show_quantities,
        "commitments": sorted(brief.commitments),
        "replies_to": brief.letter_received,
    }
    for name, value in facts.items():
        setattr(letter, name, value)
    letter.freeze_place(replace(brief.placement, city=brief.city))
    letter.save()
    letter.thanks_for.set(brief.received)
    letter.announces.set(brief.given)
    letter.courtesies.set(brief.courtesies)
    letter.needs.set(brief.needs)


def store_text(letter: Letter, words: ComposedLetter) -> LetterText:
    """One language's composed words as rows."""
    parts = {part: words.part(part) for part in TEXT_PARTS}
    text = LetterText.objects.create(letter=letter, language=words.language, composed=parts, **parts)
    for position, paragraph in enumerate(words.paragraphs):
        store_paragraph(text, position, paragraph)
    return text


def store_paragraph(text: LetterText, position: int, paragraph: Paragraph) -> LetterParagraph:
    """One composed paragraph as a row, with what the record gave it."""
    return LetterParagraph.objects.create(
        text=text,
        position=position,
        key=paragraph.key,
        body=paragraph.body,
        composed="" if paragraph.by_hand else paragraph.body,
        facts=paragraph.facts,
        to_fill=paragraph.to_fill,
    )
