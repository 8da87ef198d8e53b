"""Partners: a city, an organization or a person, and where each stands on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from django.db import models
from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from crm.languages import CHINESE
from crm.models.city import City
from crm.models.common import exactly_one
from crm.models.country import Country, official_language
from crm.models.organization import Organization, OrganizationKind
from crm.models.person import Person
from crm.models.post import Post
from crm.models.search_entry import keys_named
from crm.tokens import runs_of

OUR_MISSIONS, NOWHERE = "missions", "ZZ"


class Direction(models.TextChoices):
    """Seen from us."""

    GIVEN = "given", _("Given")
    RECEIVED = "received", _("Received")


# Where a partner stands -------------------------------------------------------------------------


@dataclass(frozen=True)
class Placement:
    """Where a partner stands on a day.

    ``group`` is a country's code, OUR_MISSIONS (our own service abroad stands in no country's total) or NOWHERE;
    ``language`` is the code of the language letters to the partner are written in.
    """

    city: City | None
    country: Country | None
    group: str
    language: str


def place(partner, on: date) -> Placement:
    """Return where a city, organization, person or post stands on a day.

    A person stands where the post of highest precedence held on the day is, else where he or she lives. Our own
    missions stand in no city and read Chinese. What was merged into another stands where that one does.
    """
    partner = partner if isinstance(partner, Post) else partner.current
    if isinstance(partner, City):
        return Placement(partner, partner.country, partner.country_id, partner.language)
    if isinstance(partner, Organization):
        return place_at(partner)
    post = partner if isinstance(partner, Post) else partner.post_on(on)
    if post:
        return place_at(post.organization, post.person.letter_language)
    country = partner.country or (partner.city and partner.city.country)
    home = partner.city or country
    language = partner.letter_language or (home.language if home else "en")
    return Placement(partner.city, country, country.pk if country else NOWHERE, language)


def place_at(organization: Organization, own_language: str = "") -> Placement:
    """Return where an organization stands, or somebody in office there who reads ``own_language``."""
    if organization.is_own_mission:
        return Placement(None, organization.country, OUR_MISSIONS, CHINESE)
    language = own_language or organization.language
    return Placement(organization.city, organization.country, organization.country_id, language)


def with_place(partners: models.QuerySet, on: date) -> models.QuerySet:
    """Annotate cities, organizations or people with where they stand on a day, as ``place`` says.

    The columns are place_city, place_country (keys), place_group and place_language.
    """
    if partners.model is City:
        columns = {"city": F("pk"), "country": F("country"), "group": F("country"), "language": language_of_city()}
    elif partners.model is Organization:
        columns = columns_at("")
    else:
        held = Post.objects.held(on).filter(person=OuterRef("pk")).order_by("precedence", "pk")
        at_post = {name: Subquery(held.values(x=column)[:1]) for name, column in columns_at("organization__").items()}
        partners = partners.annotate(post_held=Subquery(held.values("pk")[:1]))
        columns = {name: person_column(name, at_post[name], home) for name, home in columns_at_home().items()}
    return partners.annotate(**{f"place_{name}": column for name, column in columns.items()})


def columns_at(path: str) -> dict:
    """Return the columns of ``place_at`` for the organization at the end of a path of relations."""
    mission = Q(**{f"{path}kind": OrganizationKind.OWN_MISSION})
    spoken = first_filled(f"{path}letter_language", f"{path}city__letter_language", f"{path}country__letter_language")
    language = Coalesce(*spoken, official_languages(f"{path}country"))
    return {
        "city": Case(When(mission, then=None), default=F(f"{path}city")),
        "country": F(f"{path}country"),
        "group": Case(When(mission, then=Value(OUR_MISSIONS)), default=F(f"{path}country")),
        "language": Case(When(mission, then=Value(CHINESE)), default=language),
    }


def columns_at_home() -> dict:
    """Return the columns of ``place`` for people who hold no post."""
    country = Coalesce("country", "city__country")
    spoken = first_filled("city__letter_language", "city__country__letter_language")
    official = Case(
        When(city__isnull=False, then=official_languages("city__country")), default=official_languages("country")
    )
    of_country = Case(When(city__isnull=True, then=first_filled("country__letter_language")[0]))
    return {
        "city": F("city"),
        "country": country,
        "group": Coalesce(country, Value(NOWHERE)),
        "language": Coalesce(*spoken, of_country, official),
    }


def person_column(name: str, at_post, at_home):
    """Return one column of people's place: that of the post held, else of where they live."""
    column = Case(When(post_held__isnull=False, then=at_post), default=at_home)
    if name != "language":
        return column
    own = Case(When(~Q(place_group=OUR_MISSIONS), then=first_filled("letter_language")[0]))
    return Coalesce(own, column)


def language_of_city():
    """Return the column that says which language letters to a city are written in."""
    return Coalesce(*first_filled("letter_language", "country__letter_language"), official_languages("country"))


