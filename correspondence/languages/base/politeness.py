"""Forms of address (docs/domain.md §2, §13): every result is a proposal, shown and edited, then stored whole."""

import re

from correspondence.languages.base.words import (
    FEMALE,
    MALE,
    OFFICIAL,
    ORGANIZATION,
    PERSON,
    Addressee,
    FormRequired,
    GenderRequired,
    RankForms,
    Signatory,
)

CITIES = ("city", "municipality", "")


class Politeness:
    """A language tells ranks from titles by its own words and addresses each by its RankForms."""

    agrees_in_gender = False  # whether nobody can be addressed whose gender is unknown
    ranks: dict[str, RankForms] = {}
    # Words of titles, as regular expressions, and the rank that each tells; the first found in a title decides.
    titles: tuple[tuple[str, str], ...] = ()
    # The kinds of places whose head bears the rank's usual title where none is on record; of others none is made up.
    headed: dict[str, tuple[str, ...]] = {"mayor": CITIES, "deputy_mayor": CITIES, "council_president": CITIES}

    def forms(self, addressee: Addressee) -> RankForms:
        """The forms of the addressee's rank; empty ones for a rank that goes by the title on record."""
        return self.ranks.get(self.rank_of(addressee), RankForms())

    def rank_of(self, addressee: Addressee) -> str:
        """The rank that the recorded title tells, else the post's own; raises FormRequired.

        A title whose words the language does not know stops the proposal, and so does a post without a title that
        is none of the usual ones or whose place is none that usually has it: an invented title is worse than none.
        """
        if addressee.role in (ORGANIZATION, PERSON):
            return addressee.role
        if addressee.title and self.titles:
            found = self.rank_told(addressee.title)
            if not found:
                raise FormRequired(addressee.title)
            return found
        if not addressee.title and not self.is_usual(addressee):
            raise FormRequired("")
        return addressee.role

    def rank_told(self, title: str) -> str:
        """The rank that a title's words tell, or ""."""
        return next((rank for words, rank in self.titles if re.search(words, title, re.IGNORECASE)), "")

    def is_usual(self, addressee: Addressee) -> bool:
        """Whether a post without a title on record may be called by its rank's usual one."""
        if addressee.role == OFFICIAL:
            return False
        places = self.headed.get(addressee.role)
        return places is None or addressee.place_kind in places

    def requires_gender(self, addressee: Addressee) -> bool:
        """Whether the letter cannot be written in this language while the gender is unknown."""
        return self.agrees_in_gender and addressee.role != ORGANIZATION and addressee.gender not in (MALE, FEMALE)

    def gender(self, addressee: Addressee) -> str:
        """The gender that the forms of address agree with, or GenderRequired."""
        if self.requires_gender(addressee):
            raise GenderRequired(addressee.name)
        return addressee.gender

    def salutation(self, addressee: Addressee) -> str:
        """The opening line with its punctuation; empty where the language has none."""
        raise NotImplementedError

    def envelope(self, addressee: Addressee) -> list[str]:
        """The addressee block's lines before the postal address."""
        raise NotImplementedError

    def closing(self, addressee: Addressee) -> str:
        """The closing formula with its punctuation; a line break where the language breaks it."""
        raise NotImplementedError

    def signature(self, signatory: Signatory) -> list[str]:
        """The lines under the room for the signature."""
        lines = [signatory.name, signatory.title] if signatory.name else []
        return [*lines, signatory.identity]
