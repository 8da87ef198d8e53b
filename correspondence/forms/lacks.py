"""The words that a letter lacks, all at once, each with a box, and a proposal to be ticked as right."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _

from correspondence.errors import Lack
from correspondence.texts.name_proposals import propose_person_parts
from crm.actions import words
from crm.actions.door import door
from crm.languages import html_language, language_name
from crm.models import Gender

LONGEST = 200
IN_BOXES = ("name", "title", "person_name", "gender", "case", "form_of_address")  # others have pages of their own


class LacksForm(forms.Form):
    """Boxes for what can be said in one; what is left empty is asked again, and nothing typed is lost."""

    def __init__(self, *args, lacks: Iterable[Lack], **kwargs):
        super().__init__(*args, **kwargs)
        self.lacks = [lack for lack in lacks if lack.what in IN_BOXES]
        for lack in self.lacks:
            self.add_boxes(lack)

    def add_boxes(self, lack: Lack) -> None:
        """The boxes of one missing word."""
        label, key = label_of(lack), lack.key
        attrs = {"lang": html_language(lack.language)}
        if lack.what == "gender":
            choices = [(value, name) for value, name in Gender.choices if value]
            self.fields[key] = forms.ChoiceField(label=label, choices=[("", "—"), *choices], required=False)
            return
        if lack.what == "person_name":
            self.fields[key] = box(_("%(what)s: family name") % {"what": label}, attrs, 80)
            self.fields[f"{key}-given"] = box(_("%(what)s: given name") % {"what": label}, attrs, 80)
        elif lack.what == "form_of_address":
            self.fields[key] = box(_("%(what)s: salutation") % {"what": label}, attrs)
            lines = forms.Textarea({**attrs, "rows": 3})
            self.fields[f"{key}-lines"] = forms.CharField(
                label=_("%(what)s: addressee lines") % {"what": label}, widget=lines, required=False
            )
        else:
            self.fields[key] = box(label, attrs)
        if lack.proposal and lack.what in ("name", "title", "case", "person_name"):
            self.fields[f"{key}-right"] = forms.BooleanField(
                label=_("“%(words)s” is right") % {"words": lack.proposal}, required=False
            )

    def clean(self):
        cleaned = super().clean()
        for lack in self.lacks:
            halves = [cleaned.get(name, "") for name in (lack.key, f"{lack.key}-lines") if name in self.fields]
            if lack.what == "form_of_address" and any(halves) and not all(halves):
                self.add_error(lack.key, _("Give the salutation and the addressee lines."))
        return cleaned

    def filled(self) -> list[tuple[Lack, str]]:
        """What was typed or ticked as right."""
        return [(lack, words) for lack in self.lacks if (words := self.words_of(lack))]

    def words_of(self, lack: Lack) -> str:
        """The word typed for a lack, else the proposal that was ticked, else ""."""
        typed = self.cleaned_data.get(lack.key, "").strip()
        return typed or (lack.proposal if self.cleaned_data.get(f"{lack.key}-right") else "")


def box(label: str, attrs: dict, longest: int = LONGEST) -> forms.CharField:
    """A line of text that may stay empty."""
    return forms.CharField(label=label, max_length=longest, widget=forms.TextInput(attrs), required=False)


def label_of(lack: Lack) -> str:
    """What is missing, of what, in which language."""
    frames = {
        "name": _("Name of “%(record)s” in %(language)s"),
        "title": _("Title of %(record)s in %(language)s"),
        "person_name": _("Name of %(record)s in %(language)s"),
        "gender": _("%(record)s is"),
        "case": _("“%(record)s” in %(language)s, %(case)s"),
        "form_of_address": _("How %(record)s is addressed in %(language)s"),
    }
    record = getattr(lack.record, "person", lack.record) if lack.what in ("title", "form_of_address") else lack.record
    case = lack.record._meta.get_field("cases").label_of(lack.case) if lack.case else ""
    return frames[lack.what] % {"record": record, "language": language_name(lack.language), "case": case}


@door
def keep_words(*, by, form: LacksForm) -> int:
    """Put what was filled in on record; returns how much that was."""
    filled = form.filled()
    for lack, text in filled:
        keep_word(by, form, lack, text)
    return len(filled)


def keep_word(by, form: LacksForm, lack: Lack, text: str) -> None:
    """Put one word on record."""
    more = form.cleaned_data
    facts = {"by": by, "language": lack.language}
    if lack.what == "name":
        words.add_name(record=lack.record, text=text, **facts)
    elif lack.what == "title":
        words.add_title(post=lack.record, text=text, **facts)
    elif lack.what == "person_name":
        given = more.get(f"{lack.key}-given", "")
        if not more.get(lack.key) and (parts := propose_person_parts(lack.record, lack.language)):
            text, given = parts  # ticked as right
        words.add_person_name(person=lack.record, family=text, given=given, **facts)
    elif lack.what == "gender":
        words.set_gender(by=by, person=lack.record, gender=text)
    elif lack.what == "case":
        words.keep_case(by=by, row=lack.record, case=lack.case, text=text)
    else:
        words.keep_address(whom=lack.record, salutation=text, envelope=more[f"{lack.key}-lines"], **facts)
