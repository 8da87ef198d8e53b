"""Writes letters of ours as they were composed, one or many: their facts, their texts, their paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from correspondence.models import Letter, LetterCopy, LetterKind, LetterParagraph, LetterState, LetterText, Version
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import TEXT_PARTS, ComposedLetter, Paragraph, compose_pair
from correspondence.texts.reused import Reused, mark_leftovers
from crm.actions.batch import Batch
from crm.actions.door import door
from crm.actions.records import Built


@dataclass
class BuiltDrafts(Built):
    """Letters ready to be inserted, and for each what can only be written once it has a key."""

    briefs: list[LetterBrief] = field(default_factory=list)
    reused: list[Reused | None] = field(default_factory=list)


def build_drafts(rows: Iterable[dict]) -> BuiltDrafts:
    """Build letters of ours with their texts and the first version of their words.

    A row has ``brief``, a LetterBrief, and ``composed``, the ComposedLetters it became; where known, ``copies``
    (partners), and ``reused``, paragraphs of an earlier letter that go into it.
    """
    built, kinds = BuiltDrafts(), LetterKind.objects.in_bulk()
    for row in rows:
        brief, reused = row["brief"], row.get("reused")
        letter = Letter(kind=kinds[brief.kind], written_from=reused and reused.letter)
        set_brief(letter, brief)
        built.batch.add(letter, actor="drafter")
        words = [reused.put_into(words) if reused else words for words in row["composed"]]
        letter._prefetched_objects_cache["texts"] = [add_text(built.batch, letter, text) for text in words]
        for partner in row.get("copies", ()):
            built.batch.add(LetterCopy(**{type(partner).__name__.lower(): partner}), letter=letter)
        add_version(built.batch, letter)
        built.records.append(letter)
        built.briefs.append(brief)
        built.reused.append(reused)
    built.batch.prepare()
    return built


def add_text(batch: Batch, letter: Letter, words: ComposedLetter) -> LetterText:
    """Add one language's composed words to a batch."""
    text = batch.add(LetterText(**text_facts(words)), letter=letter)
    rows = enumerate(words.paragraphs)
    paragraphs = [batch.add(LetterParagraph(**paragraph_facts(*row)), text=text) for row in rows]
    text._prefetched_objects_cache["paragraphs"] = paragraphs
    return text


def add_version(batch: Batch, letter: Letter) -> None:
    """Add the first version of a new letter's words to a batch."""
    words = {"words": letter.words_in_order(), "words_hash": letter.words_hash()}
    batch.add(Version(number=1, step=LetterState.DRAFT, **words), actor="made_by", letter=letter)


@door
def insert_drafts(*, by, built: BuiltDrafts) -> list[Letter]:
    """Insert letters of ours built before, with what they speak of; returns them."""
    built.batch.insert(by=by)
    for letter, brief, reused in zip(built.records, built.briefs, built.reused, strict=True):
        for name, rows in spoken_of(brief).items():
            if rows:
                getattr(letter, name).set(rows)
        if reused:
            mark_leftovers(letter, reused)
    return built.records


def draft_letter(*, by, brief: LetterBrief, copies=(), reused: Reused | None = None) -> Letter:
    """Store a letter composed from a LetterBrief, in Chinese and the recipient's language; raises LetterRefused.

    ``reused`` are paragraphs of an earlier letter that go into it, with what may still speak of that one.
    """
    row = {"brief": brief, "composed": compose_pair(brief), "copies": copies, "reused": reused}
    return insert_drafts(by=by, built=build_drafts([row]))[0]


def describe(letter: Letter, brief: LetterBrief) -> None:
    """Write what a letter on record is asked to say now."""
    set_brief(letter, brief)
    letter.save()
    for name, rows in spoken_of(brief).items():
        getattr(letter, name).set(rows)


def set_brief(letter: Letter, brief: LetterBrief) -> None:
    """Set a letter's fields from what it is asked to say."""
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


def spoken_of(brief: LetterBrief) -> dict:
    """What a letter speaks of, by the relation that keeps it."""
    gifts = {"thanks_for": brief.received, "announces": brief.given}
    return {**gifts, "courtesies": brief.courtesies, "needs": brief.needs}


def text_facts(words: ComposedLetter) -> dict:
    """One language's composed words as the fields of a row."""
    parts = {part: words.part(part) for part in TEXT_PARTS}
    return {"language": words.language, "composed": parts, **parts}


def paragraph_facts(position: int, paragraph: Paragraph) -> dict:
    """One composed paragraph as the fields of a row, with what the record gave it."""
    return {
        "position": position,
        "key": paragraph.key,
        "body": paragraph.body,
        "composed": "" if paragraph.by_hand else paragraph.body,
        "facts": paragraph.facts,
        "to_fill": paragraph.to_fill,
    }


def store_text(letter: Letter, words: ComposedLetter) -> LetterText:
    """One language's composed words as rows of a letter on record."""
    text = LetterText.objects.create(letter=letter, **text_facts(words))
    for position, paragraph in enumerate(words.paragraphs):
        store_paragraph(text, position, paragraph)
    return text


def store_paragraph(text: LetterText, position: int, paragraph: Paragraph) -> LetterParagraph:
    """One composed paragraph as a row of a text on record."""
    return LetterParagraph.objects.create(text=text, **paragraph_facts(position, paragraph))
