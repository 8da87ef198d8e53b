"""The closed lists of what a letter text may ask and say: conditions and placeholders (docs/letter-texts.md)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from correspondence.drafting import CHINESE, SAD, LetterBrief, standing_noun
from correspondence.errors import LetterRefused, MissingWord
from correspondence.languages import language_rules
from correspondence.languages.base import Word
from correspondence.models import LetterKind
from crm.models import Gift, GiftLine, ItemKind, Standing
from crm.models.gift import GiftState
from crm.models.occasion import DISASTERS

LATIN = ("en", "es", "nb", "ro", "fil")


@dataclass(frozen=True)
class Placeholder:
    """A name in braces: what it says, a sample, and how to get its words in a language."""

    explanation: str
    sample: str
    say: Callable[[LetterBrief, str], str]


# Names ------------------------------------------------------------------------------------------


def name_in(record, language: str) -> str:
    """A record's name in the letter's language; Latin languages share names; raises MissingWord elsewhere."""
    candidates = (language, *LATIN) if language in LATIN else (language,)
    known = {name.language: name.text for name in record.names.all()}
    for candidate in candidates:
        if candidate in known:
            return known[candidate]
    raise missing(record, language, record.get_absolute_url() + "edit/")


def missing(record, language: str, where: str) -> MissingWord:
    """The refusal that names the record, the language and the page where the word is added."""
    return MissingWord(
        _("“%(record)s” has no name in %(language)s. Add it at %(where)s.")
        % {"record": record, "language": language_name(language), "where": where}
    )


def language_name(code: str) -> str:
    """A letter language's name in the interface language."""
    return str(dict(settings.LETTER_LANGUAGES).get(code, code))


def identity_in_text(identity, language: str) -> str:
    """The issuing identity as a sentence takes it, with its article."""
    for name in identity.organization.names.all():
        if name.language == language and name.in_letter:
            return name.in_letter
    return name_in(identity.organization, language)


def occasion_in_text(brief: LetterBrief, language: str) -> str:
    """The occasion's own name in running text, else the language's word for its kind; raises MissingWord.

    A bare name is right only where names take neither article nor case.
    """
    if brief.occasion is None:
        return ""
    rules = language_rules(language)
    name = brief.occasion.letter_name_in(language, bare=not rules.changes_names) or rules.occasions.get(
        brief.occasion.kind, ""
    )
    if not name:
        raise missing(brief.occasion, language, brief.occasion.get_absolute_url() + "edit/")
    return name


# Things -----------------------------------------------------------------------------------------


def word_of(item, language: str) -> Word:
    """An item kind's words in a language; raises MissingWord, which says which is missing and where to add it."""
    word = item.word_in(language)
    needed = language_rules(language).word_forms
    if word is None or not all(getattr(word, form) for form in needed):
        raise MissingWord(
            _("The kind of item “%(item)s” lacks its words in %(language)s. Add them at %(where)s.")
            % {"item": item, "language": language_name(language), "where": reverse("item-kind-edit", args=[item.code])}
        )
    return word


def format_line(line: GiftLine, language: str, quantities: bool = True) -> str:
    """A gift line as the language counts it; without ``quantities`` a known number is left out."""
    rules = language_rules(language)
    if line.item.is_money:
        return rules.money(line.value, line.currency, line.qualifier) if quantities else rules.money_unsaid
    word = word_of(line.item, language)
    if line.quantity is not None and not quantities:
        return rules.name_goods(word)
    return rules.count(word, line.quantity, line.qualifier, line.unit)


def format_gift(gift: Gift, language: str, quantities: bool = True) -> list[str]:
    """What a gift holds, a phrase a line; a gift without lines is a large quantity of protective supplies.

    What several gave or got without a split is told without numbers, which belong to none of them alone.
    """
    lines = list(gift.lines.all())
    quantities = quantities and len(gift.partners.all()) < 2
    if not lines:
        supplies = ItemKind.objects.prefetch_related("words").get(code="protective_supplies")
        return [language_rules(language).count(word_of(supplies, language), None)]
    return [format_line(line, language, quantities) for line in lines]


