"""By what a letter travels, and its sendings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from crm.fields import PartialDateField


class Means(models.TextChoices):
    """By what a letter travels."""

    LETTER = "letter", pgettext_lazy("means of sending", "Letter")
    TELEGRAM = "telegram", _("Telegram")
    FAX = "fax", _("Fax")
    EMAIL = "email", _("E-mail")
    WECHAT = "wechat", _("WeChat")
    WORD = "word", _("By word of mouth")


class Dispatch(models.Model):
    """A sending: by what, on which day, under which reference."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="dispatches")
    means = models.CharField(_("sent by"), max_length=10, choices=Means)
    day = PartialDateField(_("day"))
    reference = models.CharField(_("reference"), max_length=120, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("dispatch")
        verbose_name_plural = _("dispatches")

    def __str__(self):
        return f"{self.get_means_display()} {self.day}"
