"""Help received that nobody has to thank for or answer any more, with the reason."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from crm.models.append_only import AppendOnly, AppendOnlyQuerySet


class Duty(models.TextChoices):
    """What help received asks of us, as it is called once it is closed."""

    THANKS = "thanks", _("No thanks due")
    ANSWER = "answer", _("No answer due")


class ClosingQuerySet(AppendOnlyQuerySet):
    """Closings as of a day."""

    def in_force(self, on: date):
        """Made by the day and not taken back by then."""
        reopenings = Closing.objects.filter(reopens=OuterRef("pk"), day__lte=on)
        return self.filter(~Exists(reopenings), reopens__isnull=True, day__lte=on)


class Closing(AppendOnly):
    """A duty of one courtesy closed on a day; with ``reopens``, the row that takes a closing back."""

    entry = models.ForeignKey("crm.LedgerEntry", models.PROTECT, related_name="closings", verbose_name=_("courtesy"))
    duty = models.CharField(_("closed as"), max_length=8, choices=Duty)
    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=300)
    reopens = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reopened_by", verbose_name=_("reopens")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("recorded by"), related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("duty closed")
        verbose_name_plural = _("duties closed")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="closing_has_reason")]

    def __str__(self):
        return str(_("%(day)s %(duty)s: %(reason)s") % {"day": self.day, "duty": self.what, "reason": self.reason})

    @property
    def what(self) -> str:
        """What it says: the duty that is closed, or that it is open again."""
        return str(self.get_duty_display() if self.reopens_id is None else _("Reopened"))

    @property
    def is_reopened(self) -> bool:
        """Whether a later row took it back."""
        return hasattr(self, "reopened_by")
