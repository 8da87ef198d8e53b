"""What letters call the reader's place and people, from the kind of place on record (docs/domain.md §14)."""

import re

from correspondence.languages.base.words import CaseUnknown, PlaceForms, PlaceUnknown, in_case
from crm.scripts import READ_EVERYWHERE, is_written_in


class Places:
    """A kind is one of crm's kinds of places, one of its kinds of organizations, ``country``, or ``body`` for any."""

    code = ""
    # The scripts, besides Latin, that its readers read a name in, as Unicode begins their letters' names.
    scripts: tuple[str, ...] = ()
    # The cases that names and places may be asked for in, as crm.models.common names them; none where they stay.
    cases: tuple[str, ...] = ()
    genitive = ""  # the case of "of your city" after a giver's name
    address_case = ""  # the case of a person's name, post and organization in the address block
    # What a name takes in a sentence (article, definite form, accusative): with any, a bare name is no part of one.
    name_cases: tuple[str, ...] = ()
    places: dict[str, PlaceForms] = {}
    occasions: dict[str, str] = {}
    partnership_nouns: dict[str, str] = {}
    beneficiaries: dict[str, str] = {}  # our hospitals, schools …, as they stand after "reached"
    first_mention = "{name}"  # of a place, with its "{country}" where letters say it
    where_in_city = "{city}"
    where_in_country = ""
    where_else = ""

    def can_read(self, name: str) -> bool:
        """Whether its readers can read every letter of a name."""
        return is_written_in(name, (*self.scripts, *READ_EVERYWHERE))

    def place_forms(self, kind: str, name: str = "", country: str = "") -> PlaceForms:
        """The words for a kind of place or body; raises PlaceUnknown. ``name`` and ``country`` may decide."""
        if kind not in self.places:
            raise PlaceUnknown(kind)
        return self.places[kind]

    def body_kind(self, kind: str, name: str) -> str:
        """The kind that ``places`` has words for, where a body's name tells more than its kind: a university."""
        return kind

    def named_body(self, name: str) -> str:
        """An organization's name as a sentence takes it, with its article where it has one and nobody wrote that."""
        return name

    def your_place(self, kind: str, name: str = "", country: str = "", case: str = "") -> str:
        """Your city, 贵市; raises PlaceUnknown."""
        return in_case(self.place_forms(kind, name, country).your, case).format(name=name)

    def your_people(self, kind: str, name: str = "", country: str = "", case: str = "") -> str:
        """The people of your city, 贵市人民; of a body its staff. Raises PlaceUnknown."""
        return in_case(self.place_forms(kind, name, country).people, case).format(name=name)

    def named_place(self, kind: str, name: str, country: str = "", case: str = "") -> str:
        """The place with its kind where the language says so: municipiul Călărași; ``name`` stands in the case."""
        return in_case(self.place_forms(kind, name, country).named, case).format(name=name)

    def people_of(self, kind: str, name: str, country: str = "", case: str = "") -> str:
        """The people of a place by its name: the people of Hengyang; ``name`` stands in the case that is asked for."""
        return in_case(self.place_forms(kind, name, country).people_named, case).format(name=name)

    def name_case(self, name: str, case: str, *, people: bool = False) -> str:
        """The case of a place's name beside its kind, or beside its people: the one asked for, unless it stays.

        «Мешканцям міста Полтави» has the genitive whatever the people stand in, «у місті Суми» the form of lists.
        """
        return case

    def decline(self, text: str, case: str, *, what: str, gender: str = "") -> str:
        """A name or title in a case, as proposed; raises CaseUnknown where it cannot be told.

        ``what`` is city, organization, title, family, given or middle.
        """
        if not case:
            return text
        raise CaseUnknown(f"{text} ({case})")

    def where(self, city: str) -> str:
        """Where it happened, as an adverb: in their city, or, without one, where the reader is."""
        return self.where_in_city.format(city=city) if city else self.where_else

    def initial_of(self, text: str) -> str:
        """The first letter of a text, for what is said before vowels; "" where there is none."""
        found = re.search(r"[^\W\d_]", text)
        return found[0].lower() if found else ""
