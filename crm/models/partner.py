"""Partners: a city, an organization or a person, and where each stands on a day."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from crm.folding import fold
from crm.models.common import exactly_one


class Direction(models.TextChoices):
    """Seen from us."""

    GIVEN = "given", _("Given")
    RECEIVED = "received", _("Received")


OUR_MISSIONS = "missions"


def home_city(partner, on):
    """The city a partner rolls up to on a day: itself, the organization's, the post's, or none for our missions."""
    from crm.models.city import City
    from crm.models.organization import Organization

    if isinstance(partner, City):
        return partner
    if isinstance(partner, Organization):
        return None if partner.is_own_mission else partner.city
    post = partner.post_on(on)
    if post is None:
        return partner.city
    return None if post.of_own_mission else post.organization.city


def group_of(partner, on: date) -> str:
    """The group a partner rolls up to: a country's code, or our missions abroad."""
    from crm.models.city import City
    from crm.models.organization import Organization

    if isinstance(partner, City):
        return partner.country_id
    if isinstance(partner, Organization):
        return OUR_MISSIONS if partner.is_own_mission else partner.country_id
    post = partner.post_on(on)
    if post is not None:
        return OUR_MISSIONS if post.of_own_mission else post.organization.country_id
    city = home_city(partner, on)
    return city.country_id if city else partner.country_id or "ZZ"


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


def partner_named(text: str) -> Q:
    """True for rows of a PartnerRef with ``home_city`` where each word is in the partner's or its city's names."""
    whose = ("city", "organization", "person", "home_city")
    found = Q()
    for word in fold(text or "").split():
        either = Q()
        for partner in whose:
            either |= Q(**{f"{partner}__search_text__contains": word})
        found &= either
    return found


def one_partner(name: str) -> models.CheckConstraint:
    """The constraint that a PartnerRef points at exactly one partner."""
    return models.CheckConstraint(condition=exactly_one("city", "organization", "person"), name=name)
