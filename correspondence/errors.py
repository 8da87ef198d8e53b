"""Why a letter is refused. Each is one sentence in the user's language, with the remedy."""

from dataclasses import dataclass
from typing import Any


class LetterRefused(Exception):
    """The letter cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Lack:
    """A word that a record lacks for a letter in a language, and how it is added.

    ``what`` is name, in_letter, title, person_name, gender, form_of_address, letterhead, item_word, carrier or case;
    ``proposal`` a word that may be right, to be seen before it is kept; ``where`` the page that it is added on.
    """

    what: str
    record: Any
    language: str
    where: str
    proposal: str = ""
    case: str = ""

    @property
    def key(self) -> str:
        """What tells it from others, as a form's field is called."""
        model = self.record._meta.model_name
        return "-".join(filter(None, (self.what, model, str(self.record.pk), self.language, self.case)))


class MissingWord(LetterRefused):
    """A record lacks a word or name in the letter's language; ``lack`` says which."""

    def __init__(self, message: str, lack: Lack | None = None):
        super().__init__(message)
        self.lack = lack


class GenderMissing(MissingWord):
    """The language cannot address this person while the gender is not on record (docs/domain.md §2.1)."""


class FormMissing(MissingWord):
    """The language cannot tell how this person is addressed; a form of address is to be kept (docs/domain.md §13)."""


class WordsMissing(LetterRefused):
    """Several words are missing; the message has a line for each, ``missing`` the refusals themselves."""

    def __init__(self, missing: list[MissingWord]):
        super().__init__("\n".join(dict.fromkeys(str(error) for error in missing)))
        self.missing = missing

    @property
    def lacks(self) -> list[Lack]:
        """What is lacking, each once."""
        return list({error.lack.key: error.lack for error in self.missing if error.lack}.values())


class NothingToSay(LetterRefused):
    """The record has nothing that a letter of this kind could tell; a plain letter is offered instead."""


class OccasionDoubted(LetterRefused):
    """The occasion is over, not begun or placed elsewhere; the drafter may stand by it."""


class DraftedAlready(LetterRefused):
    """A letter that would say the same to the same partner is on record by now."""


class UnreadableText(LetterRefused):
    """A letter text is not written as docs/letter-texts.md says, or a shipped file of words cannot be read."""


class PageRefused(LetterRefused):
    """The page cannot be printed as it should be: a missing glyph (``character``), a foreign font, a forbidden file."""

    def __init__(self, message: str, character: str = ""):
        super().__init__(message)
        self.character = character


class PaperLost(PageRefused):
    """What was issued or kept is not on disk, or no longer what it was."""
