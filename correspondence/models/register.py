"""The series of the two registers, 发文登记簿 and 收文登记簿: a serial a letter, from 1 each year, without holes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from correspondence.models.states import LetterDirection


class RegisterSeries(models.Model):
    """The last serial of a register's year."""

    direction = models.CharField(_("direction"), max_length=3, choices=LetterDirection)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        ordering = ["direction", "-year"]
        verbose_name = _("register")
        verbose_name_plural = _("registers")
        constraints = [models.UniqueConstraint(fields=["direction", "year"], name="register_once_a_year")]

    def __str__(self):
        return f"{self.get_direction_display()} {self.year}: {self.last}"

    @classmethod
    def take(cls, direction: str, year: int, number: int = 1) -> int:
        """Take so many serials and return the first; call inside the transaction that uses them."""
        series, _new = cls.objects.select_for_update().get_or_create(direction=direction, year=year)
        cls.objects.filter(pk=series.pk).update(last=series.last + number)  # unlogged: the letters tell it
        return series.last + 1
