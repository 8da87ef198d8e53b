"""Partnerships between two cities and their dated steps; standing is computed for a day."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from crm.dates import SINCE_HISTORY, PartialDate
from crm.fields import PartialDateField
from crm.models.common import Keyed
from crm.models.office import Office


class PartnershipKind(models.TextChoices):
    """What a partnership is or aims at."""

    SISTER = "sister", _("Sister city")
    FRIENDLY = "friendly", _("Friendship city")
    OTHER = "other", _("Other partnership")


class Standing(models.TextChoices):
    """What a partnership is on a day."""

    SISTER = "sister", _("Sister city")
    FRIENDLY = "friendly", _("Friendship city")
    OTHER = "other", _("Other partnership")
    PROSPECTIVE = "prospective", _("Partnership planned")
    DORMANT = "dormant", _("Dormant")
    ENDED = "ended", _("Ended")
    UNCONFIRMED = "unconfirmed", _("Unconfirmed")


class StepKind(models.TextChoices):
    """The steps of a partnership (docs/domain.md §5.1)."""

    CONTACT = "contact", _("First contact")
    EXCHANGE = "exchange", _("Exchange")
    INTENT = "intent", _("Letter of intent")
    MUNICIPAL = "municipal", _("City government's review")
    PROVINCIAL = "provincial", _("Provincial review")
    APPROVED = "approved", _("Approved by the national association")
    SIGNED = "signed", _("Agreement signed")
    FILED = "filed", _("Filed")
    DORMANT = "dormant", _("Dormant")
    RESUMED = "resumed", _("Resumed")
    ENDED = "ended", _("Ended")


class PartnershipQuerySet(models.QuerySet):
    """Partnerships by whose they are."""

    def ours(self):
        """Our own city's, not those known between others."""
        return self.filter(city__in=Office.objects.values("city"))

    def alive(self, on: date):
        """Those that are planned or stand on a day: confirmed, and neither dormant nor ended."""
        return self.filter(confirmed=True).exclude(pk__in=PartnershipStep.objects.at_rest(on))


class StepQuerySet(models.QuerySet):
    """Steps of partnerships as of a day."""

    def taken(self, on: date):
        """Taken by a day, in the order of ``Partnership.steps_by``."""
        taken = self.filter(Q(day__isnull=True) | Q(day__lte=on.isoformat()))
        return taken.order_by(F("day").asc(nulls_first=True), "pk")

    def at_rest(self, on: date) -> list[int]:
        """The keys of the partnerships that are dormant or ended on a day: those of which that was said last."""
        rest, wake = (StepKind.DORMANT, StepKind.ENDED), (StepKind.SIGNED, StepKind.RESUMED)
        ever = self.filter(kind__in=rest).values("partnership")
        said = self.taken(on).filter(partnership__in=ever, kind__in=(*rest, *wake))
        last = dict(said.values_list("partnership", "kind"))  # the later one stays
        return [key for key, kind in last.items() if kind in rest]


class Partnership(Keyed):
    """A partnership between two cities: ours and a partner, or one known between others."""

    city = models.ForeignKey("crm.City", models.PROTECT, verbose_name=_("city"), related_name="partnerships_as_first")
    partner = models.ForeignKey("crm.City", models.PROTECT, verbose_name=_("partner"), related_name="partnerships")
    kind = models.CharField(_("kind"), max_length=10, choices=PartnershipKind, default=PartnershipKind.SISTER)
    confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Untick for a partnership known from a source that nobody has confirmed."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    fields_of_exchange = models.CharField(_("fields of exchange"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints = [
            models.UniqueConstraint(fields=["city", "partner"], name="partnership_once_a_pair"),
            models.CheckConstraint(condition=~Q(city=F("partner")), name="partnership_two_cities"),
            models.CheckConstraint(
                condition=Q(confirmed=True) | ~Q(source=""), name="partnership_unconfirmed_has_source"
            ),
        ]

    def __str__(self):
        return f"{self.city} – {self.partner}"

    def clean(self):
        """No partnerships with what is filed apart; what nobody has confirmed says where it is known from."""
        if self.partner_id and self.partner.country.filed_apart:
            raise ValidationError(
                _("%(country)s is filed apart and has no partnerships.") % {"country": self.partner.country}
            )
        if not self.confirmed and not self.source:
            raise ValidationError({"source": _("Say where it is known from, as nobody has confirmed it.")})

    def steps_by(self, on: date) -> list["PartnershipStep"]:
        """The steps taken by a day, oldest first; a step of unknown date counts as older than all."""
        taken = [step for step in self.steps.all() if step.day is None or step.day.first <= on]
        return sorted(taken, key=lambda step: (step.day is not None, str(step.day or ""), step.pk or 0))

    def standing(self, on: date) -> Standing:
        """What the partnership is on a day; letters take their noun from this."""
        if not self.confirmed:
            return Standing.UNCONFIRMED
        signed = False
        standing = Standing.PROSPECTIVE
        for step in self.steps_by(on):
            signed = signed or step.kind == StepKind.SIGNED
            if step.kind in (StepKind.DORMANT, StepKind.ENDED):
                standing = Standing(step.kind)
            elif step.kind in (StepKind.SIGNED, StepKind.RESUMED) or standing not in (Standing.DORMANT, Standing.ENDED):
                standing = Standing(self.kind) if signed else Standing.PROSPECTIVE
        return standing

    def since(self, on: date) -> PartialDate | None:
        """The day of the agreement that made the partnership what it is, where it is on record."""
        signed = [step.day for step in self.steps_by(on) if step.kind == StepKind.SIGNED]
        return signed[0] if signed else None


class PartnershipStep(Keyed):
    """A dated step of a partnership, with its document."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=12, choices=StepKind)
    day = PartialDateField(
        _("day"),
        since=SINCE_HISTORY,
        null=True,
        blank=True,
        help_text=_("Empty: the date is not on record; it counts as before all others."),
    )
    by_letters = models.BooleanField(_("by exchange of letters"), default=False)
    place = models.CharField(_("place"), max_length=120, blank=True)
    signatories = models.CharField(_("signatories"), max_length=200, blank=True)
    document_number = models.CharField(_("document number"), max_length=80, blank=True)
    clearance_number = models.CharField(
        _("number of the clearance"), max_length=80, blank=True, help_text=_("Of the superior's answer, where needed.")
    )
    clearance_day = PartialDateField(_("day of the clearance"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = [F("day").asc(nulls_first=True), "pk"]
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self):
        return self.get_kind_display()
