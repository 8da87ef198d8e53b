"""The filters that lists of gifts and courtesies share: country first, then year and partner."""

from django.db.models import CharField
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import ListedFilter, PickerFilter, RecordFilter


def group_filter():
    """A filter by country or region, or our missions abroad."""
    return ListedFilter("group", _("Country or region"), method="by_group")


def occasion_filter():
    """A filter by occasion, archived or not."""
    return PickerFilter("occasion", _("Occasion"), asked={"all": ["1"]})


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
