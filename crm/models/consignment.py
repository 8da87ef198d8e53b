"""Consignments: what of a gift travels together, who carries it and when it left and arrived."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from crm.fields import PartialDateField
from crm.models.common import Keyed


class Consignment(Keyed):
    """One consignment of a gift. It is no fact of the ledger: it is told and changed after the gift has left too."""

    gift = models.ForeignKey("crm.Gift", models.CASCADE, related_name="consignments")
    carrier = models.CharField(
        _("carrier"),
        max_length=80,
        blank=True,
        help_text=_("In Chinese and, for letters abroad, in Latin letters: 顺丰国际 / SF International."),
    )
    tracking = models.CharField(_("tracking number"), max_length=80, blank=True)
    packages = models.PositiveIntegerField(
        _("number of packages"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    departed = PartialDateField(_("departed on"), null=True, blank=True)
    expected = PartialDateField(_("expected arrival"), null=True, blank=True)
    arrived = PartialDateField(_("arrived on"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("consignment")
        verbose_name_plural = _("consignments")
        constraints = [
            models.CheckConstraint(
                condition=Q(packages__isnull=True) | Q(packages__gt=0), name="consignment_packages_positive"
            )
        ]

    def __str__(self):
        return f"{self.carrier} {self.tracking}".strip() or str(_("carrier not on record"))

    def clean(self):
        """What departed arrives later."""
        if self.departed and self.arrived and self.arrived.last < self.departed.first:
            raise ValidationError({"arrived": _("It cannot have arrived before it left.")})

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, so that it need not be kept."""
        return not any((self.carrier, self.tracking, self.packages, self.departed, self.expected, self.arrived))
