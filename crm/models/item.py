"""The kinds of things that are given, with their words per language."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField, TextsField
from crm.languages import letter_languages, letter_rules, word_forms
from crm.models.common import LanguageTagged, normalize_romanian


class Qualifier(models.TextChoices):
    """How sure a quantity or a value is; ``large`` and ``some`` stand where there is no number."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("more than")
    LARGE = "large", _("a large quantity")
    SOME = "some", _("some")


UNCOUNTED = (Qualifier.LARGE, Qualifier.SOME)
COUNTED = [choice for choice in Qualifier.choices if choice[0] not in UNCOUNTED]


class Unit(models.TextChoices):
    """What a quantity counts."""

    PIECE = "piece", _("pieces")
    PAIR = "pair", _("pairs")
    SET = "set", _("sets")
    BOTTLE = "bottle", _("bottles")
    PACK = "pack", _("packs")
    BATCH = "batch", _("batches")
    CARTON = "carton", _("cartons")
    BOX = "box", _("boxes")
    KILOGRAM = "kilogram", _("kilograms")
    TONNE = "tonne", _("tonnes")
    LITRE = "litre", _("litres")


# What the form pages call the forms that languages ask for (correspondence/languages/<code>.py, word_forms).
FORM_LABELS = {
    "bulk": _("after “a large quantity of”"),
    "bare": _("alone, after “you sent us”"),
    "measure": _("measure word"),
    "pair": _("measure word of a pair"),
    "set": _("measure word of a set"),
    "zero": _("after 0"),
    "one": _("after 1"),
    "two": _("after 2"),
    "few": _("after 2, 3, 4"),
    "many": _("after 5 and more"),
    "other": _("after other numbers"),
    "gender": _("grammatical gender"),
}


def form_label(form: str) -> str:
    """What a form of a word is called; a language may name one that we have no words for."""
    return FORM_LABELS.get(form, form.replace("_", " "))


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
        return [] if self.is_money else [language for language in letter_rules() if language not in known]

    def word_in(self, language: str) -> "ItemWord | None":
        """Its words in a language, or None."""
        return next((word for word in self.words.all() if word.language == language), None)


class ItemWord(LanguageTagged):
    """The words of one item kind in one language, in the forms its sentences need.

    ``bulk``, which every language has, is a column of its own: kinds are listed and found by it.
    """

    kind = models.ForeignKey(ItemKind, models.CASCADE, related_name="words")
    language = LanguageField(_("language"), choices=letter_languages)
    bulk = models.CharField(FORM_LABELS["bulk"], max_length=80)
    forms = TextsField(_("forms"), label_of=form_label)
    reviewed_by = models.CharField(_("read by"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("word")
        constraints = [models.UniqueConstraint(fields=["kind", "language"], name="item_word_once_a_language")]

    def __str__(self):
        return self.bulk

    def prepare(self) -> None:
        super().prepare()
        self.forms = {form: normalize_romanian(text, self.language) for form, text in self.forms.items()}

    def form(self, name: str) -> str:
        """One form of the word, "" where it is not kept."""
        return self.bulk if name == "bulk" else self.forms.get(name, "")

    def missing_forms(self) -> list[str]:
        """What the forms are called that its language counts with and that are not filled in."""
        return [str(form_label(form)) for form in word_forms(self.language) if not self.form(form)]
