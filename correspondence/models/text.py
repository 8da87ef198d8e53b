"""A letter's words: a text a language, in paragraphs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.languages import letter_languages


class LetterText(models.Model):
    """A letter's words in one language, except place and date, which follow the day."""

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="texts")
    language = LanguageField(_("language"), choices=letter_languages)
    addressee = models.TextField(_("addressee"), blank=True)
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    salutation = models.CharField(_("salutation"), max_length=200, blank=True)
    closing = models.TextField(_("closing"), blank=True)
    signature = models.TextField(_("signature"), blank=True)
    composed = models.JSONField(default=dict, editable=False)  # {part: words} as they were composed

    class Meta:
        verbose_name = _("text")
        constraints = [models.UniqueConstraint(fields=["letter", "language"], name="letter_language_once")]

    def __str__(self):
        return str(_("%(things)s (%(value)s)") % {"things": self.letter, "value": self.get_language_display()})

    def as_data(self) -> dict:
        """Its words as plain data, in reading order."""
        return {
            "language": self.language,
            "addressee": self.addressee,
            "heading": self.heading,
            "salutation": self.salutation,
            "paragraphs": [p.body for p in self.paragraphs.all()],
            "closing": self.closing,
            "signature": self.signature,
        }


class LetterParagraph(models.Model):
    """A paragraph; ``key`` ties it to its twin in the other language."""

    text = models.ForeignKey(LetterText, models.CASCADE, related_name="paragraphs")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=40)
    body = models.TextField(_("paragraph"))
    composed = models.TextField(blank=True, default="", editable=False)  # the words as they were composed
    facts = models.JSONField(default=dict, editable=False)  # {placeholder: what it said of the record}
    to_fill = models.BooleanField(_("still to be filled in"), default=False)
    confirmed = models.JSONField(default=dict, editable=False)  # what the record says that it stands by all the same
    leftovers = models.JSONField(
        default=list, editable=False
    )  # names, numbers and days of the letter it was taken from
    confirmed_because = models.CharField(_("why the words stand"), max_length=200, blank=True)
    confirmed_by = models.CharField(_("confirmed by"), max_length=80, blank=True)
    pending = models.BooleanField(_("its twin was changed"), default=False)
    cleared_by = models.CharField(_("cleared by"), max_length=80, blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name = _("paragraph")
        constraints = [models.UniqueConstraint(fields=["text", "position"], name="letter_paragraph_position_once")]

    def __str__(self):
        return self.body
