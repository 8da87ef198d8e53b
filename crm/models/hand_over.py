"""Hand-overs 移交: what one of ours handed to another, as the signed list names it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.models.append_only import AppendOnly, AppendOnlyQuerySet


class HandOverQuerySet(models.QuerySet):
    """Hand-overs by whose they are and what they still ask for."""

    def of(self, user):
        """Those in which somebody gave or took."""
        return self.filter(Q(giver=user) | Q(taker=user))

    def asking_to_close(self):
        """Those whose giver can still sign in, though the account was to be closed."""
        return self.filter(asks_to_close=True, giver__is_active=True)


class HandOver(models.Model):
    """What one of ours held, handed to another on a day; its rows are the list both sign."""

    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("handed over by"), related_name="+"
    )
    taker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("taken over by"), related_name="+"
    )
    day = models.DateField(_("day"))
    asks_to_close = models.BooleanField(
        _("ask the head to close the account"),
        default=True,
        help_text=_("For whoever leaves: the heads are reminded until the account is closed."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Stands on the printed list: papers, keys, what is due.")
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        constraints = [models.CheckConstraint(condition=~Q(giver=F("taker")), name="hand_over_between_two")]

    def __str__(self):
        return str(_("%(giver)s to %(taker)s, %(day)s") % {"giver": self.giver, "taker": self.taker, "day": self.day})

    def get_absolute_url(self):
        return reverse("hand-over", args=[self.pk])


class HandOverItem(AppendOnly):
    """One line of the list, in Chinese as it is printed; ``relation`` and ``key`` name the record it tells of."""

    hand_over = models.ForeignKey(HandOver, models.PROTECT, related_name="items")
    relation = models.CharField(max_length=80)
    key = models.BigIntegerField()
    text = models.CharField(_("what"), max_length=400)
    detail = models.CharField(_("details"), max_length=400, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("line")

    def __str__(self):
        return self.text
