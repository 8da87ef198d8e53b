"""What was given and when, in a letter's language."""

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused, MissingWord
from correspondence.languages import language_rules
from correspondence.languages.base import Word
from correspondence.models import LetterKind
from correspondence.texts.brief import LetterBrief
from correspondence.texts.naming import name_in
from crm.languages import CHINESE, language_name
from crm.models import Consignment, Gift, GiftLine, ItemKind
from crm.models.gift import GiftState


def word_of(item, language: str) -> Word:
    """An item kind's words in a language; raises MissingWord, which says which is missing and where to add it."""
    word = item.word_in(language)
    if word is None or word.missing_forms():
        raise MissingWord(
            _("The kind of item “%(item)s” lacks its words in %(language)s. Add them at %(where)s.")
            % {"item": item, "language": language_name(language), "where": reverse("item-kind-edit", args=[item.code])}
        )
    return Word(bulk=word.bulk, **word.forms)


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
    return brief.kind == LetterKind.THANKS or brief.show_quantities


def format_partnership_since(brief: LetterBrief, language: str) -> str:
    """The year of the agreement."""
    since = brief.partnership.since(brief.on) if brief.partnership else None
    return language_rules(language).year(since.first) if since else ""


def arrivals(brief: LetterBrief) -> list:
    """When our consignments that are still on their way are expected, on the letter's day or later."""
    under_way = [gift for gift in brief.given if gift.state != GiftState.RECEIVED]
    coming = [row.expected for gift in under_way for row in gift.consignments.all() if not row.arrived]
    return [expected for expected in coming if expected and expected.last >= brief.on]


def format_arrival(brief: LetterBrief, language: str) -> str:
    """When our gift is expected."""
    expected = arrivals(brief)
    return language_rules(language).when_expected(max(expected)) if expected else ""


def format_needs(brief: LetterBrief, language: str) -> str:
    """The kinds of supplies we need."""
    rules = language_rules(language)
    names = [rules.name_goods(word_of(item, language)) for item in brief.needs]
    return rules.join(names) if names else ""


def consignments_with_carrier(brief: LetterBrief) -> list[Consignment]:
    """The consignments of our gifts whose carrier is on record."""
    return [row for gift in brief.given for row in gift.consignments.all() if row.carrier]


def format_carriers(brief: LetterBrief, language: str) -> str:
    """Who carries our gifts, each once."""
    carriers = list(dict.fromkeys(carrier_in(row, language) for row in consignments_with_carrier(brief)))
    return language_rules(language).join(carriers) if carriers else ""


def carrier_in(consignment: Consignment, language: str) -> str:
    """A carrier's name: of “顺丰国际 / SF International” a Chinese text takes the first, every other the second."""
    names = [name.strip() for name in consignment.carrier.split(" / ")]
    chinese = [name for name in names if any("\u4e00" <= char <= "\u9fff" for char in name)]
    latin = [name for name in names if name not in chinese]
    found = chinese or latin if language == CHINESE else latin
    if not found:
        raise MissingWord(
            _("The carrier “%(carrier)s” has no name in Latin letters. Add it at %(where)s.")
            % {"carrier": consignment.carrier, "where": reverse("gift-details", args=[consignment.gift_id])}
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
