"""Boxes and lists as our templates of Django's names write them."""

from django import forms
from pytest_django.asserts import assertHTMLEqual


def test_the_choices_of_a_list_are_escaped_marked_and_grouped():
    colours = [("", "—"), ("r", "<red>"), ("Cold", [("b", "blue"), (1000, "green")])]
    field = forms.ChoiceField(choices=colours, widget=forms.Select(attrs={"class": "x", "required": True}))
    assertHTMLEqual(
        field.widget.render("colour", "b"),
        """<select name="colour" class="x" required><option value="">—</option><option value="r">&lt;red&gt;</option>
        <optgroup label="Cold"><option value="b" selected>blue</option><option value="1000">green</option></optgroup>
        </select>""",
    )


def test_a_box_is_written_with_its_value_and_attributes():
    box = forms.NumberInput(attrs={"min": 1, "disabled": True, "hidden": False})
    assertHTMLEqual(box.render("n", 1000), '<input type="number" name="n" value="1000" min="1" disabled>')
    assertHTMLEqual(box.render("n", None), '<input type="number" name="n" min="1" disabled>')
