"""The posts people hold at organizations, in time, and their ranks."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.fields import PartialDateField
from crm.models.common import Keyed, LanguageTagged
from crm.models.organization import OrganizationKind


class Rank(models.TextChoices):
    """Ranks that letters address in their own way (docs/domain.md §2)."""

    MAYOR = "mayor", _("Mayor")
    DEPUTY_MAYOR = "deputy_mayor", _("Deputy mayor")
    COUNCIL_PRESIDENT = "council_president", _("Council president")
    DIRECTOR = "director", _("Director of international relations")
    AMBASSADOR = "ambassador", _("Ambassador or consul general")
    OFFICIAL = "official", _("Other post")


HEAD_RANKS = (Rank.MAYOR, Rank.AMBASSADOR)


class PostQuerySet(models.QuerySet):
    """Posts in time."""

    def held(self, on: date):
        """Posts held on a day; a start or end not on record does not exclude."""
        day = on.isoformat()
        ended_later = Q(end__isnull=True) | Q(end__gte=day) | Q(end__in=[day[:7], day[:4]])
        return self.filter(ended_later, Q(start__isnull=True) | Q(start__lte=day))

    def heads(self):
        """Head posts of organizations: mayors, ambassadors, consuls general."""
        return self.filter(rank__in=HEAD_RANKS)

    def head_on(self, on: date) -> "Post | None":
        """The head on a day, never one archived; in the year of a change, whoever took office last."""
        heads = self.held(on).heads().filter(person__archived=False).select_related("person")
        return heads.order_by("precedence", "acting", F("start").desc(nulls_last=True), "pk").first()

    def by_precedence(self):
        """Order of precedence 职务排序, regular holders before acting ones."""
        return self.order_by("precedence", "acting", "start", "pk")


class Post(Keyed):
    """A post held at an organization from a day to a day."""

    person = models.ForeignKey("crm.Person", models.PROTECT, verbose_name=_("person"), related_name="posts")
    organization = models.ForeignKey(
        "crm.Organization", models.PROTECT, verbose_name=_("organization"), related_name="posts"
    )
    rank = models.CharField(_("rank"), max_length=20, choices=Rank)
    start = PartialDateField(_("from"), null=True, blank=True)
    end = PartialDateField(_("to"), null=True, blank=True, help_text=_("The last day in office, as precise as known."))
    acting = models.BooleanField(_("acting"), default=False)
    precedence = models.PositiveSmallIntegerField(
        _("precedence"), default=10, help_text=_("1 comes first in lists of persons in office.")
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = [F("start").desc(nulls_last=True), "pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=F("start"))
                | Q(start__startswith=F("end")),
                name="post_ends_after_start",
            )
        ]

    def __str__(self):
        return str(_("%(title)s, %(organization)s") % {"title": self.display_title, "organization": self.organization})

    def clean(self):
        """A post does not end before it began."""
        if self.start and self.end and self.end.last < self.start.first:
            raise ValidationError({"end": _("A post cannot end before it began.")})

    @property
    def display_title(self) -> str:
        """The title for the reader of the page, else the rank."""
        return self.title_in(get_language() or "en") or self.title_in("en") or self.get_rank_display()

    def title_in(self, language: str) -> str:
        """The title in a language, or "" where none is on record."""
        return next((title.text for title in self.titles.all() if title.language == language), "")

    def is_held(self, on: date) -> bool:
        """Whether it is held on a day, by the first possible start and the last possible end."""
        begun = self.start is None or self.start.first <= on
        return begun and (self.end is None or self.end.last >= on)

    @property
    def of_own_mission(self) -> bool:
        """Whether the holder is of our own service abroad."""
        return self.organization.kind == OrganizationKind.OWN_MISSION


class PostTitle(Keyed, LanguageTagged):
    """A post's title in one language, agreeing with its holder."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="titles")
    language = models.CharField(_("language"), max_length=10, choices=settings.NAME_LANGUAGES)
    text = models.CharField(_("title"), max_length=120)

    class Meta:
        verbose_name = _("title")
        constraints = [models.UniqueConstraint(fields=["post", "language"], name="post_title_once_a_language")]

    def __str__(self):
        return self.text
