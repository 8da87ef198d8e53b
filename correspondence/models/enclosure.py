"""Files kept with a letter."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Enclosure(models.Model):
    """A file kept with a letter: a scan, a signed copy, an attachment."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="enclosures")
    file = models.FileField(_("file"), upload_to="enclosures/%Y/%m/")
    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("enclosure")

    def __str__(self):
        return self.name
