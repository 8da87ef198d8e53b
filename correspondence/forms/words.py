"""The words of a letter, part by part and paragraph by paragraph, and what its approval slip says besides."""

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from correspondence.actions.gates import needs_clearance
from correspondence.languages import language_rules
from correspondence.models import Letter, LetterParagraph, LetterText
from crm.forms.base import RecordModelForm
from crm.forms.joining import CHOICE, JoinedForm, plain, short_hash
from crm.languages import CHINESE, html_language

ABOVE, BELOW = ("addressee", "heading", "salutation"), ("closing", "signature")


LINE_END = re.compile(r"\r\n|[\r\v\f\u2028\u2029]")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class WordsField(forms.CharField):
    """Words as typed, with plain line ends and without the unseen characters that Word brings and no .docx may hold.

    ``lang`` lets the browser choose the right shapes and spelling.
    """

    def __init__(self, words: str, language: str, one_line: bool = False, **kwargs):
        attrs = {"lang": html_language(language)}
        widget = forms.TextInput(attrs) if one_line else forms.Textarea({**attrs, "rows": rows_for(words)})
        super().__init__(initial=words, required=False, widget=widget, **kwargs)

    def to_python(self, value):
        return UNSEEN.sub("", LINE_END.sub("\n", super().to_python(value)))


def rows_for(text: str) -> int:
    """Return how many rows a box for a text needs on a wide page, and one to spare; full-width letters count twice."""
    widths = (sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))
    return 1 + sum(1 + width // 62 for width in widths)


@dataclass(frozen=True)
class TextFields:
    """One language's boxes in the order of the page."""

    text: LetterText
    above: list[BoundField]
    paragraphs: list[tuple[LetterParagraph, list[BoundField]]]
    below: list[BoundField]


class WordsForm(JoinedForm, forms.Form):
    """Both texts of a letter; what two write at once is joined box by box, or asked."""

    opened = "opened-words"
    keep_address = forms.MultipleChoiceField(required=False)

    def __init__(self, *args, letter: Letter, **kwargs):
        super().__init__(*args, **kwargs)
        self.texts = sorted(letter.texts.all(), key=lambda text: text.language != CHINESE)
        self.fields["keep_address"].choices = [(text.language, text.language) for text in self.texts]
        for text in self.texts:
            self.add_fields_of(text)

    def parts_of(self, text: LetterText, parts: tuple[str, ...]) -> list[str]:
        """Those of some parts that a letter in the text's language prints."""
        return [part for part in parts if part in language_rules(text.language).parts]

    def add_fields_of(self, text: LetterText) -> None:
        """The boxes of one language."""
        for part in self.parts_of(text, ABOVE + BELOW):
            field = text._meta.get_field(part)
            options = {"label": capfirst(field.verbose_name), "max_length": field.max_length}
            words = WordsField(getattr(text, part), text.language, one_line=field.max_length is not None, **options)
            self.fields[f"{text.language}-{part}"] = words
        for number, paragraph in enumerate(text.paragraphs.all(), 1):
            label = _("Paragraph %(number)d") % {"number": number}
            self.fields[f"paragraph-{paragraph.pk}"] = WordsField(paragraph.body, text.language, label=label)

    def boxes(self, name: str) -> list[BoundField]:
        """A box, and below it the question which words stay where two changed them."""
        return [self[one] for one in (name, CHOICE + name) if one in self.fields]

    def full_clean(self):
        super().full_clean()
        for words in self.dropped_words():
            sentence = _("Somebody else dropped a paragraph that you were changing. You wrote: %(words)s")
            self.add_error(None, sentence % {"words": words})

    def dropped_words(self) -> list[str]:
        """What was typed into paragraphs that somebody else has dropped since the page was opened."""
        if not self.is_bound:
            return []
        opened = self.read_opened()
        gone = [name for name in opened if name.startswith("paragraph-") and name not in self.fields]
        typed = {name: plain(forms.CharField(), self.data.get(name, "")) for name in gone}
        return [words for name, words in typed.items() if words and short_hash(words) != opened[name]]

    @property
    def languages(self) -> list[TextFields]:
        """The boxes, Chinese first."""
        return [
            TextFields(
                text,
                [box for part in self.parts_of(text, ABOVE) for box in self.boxes(f"{text.language}-{part}")],
                [(paragraph, self.boxes(f"paragraph-{paragraph.pk}")) for paragraph in text.paragraphs.all()],
                [box for part in self.parts_of(text, BELOW) for box in self.boxes(f"{text.language}-{part}")],
            )
            for text in self.texts
        ]

    @property
    def parts(self) -> dict[tuple[str, str], str]:
        """{(language, part): words} as typed; what the page did not send stays."""
        keys = {
            (text.language, part): f"{text.language}-{part}"
            for text in self.texts
            for part in self.parts_of(text, ABOVE + BELOW)
        }
        return {key: self.cleaned_data[name] for key, name in keys.items() if name in self.data}

    @property
    def paragraphs(self) -> dict[int, str]:
        """{paragraph's key: words} as typed."""
        keys = {p.pk: f"paragraph-{p.pk}" for text in self.texts for p in text.paragraphs.all()}
        return {key: self.cleaned_data[name] for key, name in keys.items() if name in self.data}


class SlipForm(RecordModelForm):
    """What the approval slip 发文稿纸 says besides the words."""

    class Meta:
        model = Letter
        fields = [
            "title",
            "urgency",
            "openness",
            "copies_printed",
            "checked_by",
            "countersigned_by",
            "translation_marked",
            "clearance_number",
            "clearance_day",
        ]
        labels = {"copies_printed": gettext_lazy("Copies to print")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["title"] = str(self.instance)
        if self.instance.language == CHINESE:
            del self.fields["translation_marked"]
        if not needs_clearance(self.instance) and not self.instance.clearance_number:
            del self.fields["clearance_number"], self.fields["clearance_day"]

    def clean_title(self):
        title = self.cleaned_data["title"].strip()
        return "" if title == self.instance.proposed_title else title  # proposed in each reader's own language
