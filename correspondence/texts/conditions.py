"""The closed list of what a paragraph of a letter text may depend on (docs/letter-texts.md)."""

from collections.abc import Callable

from correspondence.models import LetterKind
from correspondence.texts.brief import SAD, LetterBrief
from correspondence.texts.facts import arrivals, consignments_with_carrier
from crm.models import Standing
from crm.models.gift import GiftState
from crm.models.occasion import DISASTERS


def went_to(beneficiary: str):
    """Whether received help, or some of it, went to a kind of place, on record."""
    return lambda brief: any(
        disposal.beneficiary == beneficiary for gift in brief.received for disposal in gift.disposals.all()
    )


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
    "letter_received": lambda d: bool(d.letter_received and d.letter_received.kind_id != LetterKind.NOTIFICATION),
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
    "carrier_known": lambda d: bool(consignments_with_carrier(d)),
    "arrival_known": lambda d: bool(arrivals(d)),
    "needs_named": lambda d: bool(d.needs),
    "contact_known": lambda d: all(d.identity.contact_in(language) for language in d.languages),
}


def condition_holds(condition: str, brief: LetterBrief) -> bool:
    """Whether a condition of the closed list holds, with or without ``not_`` before it; KeyError for another."""
    negated = condition.startswith("not_")
    return CONDITIONS[condition.removeprefix("not_")](brief) != negated
