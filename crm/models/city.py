"""Cities: ours, our partners and prospects, with a name per language."""

import unicodedata
from collections.abc import Iterator
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from babel.languages import get_official_languages
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField, MonthDayField
from crm.folding import fold, pinyin
from crm.languages import letter_languages
from crm.models.common import NUMBERED, Addressed, Declined, Name
from crm.models.merging import Mergeable, MergeableQuerySet, not_itself
from crm.place_kinds import PlaceKind, propose_place_kind

EARTH_RADIUS_KM = 6371.0
SAME_LANGUAGE = {"no": "nb", "tl": "fil"}  # what CLDR calls a language that we call otherwise


class CityQuerySet(MergeableQuerySet):
    """Cities by who they are to us."""

    def partners(self):
        """Cities we have, or aim at, a partnership with; never our own."""
        return self.filter(partnerships__isnull=False).distinct()

    def concerned_by(self, occasion):
        """Partners in a city or country that an occasion struck, and any city with a courtesy in it."""
        relations = {
            name: self.model._meta.get_field(name).related_model for name in ("partnerships", "ledgerpartners")
        }
        struck = Q(country__in=occasion.countries.values("pk")) | Q(pk__in=occasion.cities.values("pk"))
        partners = relations["partnerships"].objects.values("partner")
        rows = relations["ledgerpartners"].objects.filter(entry__occasion=occasion, home_city__isnull=False)
        return self.filter(Q(struck, pk__in=partners) | Q(pk__in=rows.values("home_city")))


class City(Addressed, Mergeable):
    """A place abroad (or our own): a city, or any other kind from village to state."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, allow_unicode=False, blank=True)
    country = models.ForeignKey(
        "crm.Country", models.PROTECT, verbose_name=_("country or region"), related_name="cities"
    )
    place_kind = models.CharField(_("kind of place"), max_length=12, choices=PlaceKind, default=PlaceKind.CITY)
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("part of"), related_name="parts"
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    letter_language = LanguageField(
        _("language of letters"), blank=True, choices=letter_languages, help_text=_("Left empty, the country's.")
    )
    great_city = models.BooleanField(
        _("municipality of great population"),
        default=False,
        help_text=_("Spain: a “municipio de gran población”, whose mayor is Excelentísimo."),
    )
    website = models.CharField(_("website"), max_length=200, blank=True, validators=[URLValidator()])
    own_day = MonthDayField(
        _("the city's own day"),
        blank=True,
        help_text=_("Month and day: 12-01. Its founding, its patron; the desk tells of it a month before."),
    )
    liaison = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("our liaison"), related_name="+"
    )
    note = models.TextField(_("note"), blank=True)
    archived = models.BooleanField(_("archived"), default=False)

    objects = CityQuerySet.as_manager()
    indexed_as = 1

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        indexes = [models.Index(fields=["country", "sort_key", "id"], name="city_by_name")]
        constraints = [
            not_itself("city_not_merged_into_itself"),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="city_coordinates_both_or_none",
            ),
            models.CheckConstraint(condition=~Q(part_of=F("pk")), name="city_not_part_of_itself"),
        ]

    def get_absolute_url(self):
        return reverse("city", args=[self.slug])

    def clean(self):
        """Coordinates come in pairs; a place is part of another one of its country, and never of a part of its own."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({missing: _("Give both latitude and longitude, or neither.")})
        if self.part_of and self.part_of.country_id != self.country_id:
            raise ValidationError({"part_of": _("A place is part of one in the same country or region.")})
        if self.part_of and not self._state.adding and self in (self.part_of, *self.part_of.wholes):
            raise ValidationError({"part_of": _("It cannot be part of itself or of a part of its own.")})
        if not self._state.adding and self.parts.exclude(country=self.country_id).exists():
            raise ValidationError({"country": _("Places of another country or region are recorded as part of it.")})

    @property
    def wholes(self) -> list["City"]:
        """The places it is part of, the nearest first: its county, then its province."""
        found, place = [], self.part_of
        while place and place not in found:
            found.append(place)
            place = place.part_of
        return found

    @property
    def language(self) -> str:
        """The language letters there are written in."""
        return self.letter_language or self.country.language

    def partnership_with(self, ours: "City"):
        """Our partnership with it, or None; a partnership it has with another city is not ours."""
        return next((partnership for partnership in self.partnerships.all() if partnership.city_id == ours.pk), None)

    @property
    def own_name(self):
        """Its name in a language of its country, the most spoken first; None where none is on record."""
        known = {name.language.split("-")[0]: name for name in self.names.all()}
        spoken = get_official_languages(self.country_id, regional=True, de_facto=True)
        codes = (SAME_LANGUAGE.get(code, code) for code in (language.split("_")[0] for language in spoken))
        return next((known[code] for code in codes if code in known), None)

    def region_in(self, language: str) -> str:
        """Its region's name in a language, else in English, else any, else ""."""
        regions = {name.language: name.region for name in self.names.all() if name.region}
        return regions.get(language) or regions.get("en") or next(iter(regions.values()), "")

    @property
    def display_region(self) -> str:
        """Its region for the reader of the page."""
        return self.region_in(get_language() or "en")

    def propose_place_kind(self) -> str:
        """The kind of place that its names tell; a city where none does."""
        names = [(name.language, name.text) for name in self.names.all()]
        return propose_place_kind(names, self.country_id) or PlaceKind.CITY

    def slug_candidates(self) -> Iterator[str]:
        """guadalajara-es; a homonym within the country carries its region, then a number."""
        country = self.country_id.lower()
        latin = self.name_in("en") or next((n.text for n in self.names.all() if n.text.isascii()), "")
        name = latin_slug(latin) or latin_slug(self.display_name) or "city"
        region = latin_slug(self.region_in("en"))
        stems = [name] + ([f"{name}-{region}"] if region else [])
        yield from (f"{stem}-{country}" for stem in stems)
        yield from (f"{stems[-1]}{number}-{country}" for number in NUMBERED[1:])

    def distance_from(self, other: "City") -> float | None:
        """Great-circle distance in kilometres, or None where a coordinate is unknown."""
        if None in (self.latitude, other.latitude):
            return None
        lat1, lat2 = radians(other.latitude), radians(self.latitude)
        dlon = radians(self.longitude - other.longitude)
        haversine = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
        return 2 * EARTH_RADIUS_KM * asin(min(1, sqrt(haversine)))

    def bearing_from(self, other: "City") -> float | None:
        """Initial true bearing in degrees from north seen from ``other``, or None."""
        if None in (self.latitude, other.latitude):
            return None
        lat1, lat2 = radians(other.latitude), radians(self.latitude)
        dlon = radians(self.longitude - other.longitude)
        east = sin(dlon) * cos(lat2)
        north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(dlon)
        return degrees(atan2(east, north)) % 360


def latin_slug(text: str) -> str:
    """A lower-case ASCII slug; Chinese by pinyin, other scripts by what folds to Latin."""
    return slugify(unicodedata.normalize("NFKD", fold(pinyin(text))).encode("ascii", "ignore").decode())


class CityName(Declined, Name):
    """A city's name in one language as running text writes it, and its region's."""

    city = models.ForeignKey(City, models.CASCADE, related_name="names")
    region = models.CharField(_("region"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("name")
        constraints = [models.UniqueConstraint(fields=["city", "language"], name="city_name_once_a_language")]
        indexes = [models.Index(fields=["language", "text"])]
