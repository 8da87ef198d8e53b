"""The closed list of what a paragraph of a letter text may depend on (docs/letter-texts.md)."""

from collections.abc import Callable

from correspondence.models import Commitment, LetterKind
from correspondence.models.dispatch import Means
from correspondence.texts.brief import SAD, LetterBrief
from correspondence.texts.facts import arrivals, consignments_with_carrier, given_in_state, used_for
from correspondence.texts.things import amounts_of
from crm.models import OrganizationKind, Standing
from crm.models.gift import GiftState
from crm.models.occasion import DISASTERS
from crm.place_kinds import PlaceKind

GOOD_WISHES = (LetterKind.CONGRATULATION, LetterKind.GREETING)


def went_to(beneficiary: str):
    """Whether received help, or some of it, went to a kind of place, on record."""
    return lambda brief: beneficiary in used_for(brief)


def partnership_stands(brief: LetterBrief) -> bool:
    """Whether a formal partnership stands."""
    return brief.standing in (Standing.SISTER, Standing.FRIENDLY)


def of_kind(*kinds):
    """Whether the occasion is one of these kinds, and may be told as having struck."""
    return lambda brief: brief.told_as_struck and brief.occasion.kind in kinds


def wrote(*kinds):
    """Whether a letter of theirs of one of these kinds is answered or thanked for."""
    return lambda brief: bool(brief.letter_received and brief.letter_received.kind_id in kinds)


def wrote_otherwise(brief: LetterBrief) -> bool:
    """Whether a letter of theirs is answered that neither condoles nor wishes well."""
    return wrote_to_us(brief) and not wrote(LetterKind.CONDOLENCE, *GOOD_WISHES)(brief)


# What is larger than a city, so that two cities' words for their tie are wrong of it.
REGIONS = (
    *(PlaceKind.COUNTY, PlaceKind.PREFECTURE, PlaceKind.PROVINCE),
    *(PlaceKind.STATE, PlaceKind.REGION, PlaceKind.DEPARTMENT),
)


def wrote_to_us(brief: LetterBrief) -> bool:
    """Whether a letter of theirs is answered, and is no mere notification."""
    return bool(brief.letter_received and brief.letter_received.kind_id != LetterKind.NOTIFICATION)


def struck_there(brief: LetterBrief) -> bool:
    """Whether the occasion is on record as having struck the reader's city itself, and not only its country."""
    return bool(
        brief.occasion
        and brief.to_city
        and (brief.city in brief.occasion.cities.all() or brief.occasion.happened_in(brief.city))
    )


def has_deaths(brief: LetterBrief) -> bool:
    """Whether the occasion may be told as having struck, and has cost lives."""
    return brief.told_as_struck and brief.occasion.deaths


def of_body(*kinds):
    """Whether an organization of one of these kinds is written to, or somebody in office there."""
    return lambda brief: bool(brief.addressed_organization and brief.addressed_organization.kind in kinds)


