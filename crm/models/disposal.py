"""Disposals: for whom a gift, or so much of it, was used."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from crm.models.common import Keyed
from crm.models.item import Unit
from crm.phrases import describe_disposal


class Beneficiary(models.TextChoices):
    """The kinds of places that help goes to; letters have a sentence for each."""

    NONE = "", _("Not on record")
    HOSPITALS = "hospitals", _("Hospitals")
    SCHOOLS = "schools", _("Schools")
    COMMUNITIES = "communities", _("Communities")
    FRONTLINE = "frontline", _("People in the front line")


class Disposal(Keyed):
    """For whom, and how much. It is no fact of the ledger: it is told and changed after the gift has left too."""

    gift = models.ForeignKey("crm.Gift", models.CASCADE, related_name="disposals")
    beneficiary = models.CharField(
        _("went to"), max_length=12, choices=Beneficiary, blank=True, default=Beneficiary.NONE
    )
    recipient = models.CharField(_("for whom"), max_length=200, blank=True)
    organization = models.ForeignKey(
        "crm.Organization", models.PROTECT, null=True, blank=True, verbose_name=_("organization"), related_name="+"
    )
    line = models.ForeignKey(
        "crm.GiftLine",
        models.RESTRICT,
        null=True,
        blank=True,
        verbose_name=_("of which line"),
        related_name="disposals",
        help_text=_("Empty: of the whole gift."),
    )
    quantity = models.DecimalField(
        _("quantity"),
        max_digits=14,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0.001)],
        help_text=_("Empty: not known."),
    )
    unit = models.CharField(_("unit"), max_length=8, choices=Unit, default=Unit.PIECE)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("disposal")
        verbose_name_plural = _("disposals")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0), name="disposal_quantity_positive"
            )
        ]

    def __str__(self):
        return describe_disposal(self)

    def clean(self):
        """A line is of the same gift."""
        if self.line_id and self.line.gift_id != self.gift_id:
            raise ValidationError({"line": _("This line is of another gift.")})

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, so that it need not be kept."""
        return not any((self.beneficiary, self.recipient, self.organization_id, self.line_id, self.quantity, self.note))
