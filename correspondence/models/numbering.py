"""The number series of an issuing identity."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class NumberSeries(models.Model):
    """The last number given in an identity's year; an old date never rolls it back."""

    identity = models.ForeignKey("crm.IssuingIdentity", models.PROTECT, related_name="series")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        constraints = [models.UniqueConstraint(fields=["identity", "year"], name="number_series_once_a_year")]

    def __str__(self):
        return f"{self.identity.number_prefix}〔{self.year}〕{self.last}"

    @classmethod
    def take(cls, identity, on: date) -> int:
        """The next serial of an identity's year; call inside the transaction that uses it."""
        cls.objects.get_or_create(identity=identity, year=on.year)
        cls.objects.filter(identity=identity, year=on.year).update(last=F("last") + 1)
        return cls.objects.get(identity=identity, year=on.year).last
