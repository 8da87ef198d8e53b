"""The office's letter texts: one template a kind, one text a language (docs/letter-texts.md)."""

import hashlib

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.languages import CHINESE, letter_languages

OPEN_LANGUAGES = (CHINESE, "en")  # an office has readers of both


class LetterTemplate(models.Model):
    """The text of one kind of letter, in several languages."""

    kind = models.OneToOneField(
        "correspondence.LetterKind", models.PROTECT, verbose_name=_("kind"), related_name="template"
    )

    class Meta:
        ordering = ["kind"]
        verbose_name = _("letter text")
        verbose_name_plural = _("letter texts")

    def __str__(self):
        return str(self.kind)


class LetterTemplateTextQuerySet(models.QuerySet):
    """Texts by who read them."""

    def unreviewed(self, kind: str, language: str):
        """The text of a kind and language, if no native reader has been named for it."""
        return self.filter(template__kind=kind, language=language, reviewed_by="")


class LetterTemplateText(models.Model):
    """A letter text in one language; unreviewed until a named native reader says otherwise."""

    template = models.ForeignKey(LetterTemplate, models.CASCADE, related_name="texts")
    language = LanguageField(_("language"), choices=letter_languages)
    source = models.TextField(_("text"))
    shipped_sha256 = models.CharField(max_length=64, editable=False, blank=True, default="")
    locked = models.BooleanField(
        _("locked until it was read"),
        default=False,
        help_text=_("No letter is issued with this text until a native reader is named here."),
    )
    reviewed_by = models.CharField(_("read by (native reader)"), max_length=80, blank=True)
    reviewed_on = models.DateField(_("read on"), null=True, blank=True)

    objects = LetterTemplateTextQuerySet.as_manager()

    class Meta:
        ordering = ["template", "pk"]
        verbose_name = _("text in one language")
        constraints = [
            models.UniqueConstraint(fields=["template", "language"], name="letter_text_once_a_language"),
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on__isnull=True)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="letter_text_reviewed_by_and_on",
            ),
        ]

    def __str__(self):
        return str(_("%(things)s (%(value)s)") % {"things": self.template, "value": self.get_language_display()})

    def get_absolute_url(self):
        return reverse("letter-text-edit", args=[self.template.kind_id, self.language])

    @property
    def is_locked(self) -> bool:
        """Whether no letter may be issued with it yet; Chinese and English are always open."""
        return self.locked and not self.reviewed_by and self.language not in OPEN_LANGUAGES

    @property
    def is_edited(self) -> bool:
        """Whether the office changed it since it was loaded; loading again then leaves it alone."""
        return hashlib.sha256(self.source.encode()).hexdigest() != self.shipped_sha256