CONDITIONS: dict[str, Callable[[LetterBrief], bool]] = {
    "received": lambda d: bool(d.received),
    "one_received": lambda d: len(d.received) == 1,
    "several_received": lambda d: len(d.received) > 1,
    "from_them": lambda d: bool(d.received_from_them),
    "one_from_them": lambda d: len(d.received_from_them) == 1,
    "several_from_them": lambda d: len(d.received_from_them) > 1,
    "from_person": lambda d: d.gave_personally,
    "from_others": lambda d: bool(d.received_from_others),
    "jointly": lambda d: bool(d.joint_givers),
    "came_through": lambda d: bool(d.carriers_of_goodwill),
    "quantity_unknown": lambda d: any(not amount.is_known for amount in amounts_of(d.received)),
    "money_only": lambda d: bool(d.received) and all(amount.item.is_money for amount in amounts_of(d.received)),
    "in_need": lambda d: any(
        gift.occasion and gift.occasion.kind in SAD and d.struck_us(gift.occasion) for gift in d.received
    ),
    "given": lambda d: bool(d.given),
    "one_given": lambda d: len(d.given) == 1,
    "several_given": lambda d: len(d.given) > 1,
    "given_planned": lambda d: given_in_state(d, GiftState.PLANNED, GiftState.ANNOUNCED),
    "given_under_way": lambda d: (
        bool(d.given)
        and not given_in_state(d, GiftState.PLANNED, GiftState.ANNOUNCED)
        and not given_in_state(d, GiftState.RECEIVED)
    ),
    "given_arrived": lambda d: given_in_state(d, GiftState.RECEIVED),
    "given_money_only": lambda d: bool(d.given) and all(amount.item.is_money for amount in amounts_of(d.given)),
    "experience_received": lambda d: d.tells_of_experience("received"),
    "experience_given": lambda d: d.tells_of_experience("given"),
    "letter_received": wrote_to_us,
    "letter_condolence": wrote(LetterKind.CONDOLENCE),
    "letter_congratulation": wrote(*GOOD_WISHES),
    "letter_other": wrote_otherwise,
    "by_telegram": lambda d: bool(d.letter_received and d.letter_received.means == Means.TELEGRAM),
    "to_city": lambda d: d.to_city,
    "to_region": lambda d: d.to_city and d.city.place_kind in REGIONS,
    "to_person": lambda d: d.person is not None,
    "mission": lambda d: d.to_own_mission,
    "embassy": lambda d: d.to_embassy,
    "to_company": of_body(OrganizationKind.COMPANY),
    "to_hospital": of_body(OrganizationKind.HOSPITAL),
    "to_school": of_body(OrganizationKind.SCHOOL),
    "to_association": of_body(OrganizationKind.ASSOCIATION),
    "to_body": lambda d: d.addressed_organization is not None and not d.to_city and not d.to_embassy,
    "one_signs": lambda d: d.one_signs,
    "speaks_for_city": lambda d: d.speaks_for_city,
    "sister": lambda d: d.standing == Standing.SISTER,
    "friendly": lambda d: d.standing == Standing.FRIENDLY,
    "prospective": lambda d: d.standing == Standing.PROSPECTIVE,
    "tie_since_known": lambda d: partnership_stands(d) and d.partnership.since(d.on) is not None,
    "tie_since_unknown": lambda d: partnership_stands(d) and d.partnership.since(d.on) is None,
    "occasion": lambda d: d.occasion is not None,
    "no_occasion": lambda d: d.occasion is None,
    "epidemic": of_kind("epidemic"),
    "disaster": of_kind(*DISASTERS),
    "accident": of_kind("accident"),
    "struck_there": struck_there,
    "happened_there": lambda d: bool(d.occasion and d.to_city and d.occasion.happened_in(d.city)),
    "deaths": has_deaths,
    "deaths_untold": lambda d: has_deaths(d) and not d.has_condoled,
    "injured": lambda d: d.told_as_struck and d.occasion.injured,
    "occasion_here": lambda d: bool(d.occasion and d.occasion.struck(d.office.city)),
    "used": lambda d: bool(used_for(d)),
    "one_use": lambda d: len(used_for(d)) == 1,
    "several_uses": lambda d: len(used_for(d)) > 1,
    "went_to_hospitals": went_to("hospitals"),
    "went_to_schools": went_to("schools"),
    "went_to_communities": went_to("communities"),
    "went_to_frontline": went_to("frontline"),
    "carrier_known": lambda d: bool(consignments_with_carrier(d)),
    "arrival_known": lambda d: bool(arrivals(d)),
    "needs_named": lambda d: bool(d.needs),
    "offers_help": lambda d: Commitment.OFFERS_HELP in d.commitments,
    "postpones_visits": lambda d: Commitment.POSTPONES_VISITS in d.commitments,
    "takes_measures": lambda d: Commitment.TAKES_MEASURES in d.commitments,
    "contact_known": lambda d: all(d.identity.contact_in(language) for language in d.languages),
}


def condition_holds(condition: str, brief: LetterBrief) -> bool:
    """Whether a condition of the closed list holds, with or without ``not_`` before it; KeyError for another."""
    negated = condition.startswith("not_")
    return CONDITIONS[condition.removeprefix("not_")](brief) != negated
