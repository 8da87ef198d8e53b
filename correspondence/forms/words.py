"""The words of a letter, part by part and paragraph by paragraph, and what its approval slip says besides."""

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from correspondence.actions.gates import needs_clearance
from correspondence.models import Letter
from correspondence.texts.pairing import Pair, Side, pairs_of
from crm.forms.base import RecordModelForm
from crm.forms.joining import CHOICE, JoinedForm, plain, short_hash
from crm.languages import CHINESE, html_language

WIDE = 42  # half-width letters in a line of a box, where two stand beside each other
LINE_END = re.compile(r"\r\n|[\r\v\f\u2028\u2029]")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class WordsField(forms.CharField):
    """Words as typed, with plain line ends and without the unseen characters that Word brings and no .docx may hold.

    ``lang`` lets the browser choose the right shapes and spelling.
    """

    def __init__(self, words: str, language: str, one_line: bool = False, **kwargs):
        attrs = {"lang": html_language(language), "class": "form-control"}
        widget = forms.TextInput(attrs) if one_line else forms.Textarea({**attrs, "rows": rows_for(words)})
        super().__init__(initial=words, required=False, widget=widget, **kwargs)

    def to_python(self, value):
        return UNSEEN.sub("", LINE_END.sub("\n", super().to_python(value)))


def rows_for(text: str) -> int:
    """Return how many rows a box for a text needs on a wide page; full-width letters count twice."""
    widths = (sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))
    return sum(1 + width // WIDE for width in widths)


@dataclass(frozen=True)
class Row:
    """A row of the page: the pair, and the boxes of each of its sides."""

    pair: Pair
    sides: list[tuple[Side, list[BoundField]]]


class WordsForm(JoinedForm, forms.Form):
    """Both texts of a letter; what two write at once is joined box by box, or asked."""

    opened = "opened-words"
    keep_address = forms.MultipleChoiceField(required=False)

    def __init__(self, *args, letter: Letter, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairs = pairs_of(letter)
        self.sides = [side for pair in self.pairs for side in pair.sides]
        self.texts = sorted(letter.texts.all(), key=lambda text: text.language != CHINESE)
        self.fields["keep_address"].choices = [(text.language, text.language) for text in self.texts]
        for pair in self.pairs:
            for side in pair.sides:
                self.fields[side.box] = self.field_of(pair, side)

    def field_of(self, pair: Pair, side: Side) -> WordsField:
        """The box of one side, called by its row and its language."""
        label = f"{pair.name} · {side.text.get_language_display()}"
        longest = side.text._meta.get_field(side.part).max_length if side.part else None
        one_line = longest is not None
        return WordsField(side.words, side.text.language, one_line=one_line, label=label, max_length=longest)

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
    def rows(self) -> list[Row]:
        """The rows of the page, Chinese first in each."""
        return [Row(pair, [(side, self.boxes(side.box)) for side in pair.sides]) for pair in self.pairs]

    def place_of(self, box: str) -> str:
        """The row in which a box, or the question about it, stands."""
        name = box.removeprefix(CHOICE)
        return next((pair.place for pair in self.pairs if name in [side.box for side in pair.sides]), f"div_id_{box}")

    def typed_words(self) -> dict[Side, str]:
        """What was typed, side by side; what the page did not send stays as it is."""
        return {side: self.cleaned_data[side.box] for side in self.sides if self.was_sent(side)}

    def was_sent(self, side: Side) -> bool:
        """Whether the page sent a side's box, and nothing is wrong with it."""
        return side.box in self.data and side.box in self.cleaned_data

    def put_in(self) -> None:
        """Have the letter that the form was made of say what was typed, without keeping it."""
        for side, words in self.typed_words().items():
            side.say(words)

    @property
    def parts(self) -> dict[tuple[str, str], str]:
        """{(language, part): words} as typed."""
        return {(side.text.language, side.part): words for side, words in self.typed_words().items() if side.part}

    @property
    def paragraphs(self) -> dict[int, str]:
        """{paragraph's key: words} as typed."""
        return {side.paragraph.pk: words for side, words in self.typed_words().items() if side.paragraph}


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
