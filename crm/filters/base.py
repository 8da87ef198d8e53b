"""What the filters above all lists share.

A filter is one attribute of a FilterSet: it names a field of the model, or by ``method=`` a method of the FilterSet,
which names a QuerySet method. Filters stand on the page in the order of their declaration, country first.
``crm/checks.py`` refuses one that would be shown and do nothing.
"""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.choices import flatten_choices
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, CharFilter, Filter, FilterSet

from crm.choosing.kinds import listed, offered
from crm.forms.choices import PickerField
from crm.picking import ListedField


class RecordFilter(FilterSet):
    """Filters of one list, with crispy-forms' helper for the page."""

    class Meta:
        fields = []  # every filter is declared, none is made from a field's name

    @property
    def helper(self):
        """crispy-forms' helper; the page puts the form tag around it."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    @property
    def asked(self) -> list[str]:
        """What is asked, in words: "Country or region: Spain"; of a box that is ticked its label alone."""
        answers = self.form.cleaned_data if self.is_bound and self.form.is_valid() else {}
        return [asked_of(self.form.fields[name], answer) for name, answer in answers.items() if answer]


def asked_of(field: forms.Field, answer) -> str:
    """A question of a filter with its answer in words."""
    if answer is True:
        return str(field.label)
    words = answer
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        words = dict(flatten_choices(list(field.choices))).get(answer, answer)
    return _("%(question)s: %(answer)s") % {"question": field.label, "answer": words}


def mine_filter() -> BooleanFilter:
    """A filter of what whoever asks holds; its FilterSet has ``only_mine``."""
    return BooleanFilter(method="only_mine", label=_("Mine"), widget=forms.CheckboxInput)


def name_filter(label=None):
    """A filter by a part of any name, in any script; its FilterSet has ``search``."""
    return CharFilter(
        method="search",
        label=label or _("Name"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class NamedFilter(RecordFilter):
    """Filters of records found by name, and by who of ours holds them."""

    def only_mine(self, queryset, name, value):
        return queryset.filter(liaison=self.request.user) if value else queryset

    def search(self, queryset, name, value):
        return queryset.search(value)


class PickerFilter(Filter):
    """A filter by a record of a kind (crm/choosing/kinds.py), narrowed by ``asked``."""

    def __init__(self, kind: str, label, asked=None, **kwargs):
        super().__init__(label=label, **kwargs)
        self.kind, self.asked = kind, asked or {}

    @property
    def field(self):
        """A field for one request: what it offers is read anew."""
        field = PickerField(label=self.label, required=False, empty_label=_("All"))
        field.widget.attrs["class"] = "form-select"
        field.offer(offered(self.kind, **self.asked))
        return field


def country_filter(of: str, **kwargs) -> PickerFilter:
    """A filter by the country or region of cities, organizations or people."""
    return PickerFilter("placed-country", _("Country or region"), asked={"of": [of]}, **kwargs)


class ListedFilter(Filter):
    """A filter by one of a list of choices that are no records of one kind (crm/choosing/kinds.py)."""

    def __init__(self, kind: str, label, **kwargs):
        super().__init__(label=label, **kwargs)
        self.kind = kind

    @property
    def field(self):
        """A field for one request."""
        field = ListedField(label=self.label, required=False)
        field.offer(listed(self.kind))
        field.widget.empty_label = _("All")
        return field
