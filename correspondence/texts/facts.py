"""When, by whom, for whom and where: the facts of a letter's gifts and occasion, in its language."""

import re

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import Lack, LetterRefused, MissingWord
from correspondence.languages import language_rules
from correspondence.languages.base import Language
from correspondence.models import LetterKind
from correspondence.texts.brief import LetterBrief, country_of
from correspondence.texts.naming import name_in, partner_in_text
from correspondence.texts.things import amounts_of, format_gifts, word_of
from crm.languages import CHINESE
from crm.models import City, Consignment, Organization, Qualifier
from crm.models.gift import GiftState


def rules_for(brief: LetterBrief, language: str) -> Language:
    """A letter language as the reader's country writes it."""
    return language_rules(language, country_of(brief))


def format_given(brief: LetterBrief, language: str) -> str:
    """What we give, always with how much, or as some; raises LetterRefused where a number is owed or not of one."""
    for gift in brief.given:
        told = amounts_of([gift]) if gift.lines.all() else []
        if not told or any(not amount.is_known and amount.qualifier != Qualifier.SOME for amount in told):
            raise LetterRefused(_("How much we give is not on record: complete “%(gift)s” first.") % {"gift": gift})
        if len(gift.partners.all()) > 1:
            raise LetterRefused(
                _("“%(gift)s” goes to several partners; record what each of them gets before a letter tells it.")
                % {"gift": gift}
            )
    return format_gifts(brief.given, language, country=country_of(brief))


def list_gifts(brief: LetterBrief, gifts, language: str) -> str:
    """One list item a gift: when, and what; with whom together, where others gave it too."""
    country, rows = country_of(brief), []
    rules = language_rules(language, country)
    for gift in gifts:
        things = format_gifts([gift], language, country=country)
        case, givers = rules.together_case, brief.other_givers(gift) if brief.is_own(gift) else ()
        others = [partner_in_text(other, language, case) for other in givers]
        if others and gift.direction == "received":
            things = rules.together.format(things=things, others=rules.join(others))
        rows.append("- " + rules.list_item(rules.plain_date(gift.in_hand_since), things))
    return "\n".join(rows)


def format_when(brief: LetterBrief, times, language: str) -> str:
    """When something happened, each time once, oldest first, the vaguer left out where a finer one tells it."""
    return rules_for(brief, language).when_several(list(times)) if times else ""


def quantities_of_received(brief: LetterBrief) -> bool:
    """A letter of thanks names exact quantities; others only where the drafter ticked it."""
    return brief.kind == LetterKind.THANKS or brief.show_quantities


# Givers -----------------------------------------------------------------------------------------


def format_givers(brief: LetterBrief, language: str, case: str = "") -> str:
    """Who else gave, each once: "Kaga Co. of your city", our ambassador by name, another city by its own."""
    rules = rules_for(brief, language)
    givers = dict.fromkeys(giver for gift in brief.received_from_others for giver in brief.other_givers(gift))
    if rules.place_said_once and givers and all(is_of_readers_city(brief, giver) for giver in givers):
        return placed(brief, format_partners(brief, givers, language, case), language)
    return rules.join([giver_in_text(brief, giver, language, case) for giver in givers]) if givers else ""


def giver_in_text(brief: LetterBrief, giver, language: str, case: str = "") -> str:
    """A giver as the sentence names it; one in the reader's city as "… of your city"."""
    name = partner_in_text(giver, language, case)
    return placed(brief, name, language) if is_of_readers_city(brief, giver) else name


def is_of_readers_city(brief: LetterBrief, giver) -> bool:
    """Whether a giver stands or lives in the city that is written to."""
    city = giver.city if isinstance(giver, Organization) else None if isinstance(giver, City) else home_of(giver, brief)
    return bool(brief.to_city and city == brief.city)


def placed(brief: LetterBrief, givers: str, language: str) -> str:
    """Givers of the reader's city with where they are: "Kaga Co. of your city"."""
    rules, city = rules_for(brief, language), brief.city
    your = rules.your_place(city.place_kind, name_in(city, language), city.country_id, rules.genitive)
    return rules.from_place.format(giver=givers, place=your)


def home_of(person, brief: LetterBrief) -> City | None:
    """The city in which a person is in office or lives on the letter's day."""
    post = person.post_on(brief.on)
    return post.organization.city if post else person.city


