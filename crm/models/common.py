"""What several nouns share: names per language, being found and sorted by name, pointing at a partner."""

from collections.abc import Iterator
from functools import cache
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField, TextsField
from crm.folding import fold, nfc, pinyin
from crm.languages import CHINESE, name_languages
from crm.models.search_entry import keys_named


def normalize_romanian(text: str, language: str) -> str:
    """Şş Ţţ with cedilla become Șș Țț with comma below where the language is Romanian (docs/domain.md §2.1)."""
    return text.translate(str.maketrans("ŞşŢţ", "ȘșȚț")) if language == "ro" else text


def compose_texts(record: models.Model) -> None:
    """Write a record's texts with composed letters (``nfc``), those kept by name included."""
    for name in text_columns(type(record)):
        value = record.__dict__.get(name)
        if isinstance(value, str):
            record.__dict__[name] = nfc(value)
        elif isinstance(value, dict):
            record.__dict__[name] = {key: nfc(text) if isinstance(text, str) else text for key, text in value.items()}


@cache
def text_columns(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of a model that hold words."""
    kinds = (models.CharField, models.TextField, TextsField)
    return tuple(field.attname for field in model._meta.concrete_fields if isinstance(field, kinds))


class Keyed(models.Model):
    """A record with a random key that never changes: by it alone a file that comes back finds its record."""

    record_key = models.UUIDField(_("record key"), default=uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        compose_texts(self)
        super().save(*args, **kwargs)


class LanguageTagged(models.Model):
    """Rows in a language, whose words are written with a comma below where it is Romanian."""

    class Meta:
        abstract = True

    def prepare(self) -> None:
        """Write the words as their language is written; every way into the database comes through here."""
        compose_texts(self)
        if self.language != "ro":
            return
        for field in self._meta.concrete_fields:
            if isinstance(words := getattr(self, field.attname), str) and not field.choices:
                setattr(self, field.attname, normalize_romanian(words, self.language))

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)


CASES = {
    "genitive": pgettext_lazy("grammatical case", "genitive"),
    "dative": pgettext_lazy("grammatical case", "dative"),
    "accusative": pgettext_lazy("grammatical case", "accusative"),
    "instrumental": pgettext_lazy("grammatical case", "instrumental"),
    "locative": pgettext_lazy("grammatical case", "locative"),
    "vocative": pgettext_lazy("grammatical case", "vocative"),
}


def case_label(case: str) -> str:
    """What a grammatical case is called; a language may name one that we have no words for."""
    return CASES.get(case, case.replace("_", " "))


class Declined(models.Model):
    """Words that a language declines, with the forms that letters need of them, by case (docs/domain.md §2.1)."""

    cases = TextsField(_("forms in sentences"), label_of=case_label)
    cases_seen = models.BooleanField(
        _("the forms are right"), default=False, help_text=_("Somebody who knows the language has seen them.")
    )

    class Meta:
        abstract = True


class Name(Keyed, LanguageTagged):
    """A name in one language; subclasses add the owner and its related_name ``names``."""

    language = LanguageField(_("language"), choices=name_languages)
    text = models.CharField(_("name"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self):
        return self.text


class Named(Keyed):
    """A record with a name per language (``names``), found by any of them."""

    sort_key = models.CharField(max_length=200, editable=False, blank=True, default="")
    indexed_as = 0  # the number of its kind in the index; subclasses say which

    class Meta:
        abstract = True

    def __str__(self):
        return self.display_name

    def name_in(self, language: str, default: str | None = None) -> str:
        """The name in that language, else ``default``, else "" (callers decide what a gap means)."""
        for name in self.names.all():
            if name.language == language:
                return name.text
        return default or ""

    @property
    def display_name(self) -> str:
        """The name for the reader of the page: his language, else English, else Chinese, else any."""
        known = {name.language: name.text for name in self.names.all()}
        for language in (get_language(), "en", CHINESE):
            if language in known:
                return known[language]
        return next(iter(known.values()), "—")

    def sorted_by(self) -> str:
        """What lists sort it by: its Latin name, else its Chinese one by pinyin, else any."""
        names = {name.language: name.text for name in self.names.all()}
        latin = next((text for text in (names.get("en"), *names.values()) if text and fold(text).isascii()), "")
        return fold(pinyin(latin or names.get(CHINESE) or next(iter(names.values()), "")))[:200]


class NamedQuerySet(models.QuerySet):
    """Records found by their names, in any script."""

    def search(self, text: str):
        """Every word of ``text`` begins a word of the names or their pinyin; Chinese is found inside them."""
        text = text or ""
        return self.filter(pk__in=keys_named(self.model.indexed_as, text)) if text.strip() else self

    def active(self):
        """Those not archived."""
        return self.filter(archived=False)


NUMBERED = ("", *(f"-{number}" for number in range(2, 1000)))


class Addressed(models.Model):
    """A record whose pages are found under ``slug``, which is proposed from its names and then stays."""

    class Meta:
        abstract = True

    def slug_candidates(self) -> Iterator[str]:
        """Yield slugs for the record, the best first; subclasses say which."""
        raise NotImplementedError

    def propose_slug(self, taken=()) -> str:
        """Return the first candidate that no other record has, nor is among ``taken``; raises ValueError at the end."""
        others = type(self).objects.exclude(pk=self.pk)
        for slug in self.slug_candidates():
            if slug not in taken and not others.filter(slug=slug).exists():
                return slug
        raise ValueError(self)


def exactly_one(*fields: str) -> Q:
    """True where exactly one of the nullable fields is set."""
    either = Q()
    for field in fields:
        either |= Q(**{f"{other}__isnull": other != field for other in fields})
    return either
