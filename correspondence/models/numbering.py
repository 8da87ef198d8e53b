"""The number series of an issuing identity, and the numbers it gives."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from correspondence.models.letter import Letter
from crm.folding import fold_number


class NumberSeries(models.Model):
    """The last number given in an identity's year, or passed over: an old date never rolls it back."""

    identity = models.ForeignKey("crm.IssuingIdentity", models.PROTECT, related_name="series")
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        constraints = [models.UniqueConstraint(fields=["identity", "year"], name="number_series_once_a_year")]

    def __str__(self):
        return f"{self.identity.number_prefix}〔{self.year}〕{self.last}"

    def number_of(self, serial: int) -> str:
        """The number as GB/T 9704-2012 writes it: 衡外函〔2020〕12号."""
        return f"{self.identity.number_prefix}〔{self.year}〕{serial}号"

    @property
    def last_number(self) -> str:
        """The last number given, as it was written."""
        return self.number_of(self.last)

    @property
    def next_serial(self) -> int:
        """The first serial above the last one whose number no letter of ours bears, entered afterwards or not."""
        stem = fold_number(self.number_of(0)).partition("0号")[0]
        borne = set(Letter.objects.outgoing().bearing_stem(stem).values_list("number_folded", flat=True))
        serial = self.last + 1
        while fold_number(self.number_of(serial)) in borne:
            serial += 1
        return serial

    @property
    def next_number(self) -> str:
        """The number the next letter is given."""
        return self.number_of(self.next_serial)

    @property
    def highest_given(self) -> int:
        """The highest serial that a letter was given; 0 where none was."""
        given = self.identity.letters.filter(number_year=self.year)
        return given.aggregate(highest=models.Max("number_serial"))["highest"] or 0

    @classmethod
    def take(cls, identity, on: date) -> tuple[int, str]:
        """The next serial of an identity's year and its number; call inside the transaction that uses it."""
        series, _new = cls.objects.select_for_update().get_or_create(identity=identity, year=on.year)
        serial = series.next_serial
        cls.objects.filter(pk=series.pk).update(last=serial)  # unlogged: the letter tells it; the log is for heads
        return serial, series.number_of(serial)


def last_numbers() -> dict[str, int]:
    """The last number of each series, by what stands before it: {"衡外函〔2020〕": 12}."""
    series = NumberSeries.objects.select_related("identity").order_by("identity__order", "identity_id", "-year")
    return {f"{row.identity.number_prefix}〔{row.year}〕": row.last for row in series}
