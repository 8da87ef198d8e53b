"""Boxes that are written without a template are those that Django's templates write."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from crm.widgets_as_html import WidgetWriter

GROUPS = [("", "—"), ("Here", [("a", "<A>"), ("b", "B")]), ("c", "C")]
WIDGETS = [
    (forms.TextInput({"required": True, "disabled": False, "data-x": '"1"'}), "<x>"),
    (forms.NumberInput(), 0),
    (forms.HiddenInput(), None),
    (forms.EmailInput(), ""),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.Textarea(), "\nTwo\nlines & more"),
    (forms.Textarea(), None),
    (forms.Select(choices=GROUPS), "b"),
    (forms.SelectMultiple(choices=GROUPS), ["a", "c"]),
    (forms.RadioSelect(choices=GROUPS), "a"),
    (forms.ClearableFileInput(), None),
]


@pytest.mark.parametrize(("widget", "value"), WIDGETS)
def test_a_box_is_written_as_django_writes_it(widget, value):
    renderers = (WidgetWriter(), DjangoTemplates())
    ours, theirs = (widget.render("name", value, {"id": "id_name"}, renderer).split() for renderer in renderers)
    assert " ".join(ours).replace("> <", "><") == " ".join(theirs).replace("> <", "><")
