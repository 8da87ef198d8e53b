"""A letter's words row by row: each part and each paragraph beside its twin in the other language."""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from correspondence.languages import language_rules
from correspondence.models import Letter, LetterParagraph, LetterText
from crm.languages import CHINESE

ABOVE, BELOW = ("addressee", "heading", "salutation"), ("closing", "signature")


@dataclass(frozen=True)
class Side:
    """One language's half of a row: a part of a text, or a paragraph."""

    text: LetterText
    part: str = ""
    paragraph: LetterParagraph | None = None

    @property
    def box(self) -> str:
        """What its box in a form is called."""
        return f"paragraph-{self.paragraph.pk}" if self.paragraph else f"{self.text.language}-{self.part}"

    @property
    def is_foreign(self) -> bool:
        """Whether it is in the recipient's language."""
        return self.text.language != CHINESE

    @property
    def words(self) -> str:
        """Its words."""
        return self.paragraph.body if self.paragraph else getattr(self.text, self.part)

    def say(self, words: str) -> None:
        """Take other words, in memory alone."""
        if self.paragraph:
            self.paragraph.body = words
        else:
            setattr(self.text, self.part, words)


@dataclass(frozen=True)
class Pair:
    """A row: ``key`` is the paragraphs' key or the part's name, ``number`` the paragraph's place, 0 for a part."""

    key: str
    number: int = 0
    sides: list[Side] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it is on a page: what an address leads to after its #."""
        return f"row-{self.key}"

    @property
    def name(self) -> str:
        """What it is called."""
        if self.number:
            return _("Paragraph %(number)d") % {"number": self.number}
        return capfirst(self.sides[0].text._meta.get_field(self.key).verbose_name)

    @property
    def pending(self) -> bool:
        """Whether one side was changed and the other not yet cleared."""
        return any(side.paragraph and side.paragraph.pending for side in self.sides)


def pairs_of(letter: Letter) -> list[Pair]:
    """The rows of a letter in reading order, Chinese first in each."""
    texts = sorted(letter.texts.all(), key=lambda text: text.language != CHINESE)
    above, below = (rows_of_parts(texts, parts) for parts in (ABOVE, BELOW))
    return [*above, *rows_of_paragraphs(texts), *below]


def rows_of_parts(texts: list[LetterText], parts: tuple[str, ...]) -> list[Pair]:
    """A row for each part that a text's language prints."""
    rows = [Pair(part, 0, [Side(text, part) for text in texts if part in parts_in(text)]) for part in parts]
    return [row for row in rows if row.sides]


def parts_in(text: LetterText) -> tuple[str, ...]:
    """The parts that letters in a text's language have."""
    return language_rules(text.language).parts


def rows_of_paragraphs(texts: list[LetterText]) -> list[Pair]:
    """A row for each key; a paragraph without a twin stands where its own text has it."""
    found: dict[str, list[Side]] = {}
    order: list[str] = []
    for text in texts:
        place, met = 0, {}
        for paragraph in text.paragraphs.all():
            met[paragraph.key] = met.get(paragraph.key, 0) + 1
            key = paragraph.key if met[paragraph.key] == 1 else f"{paragraph.key}-{met[paragraph.key]}"
            if key not in found:
                order.insert(place, key)
            place = order.index(key) + 1
            found.setdefault(key, []).append(Side(text, paragraph=paragraph))
    return [Pair(key, number, found[key]) for number, key in enumerate(order, 1)]


def pair_at(letter: Letter, paragraph: LetterParagraph) -> Pair:
    """The row in which a paragraph stands."""
    return next(pair for pair in pairs_of(letter) if any(side.paragraph == paragraph for side in pair.sides))
