"""Whom copies of a letter go to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from crm.models.partner import PartnerRef, one_partner


class LetterCopy(PartnerRef):
    """Somebody a copy goes to."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="copies")

    class Meta:
        verbose_name = _("copy to")
        constraints = [one_partner("letter_copy_exactly_one")]

    def __str__(self):
        return str(self.partner)
