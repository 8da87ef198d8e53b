"""The versions kept of a letter's words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from correspondence.models.letter import LetterState
from crm.models.append_only import AppendOnly, AppendOnlyQuerySet


class Version(AppendOnly):
    """The words as they were at a step, kept for good."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(_("step"), max_length=12, choices=LetterState)
    words = models.JSONField()
    words_hash = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("version")
        constraints = [models.UniqueConstraint(fields=["letter", "number"], name="version_number_once")]

    def __str__(self):
        return f"{self.letter_id}/{self.number}"
