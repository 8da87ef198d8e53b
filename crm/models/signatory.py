"""Who signs for an issuing identity, and from when to when."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from crm.dates import SINCE_HISTORY
from crm.fields import PartialDateField
from crm.models.common import Keyed
from crm.models.office import IssuingIdentity
from crm.models.post import Post
from crm.phrases import in_post


class SignatoryQuerySet(models.QuerySet):
    """Signatories in time."""

    def on(self, on: date) -> "Signatory | None":
        """Who signs on a day: the latest of those whose time it is."""
        day = on.isoformat()
        ended_later = Q(end__isnull=True) | Q(end__gte=day) | Q(end__in=[day[:7], day[:4]])
        held = self.filter(ended_later, Q(start__isnull=True) | Q(start__lte=day))
        return held.select_related("post__person").order_by(F("start").desc(nulls_last=True), "-pk").first()


class Signatory(Keyed):
    """A person in a post who signs an identity's letters for a time."""

    identity = models.ForeignKey(IssuingIdentity, models.CASCADE, related_name="signatories")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("who signs, in which post"), related_name="+")
    start = PartialDateField(_("from"), since=SINCE_HISTORY, null=True, blank=True)
    end = PartialDateField(_("to"), since=SINCE_HISTORY, null=True, blank=True)

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        ordering = [F("start").desc(nulls_last=True), "-pk"]
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self):
        return in_post(self.post.person, self.post)
