"""Changes a letter's words and what is kept of them."""

from correspondence.actions.lifecycle import keep_version, require
from correspondence.actions.unfinished import forget_unfinished
from correspondence.models import Letter, LetterKind, LetterParagraph, LetterState, LetterTemplate, LetterTemplateText
from correspondence.texts.kept_forms import PARTS, FreshForm
from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.models import FormOfAddress
from crm.search.writing import index


@door
def edit_letter(
    *, by, letter: Letter, parts: dict, paragraphs: dict, slip: dict, kept=(), cleared=(), right=()
) -> None:
    """Write all that the page of a letter's words says, or nothing.

    Words first, which are refused where the letter has gone on (see ``edit_words``); then the ``slip``'s fields, the
    languages whose form of address is ``kept``, the keys of paragraphs whose mark is ``cleared``, and the words of an
    earlier letter that are ``right`` in this one, "key words" each.
    """
    letter = edit_words(by=by, letter=letter, parts=parts, paragraphs=paragraphs)
    for name, value in slip.items():
        setattr(letter, name, value)
    letter.save(update_fields=list(slip))
    index(letter)
    forget_unfinished(by=by, letter=letter)
    for language in kept:
        keep_form_of_address(by=by, letter=letter, language=language)
    for paragraph in LetterParagraph.objects.filter(text__letter=letter, pk__in=cleared):
        clear_paragraph(by=by, paragraph=paragraph)
    for key, words in (text.split(" ", 1) for text in right if " " in text):
        for paragraph in LetterParagraph.objects.filter(text__letter=letter, pk=int(key) if key.isdecimal() else 0):
            clear_leftover(by=by, paragraph=paragraph, words=words)


@door
def edit_words(*, by, letter: Letter, parts: dict, paragraphs: dict) -> Letter:
    """Changes words: ``parts`` {(language, part): text}, ``paragraphs`` {paragraph pk: text}.

    A changed paragraph marks its twin in the other language; a change after submission takes the letter back
    to draft, which cancels an approval visibly.
    """
    letter = require(letter, "edit")
    before = letter.words_hash()
    for text in letter.texts.all():
        for part in ("addressee", "heading", "salutation", "closing", "signature"):
            setattr(text, part, parts.get((text.language, part), getattr(text, part)))
        text.save()
    for paragraph in LetterParagraph.objects.filter(text__letter=letter, pk__in=paragraphs).select_related("text"):
        if paragraphs[paragraph.pk] != paragraph.body:
            edit_paragraph(paragraph, paragraphs[paragraph.pk])
    letter = Letter.objects.get(pk=letter.pk)
    if letter.words_hash() != before:
        letter.take("edit")
        letter.save(update_fields=["state"])
        letter.pen_changes.filter(confirmed_by=None).delete()  # of words that are no more
        keep_version(letter=letter, by=by, step=LetterState.DRAFT)
        index(letter)
    return letter


def edit_paragraph(paragraph: LetterParagraph, body: str) -> None:
    """Writes a paragraph, clears its own mark and marks its twins; an emptied one is dropped."""
    twins = LetterParagraph.objects.filter(text__letter=paragraph.text.letter, key=paragraph.key)
    for twin in twins.exclude(text=paragraph.text):
        twin.pending, twin.cleared_by = True, ""
        twin.save(update_fields=["pending", "cleared_by"])
    if body.strip():
        paragraph.body, paragraph.pending, paragraph.to_fill = body, False, False
        paragraph.save()
    elif paragraph.to_fill:
        return
    else:
        paragraph.delete()


@door
def clear_paragraph(*, by, paragraph: LetterParagraph) -> None:
    """Says that a paragraph still fits its changed twin; the name of who says so is kept."""
    require(paragraph.text.letter, "edit")
    paragraph.pending, paragraph.cleared_by = False, str(by)
    paragraph.save(update_fields=["pending", "cleared_by"])


@door
def clear_leftover(*, by, paragraph: LetterParagraph, words: str) -> None:
    """Say that words which come from an earlier letter are right in this one."""
    require(paragraph.text.letter, "edit")
    paragraph.leftovers = [kept for kept in paragraph.leftovers if kept != words]
    paragraph.save(update_fields=["leftovers"])


@door
def keep_form_of_address(*, by, letter: Letter, language: str) -> FormOfAddress:
    """Keeps a letter's addressee lines and salutation for the next letter to the same recipient and post.

    The closing is not kept: a condolence closes otherwise than a letter of thanks.
    """
    text = letter.texts.get(language=language)
    words = {"salutation": text.salutation, "envelope": text.addressee}
    whose = {"person": letter.person, "post": letter.post, "organization": letter.organization, "language": language}
    kept, _new = FormOfAddress.objects.update_or_create(**whose, defaults=words)
    kept.confirm()
    return kept


@door
def take_fresh_form(*, by, fresh: FreshForm, letter: Letter | None = None) -> FormOfAddress:
    """Put what is proposed now in the place of a kept form's words, and of the same words in a letter under way.

    Raises WrongState where nothing can be proposed, or where the letter has gone on.
    """
    if fresh.refusal:
        raise WrongState(fresh.refusal)
    kept = FormOfAddress.objects.select_for_update().get(pk=fresh.kept.pk)
    parts = {part: name for part, name in PARTS.items() if getattr(kept, part)}
    if letter is not None:
        text = letter.texts.get(language=kept.language)
        borne = [part for part, name in parts.items() if getattr(text, name) == getattr(kept, part)]
        words = {(kept.language, parts[part]): getattr(fresh, part) for part in borne}
        edit_words(by=by, letter=letter, parts=words, paragraphs={})
    for part in parts:
        setattr(kept, part, getattr(fresh, part))
    kept.save()
    kept.confirm()
    return kept


@door
def confirm_form_of_address(*, by, kept: FormOfAddress) -> FormOfAddress:
    """Say that kept words still fit the record as it is now."""
    kept.confirm()
    return kept


@door
def save_letter_text(*, by, text: LetterTemplateText) -> LetterTemplateText:
    """Save an office's letter text in one language; the first of its kind brings the kind's row of texts."""
    if text.template.pk is None:
        text.template, _new = LetterTemplate.objects.get_or_create(kind=text.template.kind)
    text.save()
    return text


@door
def save_letter_kind(*, by, kind: LetterKind) -> LetterKind:
    """Save a kind of letter; the code of a new one follows from its English name and stays."""
    kind.code = kind.code or kind.propose_code()
    kind.save()
    return kind
