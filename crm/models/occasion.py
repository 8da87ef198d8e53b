"""What letters and gifts are about: an epidemic, an earthquake, an anniversary, a visit."""

from collections.abc import Iterator
from datetime import date

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.dates import SINCE_HISTORY
from crm.fields import PartialDateField
from crm.models.city import latin_slug
from crm.models.common import NUMBERED, Addressed, Name, Named, NamedQuerySet


class OccasionKind(models.TextChoices):
    """What an occasion is."""

    EPIDEMIC = "epidemic", _("Epidemic")
    EARTHQUAKE = "earthquake", _("Earthquake")
    FLOOD = "flood", _("Flood")
    STORM = "storm", _("Storm")
    FIRE = "fire", _("Fire")
    ACCIDENT = "accident", _("Accident")
    ANNIVERSARY = "anniversary", _("Anniversary")
    NATIONAL_DAY = "national_day", _("National day")
    VISIT = "visit", _("Visit")
    OTHER = "other", _("Other")


DISASTERS = (OccasionKind.EARTHQUAKE, OccasionKind.FLOOD, OccasionKind.STORM, OccasionKind.FIRE, OccasionKind.ACCIDENT)


class OccasionQuerySet(NamedQuerySet):
    """Occasions by where they struck."""

    def in_country(self, code: str):
        """Those that struck a country, as a whole or in one of its cities."""
        return self.filter(models.Q(countries=code) | models.Q(cities__country=code)).distinct()


class Occasion(Addressed, Named):
    """An event that letters, gifts and courtesies belong to."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OccasionKind)
    start = PartialDateField(_("from"), since=SINCE_HISTORY)
    end = PartialDateField(_("to"), since=SINCE_HISTORY, null=True, blank=True)
    deaths = models.BooleanField(_("it has cost lives"), default=False)
    injured = models.BooleanField(_("people were injured"), default=False)
    countries = models.ManyToManyField(
        "crm.Country", blank=True, verbose_name=_("countries struck"), related_name="occasions"
    )
    cities = models.ManyToManyField("crm.City", blank=True, verbose_name=_("cities struck"), related_name="occasions")
    in_cities = models.ManyToManyField(
        "crm.City",
        blank=True,
        verbose_name=_("cities in which it happened"),
        related_name="occasions_there",
        help_text=_("Letters to any other city speak of the news of it, or of the harm it did there."),
    )
    note = models.TextField(_("note"), blank=True)
    archived = models.BooleanField(_("archived"), default=False)

    objects = OccasionQuerySet.as_manager()
    indexed_as = 6

    class Meta:
        ordering = [F("start").desc(), "pk"]
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")

    def get_absolute_url(self):
        return reverse("occasion", args=[self.slug])

    def letter_name_in(self, language: str, *, bare: bool = True) -> str:
        """The name as running text of that language takes it, else the ``bare`` one, or "" where none is on record."""
        for name in self.names.all():
            if name.language == language:
                return name.in_letter or (name.text if bare else "")
        return ""

    def happened_in(self, city) -> bool:
        """Whether it is on record as having happened in a city itself."""
        return city in self.in_cities.all()

    def has_ended(self, on: date) -> bool:
        """Whether it was over by a day."""
        return self.end is not None and self.end.last < on

    def has_begun(self, on: date) -> bool:
        """Whether it had begun by a day, as far as is known."""
        return self.start.first <= on

    @property
    def is_placed(self) -> bool:
        """Whether it is on record where it struck."""
        return bool(self.countries.all() or self.cities.all() or self.in_cities.all())

    def struck(self, city) -> bool:
        """Whether it struck a city: named itself, or in a country named."""
        return city in (*self.cities.all(), *self.in_cities.all()) or city.country in self.countries.all()

    def struck_country(self, country) -> bool:
        """Whether it struck a country, as a whole or in one of its cities."""
        cities = (*self.cities.all(), *self.in_cities.all())
        struck = {country.pk for country in self.countries.all()} | {city.country_id for city in cities}
        return country is not None and country.pk in struck

    def slug_candidates(self) -> Iterator[str]:
        """covid-19-2020: the English name, else any, and the year; numbered where taken."""
        stem = f"{latin_slug(self.name_in('en', self.display_name)) or self.kind}-{self.start.first.year}"
        return (f"{stem}{number}" for number in NUMBERED)


class OccasionName(Name):
    """An occasion's name in one language, and its form in running text."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="names")
    in_letter = models.CharField(
        _("in running text"),
        max_length=200,
        blank=True,
        help_text=_("As the letter texts of that language take it, with its article or in its case."),
    )

    class Meta:
        verbose_name = _("name")
        constraints = [models.UniqueConstraint(fields=["occasion", "language"], name="occasion_name_once_a_language")]
