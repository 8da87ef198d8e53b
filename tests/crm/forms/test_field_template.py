"""Fields as forms show them: label, box, help and notes, as crispy-forms' own template writes them."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import engines
from django.utils.html import strip_spaces_between_tags

from crm.filters.base import RecordFilter

CHOICES = [("a", "A & B"), ("b", "B")]


class Asked(forms.Form):
    """A field of each sort."""

    name = forms.CharField(label="Name <of it>", help_text="As <b>written</b>.")
    note = forms.CharField(widget=forms.Textarea, required=False)
    one = forms.ChoiceField(choices=CHOICES)
    either = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, help_text="One")
    several = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False)
    sure = forms.BooleanField(help_text="Tick it.")
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    file = forms.FileField(required=False)

    helper = RecordFilter.helper


def field_template() -> str:
    """The template of crispy-forms that ours stands in front of."""
    found = engines["django"].engine.template_loaders[0].loaders[1].get_template("bootstrap5/field.html")
    return found.source


def plain(html: str) -> str:
    """HTML without the spaces that nobody sees."""
    html = re.sub(r"\s+", " ", strip_spaces_between_tags(html))
    return re.sub(r" ?([<>]) ?", r"\1", html).replace("></", "></")


@pytest.mark.parametrize("data", [None, {}, {"name": "x", "one": "b", "either": "a", "several": ["b"], "sure": "on"}])
def test_fields_are_written_as_crispy_forms_writes_them(data):
    template = engines["django"].from_string(field_template())
    for name in Asked.base_fields:
        ours, theirs = Asked(data), Asked(data)
        shown = dict.fromkeys(("form_show_errors", "form_show_labels", "error_text_inline"), True)
        shown["field"] = theirs[name]
        written = render_crispy_form(only(ours, name))
        assert plain(template.render(shown)) in plain(re.sub(r" of-\w+", "", written))


def only(form, name: str):
    """A form with one of its fields."""
    if form.is_bound:
        form.is_valid()
    form.fields = {name: form.fields[name]}
    return form