def first_filled(*fields: str) -> list:
    """Return the fields as columns whose empty text counts as nothing."""
    return [NullIf(Cast(field, CharField()), Value("")) for field in fields]


def official_languages(path: str) -> Case:
    """Return the column of a country's official letter language, else English."""
    cases = [
        When(**{f"{path}__in": codes}, then=Value(language)) for language, codes in countries_by_language().items()
    ]
    return Case(*cases, default=Value("en"))


@cache
def countries_by_language() -> dict[str, list[str]]:
    """Return the codes of all territories of CLDR by their official letter language, those in English left out."""
    found = {}
    for code in Locale("en").territories:
        if len(code) == 2 and (language := official_language(code)) != "en":
            found.setdefault(language, []).append(code)
    return found


# Rows that name partners ------------------------------------------------------------------------


class PartnerRef(models.Model):
    """Points at exactly one city, organization or person; subclasses add ``one_partner(name)`` to their constraints."""

    city = models.ForeignKey(
        "crm.City", models.PROTECT, null=True, blank=True, verbose_name=_("city"), related_name="+"
    )
    organization = models.ForeignKey(
        "crm.Organization", models.PROTECT, null=True, blank=True, verbose_name=_("organization"), related_name="+"
    )
    person = models.ForeignKey(
        "crm.Person", models.PROTECT, null=True, blank=True, verbose_name=_("person"), related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def partner(self):
        """The city, organization or person."""
        return self.city or self.organization or self.person

    @property
    def query(self) -> str:
        """How an address names the partner: city=ritto-jp, organization=…, person=12."""
        if self.person_id:
            return f"person={self.person_id}"
        return f"city={self.city.slug}" if self.city_id else f"organization={self.organization.slug}"


class PlacedPartner(PartnerRef):
    """A partner with the city and group it stood in on the day of what passed; both stay as they were then."""

    home_city = models.ForeignKey(
        "crm.City", models.PROTECT, null=True, blank=True, editable=False, related_name="%(class)ss"
    )
    group = models.CharField(max_length=8, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.partner)

    def freeze_place(self, on: date) -> None:
        """Set the city and group where the partner stands on a day."""
        placed = place(self.partner, on)
        self.home_city, self.group = placed.city, placed.group


# Rows of a PlacedPartner that name our own: a mission of ours, or somebody of ours abroad. They are owed thanks only.
OURS = Q(group=OUR_MISSIONS) | Q(person__isnull=False, person__ours_abroad=True)


class PartnersQuerySet(models.QuerySet):
    """What passed between us and partners: rows with ``partners``, each a PlacedPartner."""

    def with_partners(self, whose: Q):
        """Those one of whose partners is as asked; a partner is found once however often it fits."""
        rows = self.model._meta.get_field("partners").related_model.objects.filter(whose)
        owner = self.model._meta.get_field("partners").field.name
        return self.filter(pk__in=rows.values(owner))  # found at once; row by row, SQLite takes the wrong index

    def of(self, *, city=None, organization=None, person=None):
        """Those of a partner, and of what was merged into it: of a city and an organization with their people's."""
        return self.with_partners(naming(city=city, organization=organization, person=person))

    def of_partners(self, rows):
        """Those of any of the partners that rows name, each with all of the city it stood in."""
        whose = Q(pk__in=[])
        for row in rows:
            if row.home_city_id:
                whose |= Q(home_city=row.home_city_id)
            else:
                whose |= Q(organization=row.organization_id, person=row.person_id)
        return self.with_partners(whose)

    def in_group(self, group: str):
        """Those of a country (its code) or of "our missions abroad"."""
        return self.with_partners(Q(group=group))

    def with_partner(self, text: str):
        """Those of a partner whose name, or whose city's name, contains each word of ``text``."""
        return self.with_partners(partner_named(text))


def naming(*, city=None, organization=None, person=None) -> Q:
    """True for rows of a PlacedPartner that name a partner or what was merged into it, or people in office there."""
    if city:
        return Q(home_city__in=city.identities())
    if organization:
        same = organization.identities()
        in_office = Post.objects.filter(organization__in=same).values("person")
        return Q(organization__in=same) | Q(person__in=in_office)
    return Q(person__in=person.identities())


def partner_named(text: str) -> Q:
    """True for rows of a PartnerRef with ``home_city`` where each word is in the partner's or its city's names."""
    words = runs_of(text or "")
    found = Q() if words or not (text or "").strip() else Q(pk__in=[])
    for word in words:
        cities, organizations, people = (keys_named(m.indexed_as, word[0]) for m in (City, Organization, Person))
        of_city = Q(city_id__in=cities) | Q(home_city_id__in=cities)
        found &= of_city | Q(organization_id__in=organizations) | Q(person_id__in=people)
    return found


def one_partner(name: str) -> models.CheckConstraint:
    """The constraint that a PartnerRef points at exactly one partner."""
    return models.CheckConstraint(condition=exactly_one("city", "organization", "person"), name=name)
