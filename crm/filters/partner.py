"""The filters that lists of gifts and courtesies share: country first, then year and partner."""

from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import RecordFilter
from crm.forms.choices import in_name_order
from crm.models import City, Country, Organization, Person
from crm.models.partner import OUR_MISSIONS


def groups():
    """Our missions abroad, which stand in no country's total, and the countries where we know somebody, by name."""
    known = (Exists(model.objects.filter(country=OuterRef("pk"))) for model in (City, Organization, Person))
    countries = Country.objects.filter(reduce(or_, known), filed_apart=False)
    named = in_name_order((country.code, str(country)) for country in countries)
    return [(OUR_MISSIONS, _("Our missions abroad")), *named]


def group_filter():
    """A filter by country or region, or our missions abroad."""
    return ChoiceFilter(choices=groups, method="by_group", label=_("Country or region"), empty_label=_("All"))


def years_of(model, field: str):
    """A callable that gives a filter the years of such records, newest first."""

    def years():
        year = Substr(field, 1, 4, output_field=CharField())
        found = model.objects.order_by().annotate(its_year=year).values_list("its_year", flat=True).distinct()
        return [(year, year) for year in sorted(found, reverse=True)]

    return years


def year_filter(model, field: str):
    """A filter by year; a date known to the year only is found too."""
    choices = years_of(model, field)
    return ChoiceFilter(
        choices=choices, field_name=field, lookup_expr="startswith", label=_("Year"), empty_label=_("All")
    )


def choice_filter(choices, label):
    """A filter by one of a closed list."""
    return ChoiceFilter(choices=choices, label=label, empty_label=_("All"))


class PartnerFilter(RecordFilter):
    """Filters of what passed between us and partners."""

    def by_group(self, queryset, name, value):
        return queryset.in_group(value)

    def search(self, queryset, name, value):
        return queryset.with_partner(value)
