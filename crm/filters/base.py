"""What the filters above all lists share.

A filter is one attribute of a FilterSet: it names a field of the model, or by ``method=`` a method of the FilterSet,
which names a QuerySet method. Filters stand on the page in the order of their declaration, country first.
``crm/checks.py`` refuses one that would be shown and do nothing.
"""

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet, ModelChoiceFilter
from django_filters.fields import ModelChoiceField, ModelChoiceIterator

from crm.forms.choices import SortedByName
from crm.models import Country


class CountryIterator(SortedByName, ModelChoiceIterator):
    """Countries by name, with django-filter's own empty choice."""


class CountryField(ModelChoiceField):
    """Form field of CountryChoiceFilter; offers countries sorted by name."""

    iterator = CountryIterator


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


def name_filter(label=None):
    """A filter by a part of any name, in any script; its FilterSet has ``search``."""
    return CharFilter(
        method="search",
        label=label or _("Name"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class NamedFilter(RecordFilter):
    """Filters of records found by name."""

    def search(self, queryset, name, value):
        return queryset.search(value)


class CountryChoiceFilter(ModelChoiceFilter):
    """A filter by country or region; offers them by name."""

    field_class = CountryField

    def __init__(self, queryset, **kwargs):
        super().__init__(queryset=queryset, label=_("Country or region"), empty_label=_("All"), **kwargs)


def used_countries(records):
    """A callable that gives a filter the countries of some records (a QuerySet)."""
    return lambda request: Country.objects.filter(Exists(records.filter(country=OuterRef("pk"))))
