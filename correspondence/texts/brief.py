"""What a letter is asked to say: a LetterBrief, the facts it is composed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from correspondence.models import Letter, LetterKind
from correspondence.texts.giving import OF_THE_CITY, Giving
from crm.languages import CHINESE
from crm.models import (
    City,
    Gift,
    IssuingIdentity,
    LedgerEntry,
    Office,
    Organization,
    OrganizationKind,
    Person,
    Post,
    Standing,
)
from crm.models.ledger import CourtesyKind
from crm.models.occasion import DISASTERS, OccasionKind
from crm.models.partner import OUR_MISSIONS, Placement, place

SAD = (OccasionKind.EPIDEMIC, *DISASTERS)
# How long after its beginning an occasion without an end on record is still news, and still a reason for help.
NEWS_FOR, HELP_FOR = timedelta(days=183), timedelta(days=730)

NAME_RECEIVED = (LetterKind.THANKS, LetterKind.RECIPROCAL_SUPPORT)


def country_of(whom) -> str:
    """The code of the country whose usage a letter's recipient is written to in; "" where none is on record."""
    if whom.addressed_organization:
        return whom.addressed_organization.country_id
    lives_in = (whom.person and whom.person.country_id) or (whom.city and whom.city.country_id)
    return lives_in or ""


def goes_on(occasion, on: date, how_long: timedelta) -> bool:
    """Whether an occasion is not over on a day, nor began longer ago than it stays of interest."""
    return not occasion.has_ended(on) and on - occasion.start.last <= how_long


def is_sad_news(occasion, on: date) -> bool:
    """Whether an occasion is one to condole on, has begun by a day and is still news then."""
    return occasion.kind in SAD and occasion.has_begun(on) and goes_on(occasion, on, NEWS_FOR)


@dataclass(frozen=True)
class LetterBrief(Giving):
    """The facts a letter is composed from. The correspondent is ``person`` (with ``post``) or ``organization``."""

    kind: str
    language: str
    on: date
    identity: IssuingIdentity
    office: Office
    person: Person | None = None
    post: Post | None = None
    organization: Organization | None = None
    city: City | None = None
    occasion: object = None
    received: tuple[Gift, ...] = ()
    given: tuple[Gift, ...] = ()
    needs: tuple = ()
    show_quantities: bool = False
    courtesies: tuple[LedgerEntry, ...] = ()  # experience and services, either way
    letter_received: Letter | None = None
    signatory: Post | None = None
    facts: Mapping[str, str] = field(default_factory=dict)  # the drafter's own words, by language
    commitments: frozenset[str] = frozenset()
    more_wait: bool = False  # more gifts of theirs wait for thanks than a letter names by itself

    @property
    def addressed_organization(self) -> Organization | None:
        """The organization written to, or that of the post."""
        return self.post.organization if self.post else self.organization

    @property
    def one_signs(self) -> bool:
        """Whether a person signs it by name."""
        return self.signatory is not None

    @property
    def correspondent(self) -> Person | Organization:
        """The person or organization written to."""
        return self.person or self.organization

    @cached_property
    def placement(self) -> Placement:
        """Where the recipient stands on the letter's day."""
        return place(self.post or self.correspondent, self.on)

    @property
    def to_own_mission(self) -> bool:
        """Whether it goes to our own service abroad."""
        return self.placement.group == OUR_MISSIONS

    def struck_them(self, occasion) -> bool:
        """Whether an occasion struck the recipient's city or country, or is on record as having struck nobody yet."""
        if not occasion.is_placed:
            return True
        return occasion.struck(self.city) if self.to_city else occasion.struck_country(self.placement.country)

    def struck_us(self, occasion) -> bool:
        """The same of our own city."""
        return not occasion.is_placed or occasion.struck(self.office.city)

    def fits(self, occasion) -> bool:
        """Whether a letter of this kind is proposed to speak of an occasion: one that has begun, is not over and is
        news of those it speaks of; thanks look back.
        """
        if not occasion.has_begun(self.on):
            return False
        if self.kind == LetterKind.CONDOLENCE:
            return is_sad_news(occasion, self.on) and self.struck_them(occasion)
        if self.kind == LetterKind.NOTIFICATION:
            return self.struck_us(occasion) and goes_on(occasion, self.on, NEWS_FOR)
        return self.kind != LetterKind.RECIPROCAL_SUPPORT or goes_on(occasion, self.on, HELP_FOR)

    @cached_property
    def told_as_struck(self) -> bool:
        """Whether the letter may speak of the occasion as having struck the side it speaks of.

        Thanks and notifications speak of us, support of them; a condolence takes the drafter's word.
        """
        if self.occasion is None or self.kind == LetterKind.CONDOLENCE:
            return self.occasion is not None
        ours = self.kind in (LetterKind.THANKS, LetterKind.NOTIFICATION)
        return self.struck_us(self.occasion) if ours else self.struck_them(self.occasion)

    @cached_property
    def has_condoled(self) -> bool:
        """Whether a letter of condolence of ours to them, for this occasion, has gone out."""
        letters = Letter.objects.sent().filter(kind=LetterKind.CONDOLENCE, occasion=self.occasion)
        return self.occasion is not None and letters.filter(city=self.city, group=self.placement.group).exists()

    @property
    def to_embassy(self) -> bool:
        """Whether it goes to another country's embassy or consulate, or to one of its officers."""
        organization = self.addressed_organization
        return organization is not None and organization.kind == OrganizationKind.EMBASSY

    @property
    def to_city(self) -> bool:
        """Whether the recipient is the city itself: its government, council or one of their office-holders."""
        organization = self.addressed_organization
        return bool(self.city and organization is not None and organization.kind in OF_THE_CITY)

    @property
    def speaks_for_city(self) -> bool:
        """Whether it is our city's government or its head that speaks: others speak for themselves alone."""
        return self.identity.organization.kind == OrganizationKind.CITY_GOVERNMENT

    def tells_of_experience(self, direction: str) -> bool:
        """Whether it speaks of experience they shared (received) or we shared (given)."""
        return any(entry.kind == CourtesyKind.EXPERIENCE and entry.direction == direction for entry in self.courtesies)

    @property
    def languages(self) -> tuple[str, ...]:
        """Chinese first, then the recipient's; Chinese alone where they read it."""
        return (CHINESE,) if self.language == CHINESE else (CHINESE, self.language)

    @cached_property
    def partnership(self):
        """Our partnership with the recipient's city, or None; only where the city itself is written to."""
        return self.city.partnership_with(self.office.city) if self.to_city else None

    @cached_property
    def standing(self) -> str:
        """The partnership's standing on the letter's day, or ""."""
        return str(self.partnership.standing(self.on).value) if self.partnership else ""


def standing_noun(standing: str) -> str:
    """The partnership noun a letter may use: the formal one only while the partnership stands."""
    return standing if standing in (Standing.SISTER, Standing.FRIENDLY) else "prospective"
