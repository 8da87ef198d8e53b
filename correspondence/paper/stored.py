"""A letter's stored words and the papers made of them."""

from correspondence.languages import language_rules
from correspondence.models import Letter, LetterState, LetterText
from correspondence.paper.letter import CANCELLED, DRAFT, FOR_APPROVAL, print_letters
from correspondence.paper.vault import kept_bytes, pdf_path
from correspondence.texts.composing import ComposedLetter, Paragraph
from correspondence.texts.naming import name_in
from correspondence.texts.proposing import our_office
from crm.languages import CHINESE


def stored_words(letter: Letter) -> list[ComposedLetter]:
    """The stored words with place and date of the letter's day, Chinese first."""
    texts = sorted(letter.texts.all(), key=lambda text: text.language != CHINESE)
    return [words_of(letter, text) for text in texts]


def words_of(letter: Letter, text: LetterText) -> ComposedLetter:
    """One stored text as a ComposedLetter."""
    place = name_in(our_office().city, text.language)
    return ComposedLetter(
        language=text.language,
        place_and_date=language_rules(text.language, letter.country_id or "").place_and_date(place, letter.day.first),
        addressee=text.addressee,
        heading=text.heading,
        salutation=text.salutation,
        paragraphs=tuple(Paragraph(p.key, p.body) for p in text.paragraphs.all()),
        closing=text.closing,
        signature=text.signature,
        number=letter.number,
        translation=letter.translation_marked and text.language != CHINESE,
    )


def stage_of(letter: Letter) -> str:
    """What is printed over a letter's words as it stands: "" once it is issued, 作废 where it was cancelled."""
    stages = {LetterState.CANCELLED: CANCELLED, LetterState.DRAFT: DRAFT}
    return stages.get(letter.state, "" if letter.pdf_sha256 else FOR_APPROVAL)


def print_stored(letter: Letter, stage: str) -> bytes:
    """The PDF of a letter's stored words, with its stage over them; raises PageRefused."""
    return print_letters(stored_words(letter), letter.identity, stage)


def letter_pdf(letter: Letter) -> bytes:
    """The issued bytes where it was issued, never made again; else a fresh page that bears its stage.

    Of a letter that was cancelled after its issue the bytes stay kept, and what is printed is a page marked 作废.
    Raises PaperLost where the bytes on disk are not those that were issued.
    """
    if not letter.pdf_sha256 or letter.state == LetterState.CANCELLED:
        return print_stored(letter, stage_of(letter))
    path = pdf_path(letter.pdf_sha256)
    return kept_bytes(path, letter.pdf_sha256, path.name)
