"""Countries and regions as the office names and groups them (docs/domain.md §8)."""

from collections.abc import Iterator
from datetime import date

from babel import Locale
from babel.languages import get_official_languages
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField, MonthDayField, PartialDateField
from crm.folding import name_order
from crm.languages import CHINESE, letter_languages, letter_rules


class CountryQuerySet(models.QuerySet):
    """Countries and regions by what they are called and written to in."""

    def search(self, text: str):
        """Every word of ``text`` occurs in the Chinese or an English name, or is the code."""
        found = self
        for word in text.split():
            english = Q(name_en__icontains=word) | Q(official_name__icontains=word)
            found = found.filter(english | Q(name_zh__contains=word) | Q(code__iexact=word))
        return found

    def rank(self, path: str = "country") -> Case:
        """The place of a record's country among these by its name for the reader, in Chinese by pinyin; to sort by."""
        ordered = sorted(self, key=lambda country: (name_order(str(country)), country.pk))
        places = [When(**{path: country.pk}, then=Value(place)) for place, country in enumerate(ordered)]
        nowhere = When(**{f"{path}__isnull": True}, then=Value(len(places)))  # else PostgreSQL sorts by column 0
        return Case(*places, nowhere, default=Value(len(places)))


class Country(models.Model):
    """A row of the office's own table 国家/地区, by ISO 3166-1 alpha-2 code."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    name_zh = models.CharField(_("Chinese name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60)
    official_name = models.CharField(
        _("official English name"),
        max_length=80,
        blank=True,
        help_text=_("On envelopes, in capitals: Republic of Korea. Left empty, the English name."),
    )
    official_name_zh = models.CharField(
        _("full Chinese name"),
        max_length=80,
        blank=True,
        help_text=_("At its first mention in a letter: 大韩民国. Left empty, the Chinese name."),
    )
    letter_language = LanguageField(
        _("language of letters"),
        blank=True,
        choices=letter_languages,
        help_text=_("Left empty, the official language, or English where we have no texts in it."),
    )
    clearance_from = PartialDateField(
        _("clearance needed from"),
        null=True,
        blank=True,
        help_text=_("No diplomatic relations, or a reason of the office's own: steps and letters then need an answer."),
    )
    clearance_until = PartialDateField(_("clearance needed until"), null=True, blank=True)
    clearance_reason = models.CharField(_("why clearance is needed"), max_length=200, blank=True)
    national_day = MonthDayField(
        _("national day"), blank=True, help_text=_("Month and day: 12-01. The desk tells of it a month before.")
    )
    filed_apart = models.BooleanField(
        _("filed apart"), default=False, help_text=_("No country, and never a partner or a prospect.")
    )

    objects = CountryQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("country or region")
        verbose_name_plural = _("countries and regions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(clearance_reason="") | Q(clearance_from__isnull=True, clearance_until__isnull=True),
                name="country_clearance_has_a_reason",
            )
        ]

    def __str__(self):
        return self.name_zh if (get_language() or "").startswith("zh") else self.name_en

    def get_absolute_url(self):
        return reverse("country-edit", args=[self.code])

    @property
    def language(self) -> str:
        """The language letters there are written in: as set, else official, else English."""
        return self.letter_language or official_language(self.code)

    def speaks(self, language: str) -> bool:
        """Whether a letter language is an official one there."""
        return language in official_languages(self.code)

    def needs_clearance(self, on: date) -> bool:
        """Whether dealings of the city government there need a superior's answer on a day."""
        begun = self.clearance_from is None or self.clearance_from.first <= on
        over = self.clearance_until is not None and self.clearance_until.last < on
        return bool(self.clearance_reason) and begun and not over

    @property
    def mail_name(self) -> str:
        """The last line of an envelope that goes there from abroad: REPUBLIC OF KOREA 韩国 (docs/domain.md §8)."""
        return f"{(self.official_name or self.name_en).upper()} {self.name_zh}"

    def name_in(self, language: str) -> str:
        """The name in a letter language; ours in Chinese and English, CLDR's in the others."""
        own = {CHINESE: self.name_zh, "en": self.name_en}.get(language)
        return own or Locale.parse(language, sep="-").territories.get(self.code, self.name_en)


def official_language(code: str) -> str:
    """The first letter language that CLDR names official in the territory, else English."""
    return next(official_languages(code), "en")


def official_languages(code: str) -> Iterator[str]:
    """The letter languages that CLDR names official in the territory, in its order."""
    ours = {value.split("-")[0]: value for value in letter_rules()}
    aliases = {"no": "nb", "tl": "fil"}
    for language in get_official_languages(code, de_facto=True):
        short = aliases.get(language.split("_")[0], language.split("_")[0])
        if short in ours:
            yield ours[short]
