"""What letters are for: a row a kind."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.models.city import latin_slug


class LetterKindQuerySet(models.QuerySet):
    """Kinds of letters, in the office's order."""

    def active(self):
        """Those not archived."""
        return self.filter(archived=False)

    def with_text(self, language: str):
        """Those that the office has a text for in a language."""
        return self.filter(template__texts__language=language)

    def as_choices(self) -> list[tuple[str, str]]:
        """(code, name) of each, for a form."""
        return [(kind.code, str(kind)) for kind in self]


class LetterKind(models.Model):
    """What a letter is for. Shipped kinds have rules of their own, by code; a kind the office adds has only texts."""

    NOTIFICATION = "notification"
    CONDOLENCE = "condolence"
    THANKS = "thanks"
    RECIPROCAL_SUPPORT = "reciprocal_support"
    CONGRATULATION = "congratulation"
    LETTER = "letter"
    REQUEST = "request"
    INVITATION = "invitation"
    GREETING = "greeting"
    MESSAGE = "message"

    code = models.SlugField(_("code"), max_length=40, primary_key=True, editable=False)
    name_zh = models.CharField(_("Chinese name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    dated_ahead = models.BooleanField(
        _("may be dated ahead"),
        default=False,
        help_text=_("Congratulations and greetings for a day to come; the office sets how many days."),
    )
    archived = models.BooleanField(
        _("archived"), default=False, help_text=_("No new letter is written of it; those there are stay.")
    )

    objects = LetterKindQuerySet.as_manager()

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("kind of letter")
        verbose_name_plural = _("kinds of letters")

    def __str__(self):
        return self.name_zh if (get_language() or "").startswith("zh") else self.name_en

    def get_absolute_url(self):
        return reverse("letter-kind-edit", args=[self.code])

    @property
    def may_be_dated_ahead(self) -> bool:
        """Whether a letter of it may bear a day to come; a condolence never does."""
        return self.dated_ahead and self.code != LetterKind.CONDOLENCE

    def propose_code(self) -> str:
        """seasons-greetings, by the English name; numbered where taken."""
        stem = latin_slug(self.name_en)[:36] or "kind"
        taken = set(LetterKind.objects.filter(code__startswith=stem).values_list("code", flat=True))
        return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if code not in taken)
