"""The kinds of things that are given, with their words per language."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.models.common import LanguageTagged


class Qualifier(models.TextChoices):
    """How sure a quantity is."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("more than")


class Unit(models.TextChoices):
    """What a quantity counts."""

    PIECE = "piece", _("pieces")
    CARTON = "carton", _("cartons")
    BOX = "box", _("boxes")
    KILOGRAM = "kilogram", _("kilograms")
    TONNE = "tonne", _("tonnes")
    LITRE = "litre", _("litres")


# The forms that each letter language counts with; correspondence/languages/<code>.py asks for the same ones.
FORMS_BY_LANGUAGE = {
    "zh-hans": ("bulk", "measure"),
    "ja": ("bulk", "measure"),
    "ko": ("bulk", "measure"),
    "en": ("bulk", "one", "other"),
    "es": ("bulk", "one", "other", "gender"),
    "nb": ("bulk", "one", "other"),
    "ro": ("bulk", "one", "other"),
    "uk": ("bulk", "bare", "one", "few", "many", "other"),
    "fil": ("bulk", "bare", "measure"),
}


class ItemKindQuerySet(models.QuerySet):
    """Kinds by what they are."""

    def goods(self):
        """Things, not money, that are still in use."""
        return self.filter(is_money=False, archived=False).prefetch_related("words")

    def active(self):
        """Those not archived, money too."""
        return self.filter(archived=False).prefetch_related("words")

    def lacking(self, language: str):
        """Things without words in a language, whose letters stop until somebody adds them."""
        return self.filter(is_money=False).exclude(words__language=language)

    def search(self, text: str):
        """Kinds whose code or one of whose words contains ``text``."""
        return self.filter(Q(code__icontains=text) | Q(words__bulk__icontains=text)).distinct()


class ItemKind(models.Model):
    """A kind of thing that is given, with its words per language."""

    code = models.SlugField(_("code"), unique=True)
    is_money = models.BooleanField(_("money"), default=False, help_text=_("Its lines have a value and a currency."))
    archived = models.BooleanField(_("archived"), default=False)

    objects = ItemKindQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("kind of item")
        verbose_name_plural = _("kinds of items")

    def __str__(self):
        if self.is_money:
            return str(_("Money"))
        known = {word.language: word.bulk for word in self.words.all()}
        return known.get(get_language() or "en") or known.get("en") or self.code

    def get_absolute_url(self):
        return reverse("item-kind-edit", args=[self.code])

    def languages_lacking(self) -> list[str]:
        """The letter languages that have no words for it yet; money needs none."""
        known = {word.language for word in self.words.all()}
        return [] if self.is_money else [language for language in FORMS_BY_LANGUAGE if language not in known]

    def word_in(self, language: str) -> "ItemWord | None":
        """Its words in a language, or None."""
        return next((word for word in self.words.all() if word.language == language), None)


class ItemWord(LanguageTagged):
    """The words of one item kind in one language, in the forms its sentences need."""

    kind = models.ForeignKey(ItemKind, models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=10, choices=settings.LETTER_LANGUAGES)
    bulk = models.CharField(_("after “a large quantity of”"), max_length=80)
    bare = models.CharField(_("alone, after “you sent us”"), max_length=80, blank=True)
    measure = models.CharField(_("measure word"), max_length=20, blank=True)
    one = models.CharField(_("after 1"), max_length=80, blank=True)
    few = models.CharField(_("after 2, 3, 4"), max_length=80, blank=True)
    many = models.CharField(_("after 5 and more"), max_length=80, blank=True)
    other = models.CharField(_("after other numbers"), max_length=80, blank=True)
    gender = models.CharField(_("grammatical gender"), max_length=1, blank=True)
    reviewed_by = models.CharField(_("read by"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("word")
        constraints = [models.UniqueConstraint(fields=["kind", "language"], name="item_word_once_a_language")]

    def __str__(self):
        return self.bulk

    def missing_forms(self) -> list[str]:
        """The names of the forms that its language counts with and that are not filled in."""
        needed = FORMS_BY_LANGUAGE.get(self.language, ())
        return [str(self._meta.get_field(form).verbose_name) for form in needed if not getattr(self, form)]
