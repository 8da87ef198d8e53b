"""What a language's file is written with: the forms of words, of ranks and of places, and whom a letter is to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

UNKNOWN, FEMALE, MALE = "", "f", "m"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# The ranks that letters of a city always meet; a language knows their forms, and of any other rank if it likes.
MET_EVERYWHERE = ("mayor", "deputy_mayor", "council_president", "ambassador", "consul_general", "consul")
ORGANIZATION, PERSON, OFFICIAL = "organization", "person", "official"
NO_BREAK = "\u00a0"  # between a number and its noun, a day and its month


class GenderRequired(Exception):
    """The language cannot address this person without the grammatical gender (docs/domain.md §2.1)."""


class FormRequired(Exception):
    """The language cannot tell how to address the holder of a title; the message is the title, or ""."""


class PlaceUnknown(Exception):
    """The language has no words for such a place or body; the message is its kind."""


class CaseUnknown(Exception):
    """A name stands in a case whose form is not on record and that the language cannot form; the message is both."""


class Word:
    """The forms of a countable thing's word in one language, each an attribute; "" for a form that is not kept.

    ``bulk`` follows "a large quantity of", a container or a weight; ``bare`` stands alone as the
    object of "you sent us …"; ``zero one two few many other`` are the CLDR plural forms, in the case that
    follows "sent"; ``measure`` is the counter of Chinese, Japanese, Korean and Filipino, ``pair`` and ``set`` the
    counters of a pair and a set where they are not the usual ones. A language may name more, such as ``gender``.
    """

    def __init__(self, **forms: str):
        self.__dict__.update(forms)

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return ""


Agreeing = str | tuple[str, str]  # what is said to everybody, or to a man and to a woman
Cased = str | Mapping[str, str]  # what is said in every case, or by case, "" the one that a name is listed in


def agree(words: Agreeing, gender: str) -> str:
    """The words that fit a gender; of a pair none while the gender is unknown."""
    return words if isinstance(words, str) else {MALE: words[0], FEMALE: words[1]}.get(gender, "")


def in_case(words: Cased, case: str = "") -> str:
    """The words in a case; KeyError for one that they are not kept in."""
    return words if isinstance(words, str) else words[case]


@dataclass(frozen=True)
class RankForms:
    """How a language addresses one rank (docs/domain.md §2, §13); what is empty is not said, or as to any person."""

    title: Agreeing = ""  # the post, where no title is on record
    with_city: str = ""  # how an envelope without a title on record names the city: "{title} of {city}"
    called: str = ""  # what the salutation calls the holder
    also_called: tuple[str, ...] = ()  # words of a title on record that the salutation calls the holder instead
    honorific: Agreeing = ""  # before the name on the envelope
    respect: Agreeing = ""  # before what the salutation calls the holder
    salutation: str = ""  # the salutation's own frame
    closing: str = ""


@dataclass(frozen=True)
class PlaceForms:
    """What a letter calls a kind of place, or of body, and its people (docs/domain.md §14)."""

    your: Cased = ""  # your city, 贵市, 귀 시
    people: Cased = ""  # the people of your city, 贵市人民
    named: Cased = "{name}"  # the place with its kind: місто {name}, municipiul {name}
    people_named: Cased = ""  # the people of {name}, {name}人民


@dataclass(frozen=True)
class Addressee:
    """Who a letter is to, in the words of one language.

    ``role`` is a rank of crm's closed list (mayor, consul_general, official …), person or organization;
    ``title`` the post's title as on record, ``acting`` whether it is held for somebody else; ``name`` the full name
    in reading order, ``middle`` its middle part, which is a ``middle_part`` (patronymic, second_family, middle),
    ``prefix`` what stands before it (Dr, Datuk). ``city`` is the place's name, ``place_kind`` and ``country`` what and
    where it is, ``body_kind`` what the organization is. ``declined`` has name, family, given, title and organization in
    the case of the language's address block, and any other form on record by its case (given_vocative, title_genitive).
    ``condolence`` says that the letter is one, and so has no exclamation mark (docs/domain.md §3.1), ``lives_lost``
    that it mourns the dead; ``kind`` is the letter's, ``on`` its day, ``one_signs`` whether a person signs it by name.
    """

    role: str
    name: str = ""
    family: str = ""
    given: str = ""
    middle: str = ""
    middle_part: str = ""
    prefix: str = ""
    gender: str = UNKNOWN
    title: str = ""
    acting: bool = False
    organization: str = ""
    body_kind: str = ""
    city: str = ""
    place_kind: str = ""
    country: str = ""
    great_city: bool = False
    own_mission: bool = False
    condolence: bool = False
    lives_lost: bool = True
    kind: str = ""
    on: date | None = None
    one_signs: bool = True
    declined: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_organization(self) -> bool:
        """Whether no person is addressed."""
        return self.role == ORGANIZATION

    def of_record(self, **changed: Any) -> "Addressee":
        """The same with other facts, for tests and checks."""
        return Addressee(**{**self.__dict__, **changed})


@dataclass(frozen=True)
class Signatory:
    """Who signs: the issuing identity, and a person with a post where one signs by name."""

    identity: str
    name: str = ""
    family: str = ""
    given: str = ""
    title: str = ""
