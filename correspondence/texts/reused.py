"""套用旧函: what somebody wrote by hand in an earlier letter goes into a new one; what speaks of the old is marked."""

import re
from dataclasses import dataclass, replace

from correspondence.models import Letter, LetterParagraph, LetterText
from correspondence.texts.composing import ComposedLetter, Paragraph
from correspondence.texts.placeholders import BY_HAND

NUMBERS = re.compile(r"\d[\d.,/\-]*\d|\d")
SHORTEST = 2  # letters of a name that is looked for


@dataclass(frozen=True)
class Reused:
    """The paragraphs written by hand in an earlier letter, by language: those filled in, and those changed."""

    letter: Letter
    paragraphs: dict[str, list[LetterParagraph]]

    def put_into(self, words: ComposedLetter) -> ComposedLetter:
        """The composed words with the earlier paragraphs: each in the place of its key, else before the last."""
        known = [paragraph.key for paragraph in words.paragraphs]
        fitting = {row.key: row for row in self.paragraphs.get(words.language, ()) if row.key in known}
        others = [row for row in self.paragraphs.get(words.language, ()) if row.key not in known]
        paragraphs = [
            replace(p, body=fitting[p.key].body, to_fill=False, by_hand=True) if p.key in fitting else p
            for p in words.paragraphs
        ]
        added = [Paragraph(row.key, row.body, by_hand=True) for row in others]
        return replace(words, paragraphs=(*paragraphs[:-1], *added, *paragraphs[-1:]))


def reuse(letter: Letter) -> Reused:
    """Return what the drafter of an earlier letter wrote by hand, in both languages."""
    texts = letter.texts.prefetch_related("paragraphs")
    return Reused(letter, {text.language: [p for p in text.paragraphs.all() if is_by_hand(p)] for text in texts})


def is_by_hand(paragraph: LetterParagraph) -> bool:
    """Whether a paragraph's words are its drafter's own; of letters from before that was kept, all are taken."""
    own = BY_HAND in paragraph.facts or paragraph.body != paragraph.composed
    return own and bool(paragraph.body.strip())


def mark_leftovers(letter: Letter, reused: Reused) -> None:
    """Keep with each reused paragraph the names, numbers and days of the earlier letter that still stand in it."""
    for text in letter.texts.all():
        bodies = {row.body for row in reused.paragraphs.get(text.language, ())}
        names = names_of(reused.letter, text.language) - names_of(letter, text.language)
        for paragraph in text.paragraphs.all():
            if paragraph.body in bodies:
                paragraph.leftovers = leftovers_in(paragraph.body, names)
                paragraph.save(update_fields=["leftovers"])


def leftovers_in(body: str, names: set[str]) -> list[str]:
    """The names, longest first, and the numbers that stand in some words."""
    found = [name for name in sorted(names, key=len, reverse=True) if name in body]
    return list(dict.fromkeys([*found, *NUMBERS.findall(body)]))


def names_of(letter: Letter, language: str) -> set[str]:
    """What a letter's recipient, city, organization, post and occasion are called in a language."""
    organization = letter.post.organization if letter.post else letter.organization
    named = [record.name_in(language) for record in (letter.city, organization, letter.occasion) if record]
    if letter.post:
        named.append(letter.post.title_in(language))
    if letter.person and (name := letter.person.name_for(language)):
        named += [name.full, name.family, name.given]
    return {name for name in named if len(name) >= SHORTEST}


def open_leftovers(letter: Letter) -> list[tuple[LetterText, LetterParagraph, str]]:
    """Return what still stands in the words of a letter that it was taken from, and that nobody has cleared."""
    return [
        (text, paragraph, words)
        for text in letter.texts.all()
        for paragraph in text.paragraphs.all()
        for words in paragraph.leftovers
        if words in paragraph.body
    ]
