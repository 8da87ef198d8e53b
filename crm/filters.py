"""The questions above the lists. Country comes first; every filter is one line that names a QuerySet method."""

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from crm.models import City, Country, Relation, Standing


class RecordFilter(FilterSet):
    """One look for every list's questions: no form tag, no labels lost, nothing refused silently."""

    @property
    def helper(self):
        """crispy-forms' helper; the page puts the form tag around it."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


def name_filter(**kwargs):
    """A box that finds a part of any name, in any script."""
    return CharFilter(
        method="search",
        label=_("Name"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        **kwargs,
    )


class NamedFilter(RecordFilter):
    """Lists of records found by name."""

    def search(self, queryset, name, value):
        return queryset.search(value)


def used_countries(model):
    """A callable for a filter: the countries that have such records."""
    return lambda request: Country.objects.filter(Exists(model.objects.filter(country=OuterRef("pk"))))


class CityFilter(NamedFilter):
    """Cities by country, relation and name."""

    country = ModelChoiceFilter(queryset=used_countries(City), label=_("Country or region"), empty_label=_("All"))
    relation = ChoiceFilter(choices=Standing.choices, method="by_standing", label=_("Relation"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = City
        fields = ["country", "relation", "name"]

    def by_standing(self, queryset, name, value):
        """Standing is computed, so the few ties of the office are read and asked."""
        ties = Relation.objects.filter(partner__in=queryset).prefetch_related("steps")
        return queryset.filter(pk__in=[tie.partner_id for tie in ties if tie.standing(timezone.localdate()) == value])
