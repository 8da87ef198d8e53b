"""Why a letter is refused. Each is one sentence in the user's language, with the remedy."""


class LetterRefused(Exception):
    """The letter cannot be written; the message says why and what to do."""


class MissingWord(LetterRefused):
    """A record lacks a word or name in the letter's language."""


class GenderMissing(LetterRefused):
    """The language cannot address this person while the gender is not on record (docs/domain.md §2.1)."""


class UnreadableText(LetterRefused):
    """A letter text is not written as docs/letter-texts.md says, or a shipped file of words cannot be read."""


class PageRefused(LetterRefused):
    """The page cannot be printed as it should be: a missing glyph, a foreign font, a forbidden file."""


class PaperLost(PageRefused):
    """What was issued or kept is not on disk, or no longer what it was."""
