"""What all questions above lists share. Country comes first; a filter names a QuerySet method."""

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
    """The question's field."""

    iterator = CountryIterator


class RecordFilter(FilterSet):
    """One look for every list's questions: no form tag, no labels lost, nothing refused silently."""

    @property
    def helper(self):
        """crispy-forms' helper; the page puts the form tag around it."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


def name_filter(label=None):
    """A box that finds a part of any name, in any script."""
    return CharFilter(
        method="search",
        label=label or _("Name"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class NamedFilter(RecordFilter):
    """Lists of records found by name."""

    def search(self, queryset, name, value):
        return queryset.search(value)


class CountryChoiceFilter(ModelChoiceFilter):
    """Which country or region, by name."""

    field_class = CountryField

    def __init__(self, queryset):
        super().__init__(queryset=queryset, label=_("Country or region"), empty_label=_("All"))


def used_countries(model):
    """A callable for a filter: the countries that have such records."""
    return lambda request: Country.objects.filter(Exists(model.objects.filter(country=OuterRef("pk"))))
