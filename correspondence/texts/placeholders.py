"""The closed list of what a letter text may say (docs/letter-texts.md)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from correspondence.languages import language_rules
from correspondence.texts.brief import LetterBrief, standing_noun
from correspondence.texts.facts import (
    format_arrival,
    format_carriers,
    format_gifts,
    format_given,
    format_needs,
    format_partnership_since,
    format_their_letter,
    format_when,
    format_where,
    list_gifts,
    quantities_of_received,
)
from correspondence.texts.naming import identity_in_text, name_in, occasion_in_text


@dataclass(frozen=True)
class Placeholder:
    """A name in braces: what it says, a sample, and how to get its words in a language."""

    explanation: str
    sample: str
    say: Callable[[LetterBrief, str], str]


PLACEHOLDERS: dict[str, Placeholder] = {
    "our_city": Placeholder(gettext_lazy("our city"), "Hengyang", lambda d, c: name_in(d.office.city, c)),
    "their_city": Placeholder(
        gettext_lazy("their city"), "Guadalajara", lambda d, c: name_in(d.city, c) if d.to_city else ""
    ),
    "our_identity": Placeholder(
        gettext_lazy("who issues the letter"),
        "the Hengyang Municipal People's Government",
        lambda d, c: identity_in_text(d.identity, c),
    ),
    "where": Placeholder(gettext_lazy("where it happened"), "in Guadalajara", format_where),
    "occasion": Placeholder(gettext_lazy("the occasion"), "the COVID-19 epidemic", occasion_in_text),
    "gifts_received": Placeholder(
        gettext_lazy("what they gave"), "20 masks", lambda d, c: format_gifts(d.received, c, quantities_of_received(d))
    ),
    "gifts_received_list": Placeholder(
        gettext_lazy("what they gave, a line a gift"),
        "- February 2020: 20 masks",
        lambda d, c: list_gifts(d.received, c),
    ),
    "received_when": Placeholder(
        gettext_lazy("when, to the month"),
        "in February 2020",
        lambda d, c: format_when([gift.in_hand_since.to_month() for gift in d.received], c),
    ),
    "received_on": Placeholder(
        gettext_lazy("when, as fine as on record"),
        "on 5 February 2020",
        lambda d, c: format_when([gift.in_hand_since for gift in d.received], c),
    ),
    "gifts_given": Placeholder(gettext_lazy("what we give"), "30,000 masks", format_given),
    "gifts_given_list": Placeholder(
        gettext_lazy("what we give, a line a gift"), "- April 2020: 30,000 masks", lambda d, c: list_gifts(d.given, c)
    ),
    "given_when": Placeholder(
        gettext_lazy("when what we give left us, to the month"),
        "in April 2020",
        lambda d, c: format_when([gift.day.to_month() for gift in d.given], c),
    ),
    "carrier": Placeholder(gettext_lazy("who carries it"), "SF International", format_carriers),
    "arrival_when": Placeholder(gettext_lazy("when it is expected"), "on 12 April 2020", format_arrival),
    "tie_since": Placeholder(gettext_lazy("the year of the agreement"), "1992", format_partnership_since),
    "tie_noun": Placeholder(
        gettext_lazy("what the partnership is called"),
        "sister city",
        lambda d, c: language_rules(c).partnership_nouns[standing_noun(d.standing)],
    ),
    "their_letter_when": Placeholder(gettext_lazy("the day of their letter"), "on 5 March 2020", format_their_letter),
    "letter_day": Placeholder(
        gettext_lazy("the letter's day"), "5 March 2020", lambda d, c: language_rules(c).day(d.on)
    ),
    "needs": Placeholder(gettext_lazy("supplies we need"), "masks and goggles", format_needs),
    "contact": Placeholder(gettext_lazy("our telephone and e-mail"), "+86 …", lambda d, c: d.identity.contact_in(c)),
}
