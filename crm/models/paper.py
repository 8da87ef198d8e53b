"""Papers kept where they belong: an agreement on its step, a certificate or photo on a gift, a card on a person."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.models.common import Keyed, exactly_one

OWNERS = ("step", "gift", "person")


class Paper(Keyed):
    """A file with what it is, known by its SHA-256; it is checked before it is kept (correspondence/uploads.py)."""

    step = models.ForeignKey("crm.PartnershipStep", models.CASCADE, null=True, blank=True, related_name="papers")
    gift = models.ForeignKey("crm.Gift", models.CASCADE, null=True, blank=True, related_name="papers")
    person = models.ForeignKey("crm.Person", models.CASCADE, null=True, blank=True, related_name="papers")
    what = models.CharField(_("what it is"), max_length=120, blank=True)
    file = models.FileField(_("file"), upload_to="papers/%Y/%m/")
    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=60, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [models.CheckConstraint(condition=exactly_one(*OWNERS), name="paper_one_owner")]

    def __str__(self):
        return self.what or self.name

    def get_absolute_url(self):
        return reverse("paper", args=[self.pk])

    @property
    def owner(self):
        """The step, gift or person it is kept with."""
        return self.step or self.gift or self.person

    @property
    def owner_url(self) -> str:
        """The page it stands on."""
        return page_of_owner(self.owner)


def page_of_owner(owner) -> str:
    """The page where the papers of a step, gift or person stand: those of a step on the page of the partner city."""
    if hasattr(owner, "partnership"):
        return f"{owner.partnership.partner.get_absolute_url()}#partnership"
    return f"{owner.get_absolute_url()}#papers"
