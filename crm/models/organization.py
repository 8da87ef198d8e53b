"""Organizations: city governments, missions, companies, associations, hospitals, schools, offices."""

from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.languages import CHINESE, letter_languages
from crm.models.city import latin_slug
from crm.models.common import NUMBERED, Addressed, Declined, Name
from crm.models.merging import Mergeable, MergeableQuerySet, not_itself


class OrganizationKind(models.TextChoices):
    """What an organization is."""

    CITY_GOVERNMENT = "city_government", _("City government")
    COUNCIL = "council", _("Council or assembly")
    DEPARTMENT = "department", _("Department of a government")
    EMBASSY = "embassy", _("Embassy or consulate of another country")
    OWN_MISSION = "own_mission", _("Our own mission abroad")
    COMPANY = "company", _("Company")
    ASSOCIATION = "association", _("Association")
    HOSPITAL = "hospital", _("Hospital")
    SCHOOL = "school", _("School or university")
    DOMESTIC_OFFICE = "domestic_office", _("Office at home")
    OTHER = "other", _("Other organization")


class OrganizationQuerySet(MergeableQuerySet):
    """Organizations by where they are."""

    def governments(self):
        """The governments of cities, one a city."""
        return self.current().filter(kind=OrganizationKind.CITY_GOVERNMENT)


class Organization(Addressed, Mergeable):
    """An organisation; with a city, in that city, else only in its country."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind)
    city = models.ForeignKey(
        "crm.City", models.PROTECT, null=True, blank=True, verbose_name=_("city"), related_name="organizations"
    )
    country = models.ForeignKey(
        "crm.Country", models.PROTECT, verbose_name=_("country or region"), related_name="organizations"
    )
    letter_language = LanguageField(
        _("language of letters"),
        blank=True,
        choices=letter_languages,
        help_text=_("Left empty, the city's or the country's."),
    )
    liaison = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("our liaison"), related_name="+"
    )
    note = models.TextField(_("note"), blank=True)
    archived = models.BooleanField(_("archived"), default=False)

    objects = OrganizationQuerySet.as_manager()
    indexed_as = 3

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        indexes = [models.Index(fields=["country", "sort_key", "id"], name="organization_by_name")]
        constraints = [
            not_itself("organization_not_merged_into_itself"),
            models.UniqueConstraint(
                fields=["city"],
                condition=Q(kind="city_government", merged_into__isnull=True),
                name="organization_one_government_a_city",
            ),
            models.CheckConstraint(
                condition=~Q(kind="city_government") | Q(city__isnull=False), name="organization_government_has_city"
            ),
        ]

    def get_absolute_url(self):
        return reverse("organization", args=[self.slug])

    def clean(self):
        """A city's organization is in the city's country, and a city has one government."""
        super().clean()
        government = self.kind == OrganizationKind.CITY_GOVERNMENT
        if government and not self.city_id:
            raise ValidationError({"city": _("Say which city it governs.")})
        if self.city_id and self.country_id and self.city.country_id != self.country_id:
            raise ValidationError({"city": _("%(city)s is in another country or region.") % {"city": self.city}})
        if government and Organization.objects.governments().filter(city=self.city_id).exclude(pk=self.pk).exists():
            raise ValidationError({"city": _("The government of %(city)s is on record already.") % {"city": self.city}})

    @property
    def language(self) -> str:
        """The language letters to it are written in; our own missions read Chinese."""
        if self.kind == OrganizationKind.OWN_MISSION:
            return CHINESE
        return self.letter_language or (self.city.language if self.city else self.country.language)

    @property
    def is_own_mission(self) -> bool:
        """Our own service abroad, which stands in no country's total."""
        return self.kind == OrganizationKind.OWN_MISSION

    @property
    def home_country(self) -> str:
        """The code of the country whose people serve there; our own missions are ours wherever they are."""
        return "CN" if self.is_own_mission else self.country_id

    def slug_candidates(self) -> Iterator[str]:
        """city-hall-guadalajara-es, by the English name, else any; numbered where taken."""
        place = self.city.slug if self.city else self.country_id.lower()
        name = latin_slug(self.name_in("en", self.display_name)) or self.kind.replace("_", "-")
        stem = name if self.city and place.removesuffix(f"-{self.country_id.lower()}") in name else f"{name}-{place}"
        stem = stem.removesuffix(f"-{self.country_id.lower()}")[:100]
        return (f"{stem}{number}-{self.country_id.lower()}" for number in NUMBERED)


class OrganizationName(Declined, Name):
    """An organization's name in one language, with the article it needs in running text."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=200)
    in_letter = models.CharField(
        _("in running text"),
        max_length=200,
        blank=True,
        help_text=_(
            "Where a sentence needs another form, with its article: “the Hengyang Municipal People's Government”."
        ),
    )

    class Meta:
        verbose_name = _("name")
        constraints = [
            models.UniqueConstraint(fields=["organization", "language"], name="organization_name_once_a_language")
        ]
