"""Tells all the words that a letter lacks at once, not one after the other."""

from collections.abc import Callable

from correspondence.errors import MissingWord, WordsMissing


class Gathering:
    """Runs what may lack a word and goes on, so that all that is missing is told at once."""

    def __init__(self):
        self.missing: list[MissingWord] = []

    def attempt(self, say: Callable[[], str]) -> str:
        """What ``say`` returns, or "" where a word is missing, which is noted."""
        try:
            return say()
        except WordsMissing as several:
            self.missing += several.missing
        except MissingWord as missing:
            self.missing.append(missing)
        return ""

    def settle(self) -> None:
        """Raises MissingWord for one missing word, WordsMissing for several."""
        if len({str(error) for error in self.missing}) == 1:
            raise self.missing[0]
        if self.missing:
            raise WordsMissing(self.missing)
