"""The posts people hold at organizations, in time, and their ranks."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.dates import SINCE_HISTORY
from crm.fields import LanguageField, PartialDateField
from crm.languages import name_languages
from crm.models.common import Declined, Keyed, LanguageTagged
from crm.models.organization import OrganizationKind


class Rank(models.TextChoices):
    """The closed list of ranks that posts, languages and precedence speak (docs/domain.md §13); acting is a tick."""

    MAYOR = "mayor", _("Mayor")
    DEPUTY_MAYOR = "deputy_mayor", _("Deputy mayor")
    GOVERNOR = "governor", _("Governor")
    DEPUTY_GOVERNOR = "deputy_governor", _("Deputy governor")
    COUNTY_HEAD = "county_head", _("Head of a county")
    DISTRICT_HEAD = "district_head", _("Head of a district")
    TOWN_HEAD = "town_head", _("Head of a town")
    VILLAGE_HEAD = "village_head", _("Head of a village")
    PREFECT = "prefect", _("Prefect")
    COUNCIL_PRESIDENT = "council_president", _("Council president")
    MINISTER = "minister", _("Minister")
    AMBASSADOR = "ambassador", _("Ambassador")
    CONSUL_GENERAL = "consul_general", _("Consul general")
    CONSUL = "consul", _("Consul")
    CHARGE_D_AFFAIRES = "charge_d_affaires", _("Chargé d’affaires")
    RECTOR = "rector", _("Rector of a university")
    BISHOP = "bishop", _("Bishop")
    ROYAL = "royal", _("Member of a royal house")
    JUDGE = "judge", _("Judge")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    COMMITTEE_CHAIR = "committee_chair", _("Chair of a people’s committee")
    PARTY_SECRETARY = "party_secretary", _("Party secretary")
    DIRECTOR = "director", _("Director of international relations")
    ASSOCIATION_HEAD = "association_head", _("Head of an association")
    OFFICIAL = "official", _("Other post")


# Whoever holds one heads the organization: letters to it go to them, the first by precedence where there are several.
HEAD_RANKS = (
    *(Rank.MAYOR, Rank.GOVERNOR, Rank.COUNTY_HEAD, Rank.DISTRICT_HEAD, Rank.TOWN_HEAD, Rank.VILLAGE_HEAD),
    *(Rank.PREFECT, Rank.COMMITTEE_CHAIR, Rank.MINISTER, Rank.RECTOR, Rank.BISHOP, Rank.ASSOCIATION_HEAD),
    *(Rank.AMBASSADOR, Rank.CHARGE_D_AFFAIRES, Rank.CONSUL_GENERAL, Rank.CONSUL),
)
LAST = 10
PRECEDENCE = {
    **dict.fromkeys(HEAD_RANKS, 1),
    Rank.ROYAL: 1,
    Rank.PARTY_SECRETARY: 1,
    Rank.CHARGE_D_AFFAIRES: 2,
    Rank.COUNCIL_PRESIDENT: 2,
    Rank.DEPUTY_MAYOR: 3,
    Rank.DEPUTY_GOVERNOR: 3,
    Rank.CONSUL: 3,
    Rank.JUDGE: 4,
    Rank.PROSECUTOR: 4,
    Rank.DIRECTOR: 5,
}


def ranks() -> list[tuple[str, str]]:
    """Code and name of every rank, for choices that make no migration."""
    return Rank.choices


def usual_precedence(rank: str) -> int:
    """The place in lists of persons in office that a rank has unless somebody says another; 1 comes first."""
    return PRECEDENCE.get(rank, LAST)


def held_on(on: date, post: str = "") -> Q:
    """True for a post, at the end of a path of relations, held on a day; a start or end not on record excludes none."""
    day = on.isoformat()
    begun = Q(**{f"{post}start__isnull": True}) | Q(**{f"{post}start__lte": day})
    stays = Q(**{f"{post}end__isnull": True}) | Q(**{f"{post}end__gte": day})
    return (stays | Q(**{f"{post}end__in": [day[:7], day[:4]]})) & begun


class PostQuerySet(models.QuerySet):
    """Posts in time."""

    def held(self, on: date):
        """Posts held on a day; a start or end not on record does not exclude."""
        return self.filter(held_on(on))

    def heads(self):
        """Head posts of organizations: mayors, governors, ambassadors, rectors …"""
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
    rank = models.CharField(_("rank"), max_length=20, choices=ranks)
    start = PartialDateField(_("from"), since=SINCE_HISTORY, null=True, blank=True)
    end = PartialDateField(
        _("to"), since=SINCE_HISTORY, null=True, blank=True, help_text=_("The last day in office, as precise as known.")
    )
    acting = models.BooleanField(_("acting"), default=False)
    precedence = models.PositiveSmallIntegerField(
        _("precedence"),
        blank=True,
        help_text=_("1 comes first in lists of persons in office. Left empty, as usual for the rank."),
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = [F("start").desc(nulls_last=True), "pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes = [
            models.Index(fields=["precedence", "person"], name="post_by_precedence"),
            models.Index(fields=["rank", "person"], name="post_by_rank"),
            models.Index(fields=["organization", "person"], name="post_by_organization"),
        ]
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

    def prepare(self) -> None:
        """Give it the rank's usual precedence where none was said; every way into the database comes through here."""
        if self.precedence is None:
            self.precedence = usual_precedence(self.rank)

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

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


class PostTitle(Declined, Keyed, LanguageTagged):
    """A post's title in one language, agreeing with its holder."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="titles")
    language = LanguageField(_("language"), choices=name_languages)
    text = models.CharField(_("title"), max_length=120)

    class Meta:
        verbose_name = _("title")
        constraints = [models.UniqueConstraint(fields=["post", "language"], name="post_title_once_a_language")]

    def __str__(self):
        return self.text
