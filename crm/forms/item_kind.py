"""The form of a kind of item, with its words per language."""

import json

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.fields import LanguageSelect
from crm.forms.base import RecordModelForm
from crm.forms.inline import inline
from crm.languages import language_name, letter_rules, optional_forms, word_forms
from crm.models import ItemKind, ItemWord
from crm.models.item import FORM_LABELS, form_label

LONGEST, LENGTHS = 80, {"measure": 20, "gender": 1}


class ItemKindForm(RecordModelForm):
    """A kind's code; its words are a part. The code stays once given: letters and fixtures know it."""

    class Meta:
        model = ItemKind
        fields = ["code", "is_money", "archived"]
        help_texts = {"code": gettext_lazy("Lower-case English letters: face_shield. It stays once given.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("code", "is_money") if self.instance.pk else ():
            self.fields[name].disabled = True


def forms_of_languages() -> dict[str, list[str]]:
    """The forms that each letter language has a use for besides ``bulk``, which is a field of every line."""
    known = {code: (*word_forms(code), *optional_forms(code)) for code in letter_rules()}
    return {code: [form for form in forms if form != "bulk"] for code, forms in known.items()}


def forms_in_order(names) -> list[str]:
    """Names of forms in the order in which a line asks for them; those we have no words for stand last."""
    known = [form for form in FORM_LABELS if form in names]
    return [*known, *sorted(set(names) - set(known))]


class ItemWordForm(RecordModelForm):
    """The words of one language: a field for each form that its counting needs, and for one that is kept or typed.

    Without a language every form is there; a script shows those that the language chosen asks for.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = forms_of_languages()
        self.fields["language"].widget = LanguageSelect(
            {"data-forms": json.dumps(self.asked)}, self.fields["language"].choices
        )
        self.shown = forms_in_order({*self.needed(), *self.kept()})
        for name in self.shown:
            self.fields[name] = forms.CharField(
                label=capfirst(form_label(name)),
                max_length=LENGTHS.get(name, LONGEST),
                required=False,
                initial=self.instance.forms.get(name, ""),
            )
        self.order_fields(["language", "bulk", *self.shown, "reviewed_by"])

    def needed(self) -> set[str]:
        """The forms of the language typed or on record; all there are while there is none."""
        every = {form for names in self.asked.values() for form in names}
        return set(self.asked.get(self["language"].value(), every))

    def kept(self) -> set[str]:
        """The forms on record, and those typed for another language: nothing is lost."""
        every = {form for names in self.asked.values() for form in names}
        typed = {form for form in every if self.is_bound and self.data.get(self.add_prefix(form))}
        return {*self.instance.forms, *typed}

    def clean(self):
        cleaned = super().clean()
        known = {name: cleaned.get(name, "") for name in ("language", "bulk")}
        self.instance.forms = {form: cleaned[form] for form in self.shown if cleaned.get(form)}
        word = ItemWord(**known, forms=self.instance.forms)
        missing = word.missing_forms() if known["language"] and not cleaned.get("DELETE") else []
        if missing:
            sentence = _("%(language)s also needs this form: %(forms)s.")
            words = {"language": language_name(known["language"]), "forms": _(", ").join(missing)}
            raise forms.ValidationError(sentence % words)
        return cleaned


ItemWords = inline(
    ItemKind,
    ItemWord,
    ["language", "bulk", "reviewed_by"],
    form=ItemWordForm,
    title=gettext_lazy("Words per language"),
    help_text=gettext_lazy("Choose the language: the line then asks for the forms that its counting needs."),
)
