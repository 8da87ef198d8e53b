"""Decisions on a letter's words, here or on paper."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    """What an approver decides."""

    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class Approval(models.Model):
    """A decision on the words, made here by a user or on paper by a named leader."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="approvals")
    decision = models.CharField(_("decision"), max_length=8, choices=Decision)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    paper_name = models.CharField(_("approved on paper by"), max_length=80, blank=True)
    paper_post = models.CharField(_("post"), max_length=120, blank=True)
    day = models.DateField(_("day"))
    scan = models.ForeignKey(
        "Enclosure", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )
    words_hash = models.CharField(max_length=64)
    note = models.TextField(_("note"), blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("approval")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, paper_name="") | (Q(user__isnull=True) & ~Q(paper_name="")),
                name="approval_here_or_on_paper",
            )
        ]

    def __str__(self):
        return f"{self.get_decision_display()} – {self.approver}"

    @property
    def approver(self) -> str:
        """Who decided, with the post where it was on paper."""
        return str(self.user) if self.user else " ".join(filter(None, [self.paper_post, self.paper_name]))

    @property
    def lacks_scan(self) -> bool:
        """Whether it was made on paper and the signed slip is not kept; of an issued letter that is so for good."""
        return bool(self.paper_name) and self.scan_id is None

    @property
    def scan_sha256(self) -> str:
        """The hash of the signed slip's scan, "" where none is kept."""
        return self.scan.sha256 if self.scan else ""