def format_gifts(gifts, language: str, quantities: bool = True) -> str:
    """Several gifts in one list; a thing said twice without numbers is said once."""
    phrases = [phrase for gift in gifts for phrase in format_gift(gift, language, quantities)]
    if not quantities:
        phrases = list(dict.fromkeys(phrases))
    return language_rules(language).join(phrases) if phrases else ""


def format_given(brief: LetterBrief, language: str) -> str:
    """What we give, always with how much; raises LetterRefused where that is not on record or of several partners."""
    for gift in brief.given:
        lines = list(gift.lines.all())
        if not lines or any(line.quantity is None and line.value is None for line in lines):
            raise LetterRefused(_("How much we give is not on record: complete “%(gift)s” first.") % {"gift": gift})
        if len(gift.partners.all()) > 1:
            raise LetterRefused(
                _("“%(gift)s” goes to several partners; record what each of them gets before a letter tells it.")
                % {"gift": gift}
            )
    return format_gifts(brief.given, language)


def list_gifts(gifts, language: str) -> str:
    """One list item a gift: when, and what."""
    rules = language_rules(language)
    rows = []
    for gift in gifts:
        things = rules.join(format_gift(gift, language))
        rows.append("- " + rules.list_item(rules.plain_date(gift.in_hand_since), things))
    return "\n".join(rows)


def format_when(times, language: str) -> str:
    """When something happened, each time once, oldest first."""
    return language_rules(language).when_several(sorted(set(times))) if times else ""


def quantities_of_received(brief: LetterBrief) -> bool:
    """A letter of thanks names exact quantities; others only where the drafter ticked it."""
    return brief.kind == "thanks" or brief.show_quantities


def format_partnership_since(brief: LetterBrief, language: str) -> str:
    """The year of the agreement."""
    since = brief.partnership.since(brief.on) if brief.partnership else None
    return language_rules(language).year(since.first) if since else ""


def arrivals(brief: LetterBrief) -> list:
    """When our gifts that are still on their way are expected, on the letter's day or later."""
    coming = [gift.expected_on for gift in brief.given if gift.expected_on and gift.state != GiftState.RECEIVED]
    return [expected for expected in coming if expected.last >= brief.on]


def format_arrival(brief: LetterBrief, language: str) -> str:
    """When our gift is expected."""
    expected = arrivals(brief)
    return language_rules(language).when_expected(max(expected)) if expected else ""


def format_needs(brief: LetterBrief, language: str) -> str:
    """The kinds of supplies we need."""
    rules = language_rules(language)
    names = [rules.name_goods(word_of(item, language)) for item in brief.needs]
    return rules.join(names) if names else ""


def format_carriers(brief: LetterBrief, language: str) -> str:
    """Who carries our gifts."""
    carriers = list(dict.fromkeys(carrier_in(gift, language) for gift in brief.given if gift.carrier))
    return language_rules(language).join(carriers) if carriers else ""


def carrier_in(gift: Gift, language: str) -> str:
    """A carrier's name: of “顺丰国际 / SF International” a Chinese text takes the first, every other the second."""
    names = [name.strip() for name in gift.carrier.split(" / ")]
    chinese = [name for name in names if any("\u4e00" <= char <= "\u9fff" for char in name)]
    latin = [name for name in names if name not in chinese]
    found = chinese or latin if language == CHINESE else latin
    if not found:
        raise MissingWord(
            _("The carrier “%(carrier)s” has no name in Latin letters. Add it at %(where)s.")
            % {"carrier": gift.carrier, "where": reverse("gift-details", args=[gift.pk])}
        )
    return found[0]


def format_where(brief: LetterBrief, language: str) -> str:
    """Where it happened, from the reader's side: in their city, in the embassy's country, or where they are."""
    rules = language_rules(language)
    return (
        rules.where_in_country
        if brief.to_embassy
        else rules.where(name_in(brief.city, language) if brief.to_city else "")
    )


