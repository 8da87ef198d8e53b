"""Questions to a list that somebody keeps under a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

TAKEN = _("There are questions of this name already.")


class SavedQuestionQuerySet(models.QuerySet):
    """Questions by whose they are."""

    def of(self, user):
        """Somebody's own, and everybody's."""
        return self.filter(Q(owner=user) | Q(owner__isnull=True))


class SavedQuestion(models.Model):
    """What a list was asked: its page, by the name of its address, and the filters. Without owner it is everybody's."""

    page = models.CharField(_("list"), max_length=60, editable=False)
    query = models.CharField(_("filters"), max_length=1000, blank=True, editable=False)
    name = models.CharField(_("name of the questions"), max_length=60)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, editable=False, related_name="saved_questions"
    )
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")

    objects = SavedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved questions")
        verbose_name_plural = _("saved questions")
        indexes = [models.Index(fields=["page", "owner"], name="saved_question_of_page")]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "owner", "name"],
                condition=Q(owner__isnull=False),
                name="saved_question_once_of_one",
                violation_error_message=TAKEN,
            ),
            models.UniqueConstraint(
                fields=["page", "name"],
                condition=Q(owner__isnull=True),
                name="saved_question_once_of_all",
                violation_error_message=TAKEN,
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse(self.page)}?{self.query}"

    def may_be_removed_by(self, user) -> bool:
        """Its owner; everybody's by whoever kept it, and by heads."""
        return user.pk == self.owner_id or (self.owner_id is None and (user.may_approve or user.pk == self.kept_by_id))