def format_partners(brief: LetterBrief, partners, language: str, case: str = "") -> str:
    """Partners by name, as one list."""
    names = [partner_in_text(partner, language, case) for partner in partners]
    return rules_for(brief, language).join(names) if names else ""


def used_for(brief: LetterBrief) -> list[str]:
    """The kinds of places that the help received went to, each once, in the list's order."""
    told = [disposal.beneficiary for gift in brief.received for disposal in gift.disposals.all()]
    return [kind for kind in ("hospitals", "frontline", "schools", "communities") if kind in told]


def format_uses(brief: LetterBrief, language: str) -> str:
    """Where the help went, as one list: our hospitals, schools and neighbourhoods."""
    rules = rules_for(brief, language)
    places = [rules.beneficiaries[kind] for kind in used_for(brief) if kind in rules.beneficiaries]
    return rules.join(places) if places else ""


# The partnership, our gift on its way -----------------------------------------------------------


def format_partnership_since(brief: LetterBrief, language: str) -> str:
    """The year of the agreement."""
    since = brief.partnership.since(brief.on) if brief.partnership else None
    return rules_for(brief, language).year(since.first) if since else ""


def arrivals(brief: LetterBrief) -> list:
    """When our consignments that are still on their way are expected, on the letter's day or later."""
    under_way = [gift for gift in brief.given if gift.state != GiftState.RECEIVED]
    coming = [row.expected for gift in under_way for row in gift.consignments.all() if not row.arrived]
    return [expected for expected in coming if expected and expected.last >= brief.on]


def format_arrival(brief: LetterBrief, language: str) -> str:
    """When our gift is expected."""
    expected = arrivals(brief)
    return rules_for(brief, language).when_expected(max(expected, key=lambda time: time.last)) if expected else ""


def format_departure(brief: LetterBrief, language: str) -> str:
    """When our gift leaves, as fine as on record."""
    return format_when(brief, [gift.day for gift in brief.given], language)


def format_needs(brief: LetterBrief, language: str) -> str:
    """The kinds of supplies we need."""
    rules = rules_for(brief, language)
    names = [rules.name_goods(word_of(item, language)) for item in brief.needs]
    return rules.join(names) if names else ""


def consignments_with_carrier(brief: LetterBrief) -> list[Consignment]:
    """The consignments of our gifts whose carrier is on record."""
    return [row for gift in brief.given for row in gift.consignments.all() if row.carrier]


def format_carriers(brief: LetterBrief, language: str) -> str:
    """Who carries our gifts, each once."""
    carriers = list(dict.fromkeys(carrier_in(row, language) for row in consignments_with_carrier(brief)))
    return rules_for(brief, language).join(carriers) if carriers else ""


def carrier_in(consignment: Consignment, language: str) -> str:
    """A carrier's name: of “顺丰国际 / SF International” a Chinese text takes the first, every other the second."""
    names = [name.strip() for name in consignment.carrier.split(" / ")]
    chinese = [name for name in names if re.search("[\u4e00-\u9fff]", name)]
    latin = [name for name in names if name not in chinese]
    found = chinese or latin if language == CHINESE else latin
    if not found:
        where = reverse("gift-details", args=[consignment.gift_id])
        raise MissingWord(
            _("The carrier “%(carrier)s” has no name in Latin letters. Add it at %(where)s.")
            % {"carrier": consignment.carrier, "where": where},
            Lack("carrier", consignment, language, where),
        )
    return found[0]


# Where, and their letter ------------------------------------------------------------------------


def format_where(brief: LetterBrief, language: str) -> str:
    """Where it happened, from the reader's side: in their city, in the embassy's country, or where they are."""
    rules = rules_for(brief, language)
    if brief.to_embassy:
        return rules.where_in_country
    case = "locative" if "locative" in rules.cases else ""
    return rules.where(name_in(brief.city, language, case) if brief.city and not brief.to_own_mission else "")


def format_their_letter(brief: LetterBrief, language: str) -> str:
    """The day their letter bears."""
    letter = brief.letter_received
    return rules_for(brief, language).when(letter.day) if letter else ""


def given_in_state(brief: LetterBrief, *states: str) -> bool:
    """Whether all that we give is in one of some states."""
    return bool(brief.given) and all(gift.state in states for gift in brief.given)
