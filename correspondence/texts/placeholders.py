"""The closed list of what a letter text may say (docs/letter-texts.md)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from correspondence.texts import facts
from correspondence.texts.brief import LetterBrief, country_of, standing_noun
from correspondence.texts.naming import (
    identity_in_text,
    name_in,
    occasion_in_text,
    place_in_text,
    your_people,
    your_place,
)
from correspondence.texts.things import format_gifts
from crm.languages import CHINESE

Say = Callable[[LetterBrief, str], str]
SayInCase = Callable[[LetterBrief, str, str], str]


@dataclass(frozen=True)
class Placeholder:
    """A name in braces: what it says, a sample, and how to get its words in a language.

    ``declines`` says that it may be asked for in a case: {their_city.dative}.
    """

    explanation: str
    sample: str
    say: Say | SayInCase
    declines: bool = False

    def words(self, brief: LetterBrief, language: str, case: str = "") -> str:
        """Its words for a letter; raises LetterRefused."""
        return self.say(brief, language, case) if self.declines else self.say(brief, language)


def their(method: str) -> SayInCase:
    """The reader's city by its name, its kind or its people, as a language's method of that name says them."""
    return lambda brief, language, case: place_in_text(brief.city, language, method, case) if brief.to_city else ""


def first_mention(brief: LetterBrief, language: str) -> str:
    """Their city as it is first named: 日本国栗东市; one at home without its country."""
    if not brief.to_city:
        return ""
    country = brief.city.country
    if country == brief.office.city.country or country.filed_apart:
        return name_in(brief.city, language)
    name = (country.official_name_zh or country.name_zh) if language == CHINESE else country.name_in(language)
    return facts.rules_for(brief, language).first_mention.format(country=name, name=name_in(brief.city, language))


def our(method: str) -> SayInCase:
    """The same of our own city."""
    return lambda brief, language, case: place_in_text(brief.office.city, language, method, case)


PLACEHOLDERS: dict[str, Placeholder] = {
    "our_city": Placeholder(
        gettext_lazy("our city"), "Hengyang", lambda d, c, case: name_in(d.office.city, c, case), declines=True
    ),
    "our_place": Placeholder(gettext_lazy("our city with its kind"), "Hengyang", our("named_place"), declines=True),
    "our_people": Placeholder(gettext_lazy("our people"), "the people of Hengyang", our("people_of"), declines=True),
    "their_city": Placeholder(
        gettext_lazy("their city"),
        "Guadalajara",
        lambda d, c, case: name_in(d.city, c, case) if d.to_city else "",
        declines=True,
    ),
    "their_place": Placeholder(
        gettext_lazy("their city with its kind"), "Guadalajara", their("named_place"), declines=True
    ),
    "their_full_place": Placeholder(
        gettext_lazy("their city at its first mention, with its country where the language says it"),
        "Guadalajara",
        first_mention,
    ),
    "their_people": Placeholder(
        gettext_lazy("their people, by the city's name"), "the people of Guadalajara", their("people_of"), declines=True
    ),
    "your_place": Placeholder(gettext_lazy("their place as “yours”"), "your city", your_place, declines=True),
    "your_people": Placeholder(
        gettext_lazy("their people as “yours”; of a body, its staff"),
        "the people of your city",
        your_people,
        declines=True,
    ),
    "our_identity": Placeholder(
        gettext_lazy("who issues the letter"),
        "the Hengyang Municipal People's Government",
        lambda d, c, case: identity_in_text(d.identity, c, case),
        declines=True,
    ),
    "where": Placeholder(gettext_lazy("where it happened"), "in Guadalajara", facts.format_where),
    "occasion": Placeholder(gettext_lazy("the occasion"), "the COVID-19 pandemic", occasion_in_text),
    "gifts_received": Placeholder(
        gettext_lazy("what they gave"),
        "20 masks",
        lambda d, c: format_gifts(d.received_from_them, c, facts.quantities_of_received(d), country_of(d)),
    ),
    "gifts_received_list": Placeholder(
        gettext_lazy("what they gave, a line a gift"),
        "- February 2020: 20 masks",
        lambda d, c: facts.list_gifts(d, d.received_from_them, c),
    ),
    "gifts_of_others": Placeholder(
        gettext_lazy("what others gave"),
        "5,000 masks",
        lambda d, c: format_gifts(d.received_from_others, c, facts.quantities_of_received(d), country_of(d)),
    ),
    "givers": Placeholder(
        gettext_lazy("the others who gave"), "Kaga Co. of your city", facts.format_givers, declines=True
    ),
    "joint_givers": Placeholder(
        gettext_lazy("who gave together with them"),
        "Suwon",
        lambda d, c, case: facts.format_partners(d, d.joint_givers, c, case),
        declines=True,
    ),
    "through": Placeholder(
        gettext_lazy("through whom it came"),
        "the Red Cross",
        lambda d, c, case: facts.format_partners(d, d.carriers_of_goodwill, c, case),
        declines=True,
    ),
    "uses": Placeholder(gettext_lazy("where it went"), "our hospitals and schools", facts.format_uses),
    "received_when": Placeholder(
        gettext_lazy("when, to the month"),
        "in February 2020",
        lambda d, c: facts.format_when(
            d, [gift.in_hand_since.to_month() for gift in d.received_from_them or d.received], c
        ),
    ),
    "received_on": Placeholder(
        gettext_lazy("when, as fine as on record"),
        "on 5 February 2020",
        lambda d, c: facts.format_when(d, [gift.in_hand_since for gift in d.received_from_them or d.received], c),
    ),
    "others_on": Placeholder(
        gettext_lazy("when the others' help came"),
        "on 5 February 2020",
        lambda d, c: facts.format_when(d, [gift.in_hand_since for gift in d.received_from_others], c),
    ),
    "gifts_given": Placeholder(gettext_lazy("what we give"), "30,000 masks", facts.format_given),
    "gifts_given_list": Placeholder(
        gettext_lazy("what we give, a line a gift"),
        "- April 2020: 30,000 masks",
        lambda d, c: facts.list_gifts(d, d.given, c),
    ),
    "given_when": Placeholder(
        gettext_lazy("when what we give left us, to the month"),
        "in April 2020",
        lambda d, c: facts.format_when(d, [gift.day.to_month() for gift in d.given], c),
    ),
    "given_on": Placeholder(
        gettext_lazy("when what we give leaves or left us, as fine as on record"),
        "on 10 April 2020",
        facts.format_departure,
    ),
    "carrier": Placeholder(gettext_lazy("who carries it"), "SF International", facts.format_carriers),
    "arrival_when": Placeholder(gettext_lazy("when it is expected"), "on 12 April 2020", facts.format_arrival),
    "tie_since": Placeholder(gettext_lazy("the year of the agreement"), "1992", facts.format_partnership_since),
    "tie_noun": Placeholder(
        gettext_lazy("what the partnership is called"),
        "sister city",
        lambda d, c: facts.rules_for(d, c).partnership_nouns[standing_noun(d.standing)],
    ),
    "their_letter_when": Placeholder(
        gettext_lazy("the day of their letter"), "on 5 March 2020", facts.format_their_letter
    ),
    "letter_day": Placeholder(
        gettext_lazy("the letter's day"), "5 March 2020", lambda d, c: facts.rules_for(d, c).day(d.on)
    ),
    "needs": Placeholder(gettext_lazy("supplies we need"), "masks and goggles", facts.format_needs),
    "contact": Placeholder(gettext_lazy("our telephone and e-mail"), "+86 …", lambda d, c: d.identity.contact_in(c)),
    "facts": Placeholder(gettext_lazy("what the drafter writes by hand"), "…", lambda d, c: d.facts.get(c, "").strip()),
}
BY_HAND = "facts"  # left empty, its paragraph is still to be filled in


def split_field(field: str) -> tuple[str, str]:
    """(name, case) of what stands in braces: their_city.dative."""
    name, _dot, case = field.partition(".")
    return name, case
