"""The filters that lists of gifts and courtesies share: country first, then year and partner."""

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import ListedFilter, PickerFilter, RecordFilter

# From each year the latest day before it: one step in the index of days a year, where DISTINCT would read all rows.
YEARS = """
WITH RECURSIVE latest (day) AS (
    SELECT max({column}) FROM {table}
    UNION ALL
    SELECT (SELECT max({column}) FROM {table} WHERE {column} < substr(latest.day, 1, 4))
    FROM latest WHERE day IS NOT NULL
)
SELECT substr(day, 1, 4) FROM latest ORDER BY 1 DESC
"""


def group_filter():
    """A filter by country or region, or our missions abroad."""
    return ListedFilter("group", _("Country or region"), method="by_group")


def occasion_filter():
    """A filter by occasion, archived or not."""
    return PickerFilter("occasion", _("Occasion"), asked={"all": ["1"]})


class ReadOnceFilter(ChoiceFilter):
    """A filter by one of some choices, which are read once a request: to check, to say and to show what is asked."""

    @property
    def field(self):
        """The field of one request."""
        if callable(choices := self.extra["choices"]):
            self.extra["choices"] = list(choices())
        return super().field


def years_of(model, field: str):
    """A callable that gives a filter the years of such records, newest first."""
    names = {"table": model._meta.db_table, "column": model._meta.get_field(field).column}

    def years():
        quoted = {part: connection.ops.quote_name(name) for part, name in names.items()}
        with connection.cursor() as cursor:
            cursor.execute(YEARS.format(**quoted))
            return [(year, year) for (year,) in cursor.fetchall() if year]

    return years


def year_filter(model, field: str):
    """A filter by year; a date known to the year only is found too."""
    choices = years_of(model, field)
    return ReadOnceFilter(
        choices=choices, field_name=field, lookup_expr="startswith", label=_("Year"), empty_label=_("All")
    )


def choice_filter(choices, label, **kwargs):
    """A filter by one of a closed list."""
    return ReadOnceFilter(choices=choices, label=label, empty_label=_("All"), **kwargs)


class PartnerFilter(RecordFilter):
    """Filters of what passed between us and partners."""

    def by_group(self, queryset, name, value):
        return queryset.in_group(value)

    def search(self, queryset, name, value):
        return queryset.with_partner(value)