def format_their_letter(brief: LetterBrief, language: str) -> str:
    """The day their letter bears."""
    letter = brief.letter_received
    return language_rules(language).when(letter.day) if letter else ""


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


# Conditions -------------------------------------------------------------------------------------


def went_to(use: str):
    """Whether received help went to a kind of place, on record."""
    return lambda brief: any(gift.use == use for gift in brief.received)


def partnership_stands(brief: LetterBrief) -> bool:
    """Whether a formal partnership stands."""
    return brief.standing in (Standing.SISTER, Standing.FRIENDLY)


def quantity_unknown(brief: LetterBrief) -> bool:
    """Whether a received gift has no quantity on record."""
    lines = [line for gift in brief.received for line in gift.lines.all()]
    bare = any(not gift.lines.all() for gift in brief.received)
    return bare or any(line.quantity is None and not line.item.is_money for line in lines)


def of_kind(*kinds):
    """Whether the occasion is one of these kinds, and may be told as having struck."""
    return lambda brief: brief.told_as_struck and brief.occasion.kind in kinds


CONDITIONS: dict[str, Callable[[LetterBrief], bool]] = {
    "received": lambda d: bool(d.received),
    "one_received": lambda d: len(d.received) == 1,
    "several_received": lambda d: len(d.received) > 1,
    "quantity_unknown": quantity_unknown,
    "in_need": lambda d: any(
        gift.occasion and gift.occasion.kind in SAD and d.struck_us(gift.occasion) for gift in d.received
    ),
    "given": lambda d: bool(d.given),
    "one_given": lambda d: len(d.given) == 1,
    "several_given": lambda d: len(d.given) > 1,
    "given_arrived": lambda d: bool(d.given) and all(gift.state == GiftState.RECEIVED for gift in d.given),
    "experience_received": lambda d: d.tells_of_experience("received"),
    "experience_given": lambda d: d.tells_of_experience("given"),
    "letter_received": lambda d: bool(d.letter_received and d.letter_received.kind != LetterKind.NOTIFICATION),
    "to_city": lambda d: d.to_city,
    "to_person": lambda d: d.person is not None,
    "mission": lambda d: d.to_own_mission,
    "embassy": lambda d: d.to_embassy,
    "sister": lambda d: d.standing == Standing.SISTER,
    "friendly": lambda d: d.standing == Standing.FRIENDLY,
    "prospective": lambda d: d.standing == Standing.PROSPECTIVE,
    "tie_since_known": lambda d: partnership_stands(d) and d.partnership.since(d.on) is not None,
    "tie_since_unknown": lambda d: partnership_stands(d) and d.partnership.since(d.on) is None,
    "occasion": lambda d: d.occasion is not None,
    "no_occasion": lambda d: d.occasion is None,
    "epidemic": of_kind("epidemic"),
    "disaster": of_kind(*DISASTERS),
    "deaths": lambda d: d.told_as_struck and d.occasion.deaths,
    "occasion_here": lambda d: bool(d.occasion and d.occasion.struck(d.office.city)),
    "went_to_hospitals": went_to("hospitals"),
    "went_to_schools": went_to("schools"),
    "went_to_communities": went_to("communities"),
    "went_to_frontline": went_to("frontline"),
    "carrier_known": lambda d: any(gift.carrier for gift in d.given),
    "arrival_known": lambda d: bool(arrivals(d)),
    "needs_named": lambda d: bool(d.needs),
    "contact_known": lambda d: all(d.identity.contact_in(language) for language in d.languages),
}


def condition_holds(condition: str, brief: LetterBrief) -> bool:
    """Whether a condition of the closed list holds, with or without ``not_`` before it; KeyError for another."""
    negated = condition.startswith("not_")
    return CONDITIONS[condition.removeprefix("not_")](brief) != negated
