"""What several nouns share: names per language, being found by name, pointing at a partner."""

from collections.abc import Iterator
from functools import cache
from uuid import uuid4

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField, TextsField
from crm.folding import FOLDING, fold, nfc, search_text
from crm.languages import CHINESE, name_languages


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

    search_text = models.TextField(editable=False, blank=True, default="")
    folding = models.PositiveSmallIntegerField(editable=False, default=0)  # by which number search_text was folded

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

    def search_names(self) -> list[str]:
        """The texts this record is found by."""
        return [name.text for name in self.names.all()]

    def searched_by(self) -> dict[str, str | int]:
        """Return the columns the record is found and sorted by, from its names."""
        return {"search_text": search_text(*self.search_names()), "folding": FOLDING}

    def refresh_search(self) -> None:
        """Write anew what the record is found by; called after the record or one of its names was saved."""
        self._state.fields_cache.clear()
        getattr(self, "_prefetched_objects_cache", {}).clear()
        type(self).objects.filter(pk=self.pk).update(**self.searched_by())


class NamedQuerySet(models.QuerySet):
    """Records found by a part of any of their names."""

    def search(self, text: str):
        """Every word of ``text`` occurs in one of the names, in any script, or in their pinyin."""
        found = self
        for word in fold(text or "").split():
            found = found.filter(search_text__contains=word)
        return found

    def active(self):
        """Those not archived."""
        return self.filter(archived=False)


@transaction.atomic
def renew_search() -> int:
    """Write anew what each record is found by that was folded otherwise than today; returns how many there were.

    After a migration or a restore it finds the records of the time before; at other times there are none.
    """
    stale = [
        (model, key)
        for model in apps.get_models()
        if issubclass(model, Named)
        for key in model.objects.exclude(folding=FOLDING).values_list("pk", flat=True)
    ]
    for start in range(0, len(stale), 500):
        for model, keys in grouped(stale[start : start + 500]).items():
            for record in model.objects.filter(pk__in=keys).prefetch_related("names"):
                model.objects.filter(pk=record.pk).update(**record.searched_by())
    return len(stale)


def grouped(pairs) -> dict:
    """The second of each pair, in lists by the first."""
    groups = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


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
