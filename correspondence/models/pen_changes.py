"""批改: what a leader changed by pen on the slip that he signed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PenChanges(models.Model):
    """The words with the leader's changes, as one of ours typed them and another has compared them with the scan.

    ``words`` are those that he changed, by the boxes of the editor: {"es-closing": …, "paragraph-7": …}.
    """

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="pen_changes")
    approval = models.ForeignKey("correspondence.Approval", models.PROTECT, related_name="+")
    words = models.JSONField()
    words_hash = models.CharField(max_length=64)  # of the words as they were signed
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("typed by")
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("changes by pen")
        constraints = [
            models.UniqueConstraint(fields=["letter"], condition=Q(confirmed_by=None), name="pen_changes_open_once"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="pen_changes_confirmed_by_somebody",
            ),
        ]

    def __str__(self):
        return str(_("changes by pen"))
