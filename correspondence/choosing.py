"""What questions of letters offer: letters, identities, gifts that a letter thanks for, recipients."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from correspondence.models import Letter, LetterDirection
from correspondence.recipients import recipients_of
from correspondence.texts.giving import OF_THE_CITY
from crm.choosing.kinds import KINDS, PARTNERS, of_partner, whose
from crm.choosing.labels import joined_with, label_of_gift
from crm.choosing.records import Kind, Records
from crm.models import City, Direction, Gift, GiftPartner, GiftState, IssuingIdentity
from crm.picking import Listed, Offered
from crm.search.asking import find_among

PAGE = "letter-choices"


def label_of_letter(letter: Letter) -> str:
    """A letter with its number and day, and whom it is to or from."""
    return joined_with(letter, letter.number or letter.their_number, letter.day, letter.correspondent)


def offered_letters(asked: Mapping[str, list], on: date | None) -> QuerySet:
    """Letters of theirs, or with ?sent= ours that have gone out; of the partner asked for."""
    letters = Letter.objects.sent() if "sent" in asked else Letter.objects.filter(direction=LetterDirection.IN)
    partner = whose(asked)
    if not all(partner.values()):
        return letters.none()
    return letters.to_or_from(**partner) if partner else letters


def offered_thanks(asked: Mapping[str, list], on: date | None) -> QuerySet:
    """Gifts received of the partner asked for that it gave itself; with ?others= those that others of it gave."""
    partner = next(iter(whose(asked).values()), None)
    if partner is None:
        return Gift.objects.none()
    received = of_partner(Gift.objects.current(), asked).filter(direction=Direction.RECEIVED, state=GiftState.RECEIVED)
    own = Exists(GiftPartner.objects.filter(speaks_for(partner), gift=OuterRef("pk")))
    return received.filter(~own if "others" in asked else own)


def speaks_for(partner) -> Q:
    """True for a giver that is the partner itself; a city gives by its government, council and departments too."""
    if isinstance(partner, City):
        return Q(city__isnull=False) | Q(organization__kind__in=OF_THE_CITY)
    return Q(**{type(partner).__name__.lower(): partner})


LETTER_KINDS = {
    "identity": Kind(
        lambda asked, on: IssuingIdentity.objects.filter(**({"archived": False} if "used" in asked else {})),
        shown=("organization__names",),
        newest=("order", "pk"),
        by_name=False,
        page=PAGE,
    ),
    "letter": Kind(
        offered_letters,
        label_of_letter,
        ("person__names", "organization__names"),
        ("kind", "person", "organization"),
        find_among,
        newest=("-day", "-pk"),
        by_name=False,
        page=PAGE,
    ),
    "thanks": Kind(
        offered_thanks,
        label_of_gift,
        (*PARTNERS, "lines__item__words"),
        (),
        find_among,
        newest=("-day", "-pk"),
        by_name=False,
        page=PAGE,
    ),
}


def offered(code: str, on: date | None = None, **asked) -> Records:
    """What a kind offers, of letters or of crm, narrowed by what is asked."""
    kind = LETTER_KINDS.get(code) or KINDS[code]
    return Records(code, kind, {name: [*value] for name, value in asked.items()}, on)


def offered_recipients(partner, on: date) -> Listed:
    """Whom a letter to a partner may go to."""
    asked = {type(partner).__name__.lower(): [partner.pk]} if partner else {}
    return Listed("recipient", asked, recipients_of(partner, on) if partner else [], PAGE)


def offered_at(code: str, asked: Mapping[str, list], on: date) -> Offered | None:
    """What an address offers by its kind and what narrows it; None where there is no such kind."""
    if code == "recipient":
        return offered_recipients(next(iter(whose(asked).values()), None), on)
    return Records(code, LETTER_KINDS[code], asked, on) if code in LETTER_KINDS else None
