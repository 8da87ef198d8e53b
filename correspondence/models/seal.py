"""The register of the seal's use 用印登记."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from crm.models.append_only import AppendOnly, AppendOnlyQuerySet


class SealUse(AppendOnly):
    """A use of a seal on a letter: which seal, who allowed it, on how many copies, on which day."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="seal_uses")
    seal = models.CharField(_("seal"), max_length=120)
    allowed_by = models.CharField(_("allowed by"), max_length=80)
    copies = models.PositiveSmallIntegerField(_("copies"), validators=[MinValueValidator(1)])
    day = models.DateField(_("day"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("use of the seal")
        verbose_name_plural = _("uses of the seal")
        constraints = [models.CheckConstraint(condition=models.Q(copies__gte=1), name="seal_used_on_a_copy")]

    def __str__(self):
        return f"{self.day} {self.seal} × {self.copies}"
