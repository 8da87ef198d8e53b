"""Filters of the list of occasions."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import NamedFilter, name_filter
from crm.filters.partner import year_filter
from crm.forms.choices import in_name_order
from crm.models import Country, Occasion, OccasionKind


def struck_countries():
    """Countries and regions that an occasion struck, as a whole or in one of their cities, by name."""
    struck = Country.objects.filter(Q(occasions__isnull=False) | Q(cities__occasions__isnull=False)).distinct()
    return in_name_order((country.code, str(country)) for country in struck)


class OccasionFilter(NamedFilter):
    """Occasions by country struck, kind, year and name."""

    country = ChoiceFilter(
        choices=struck_countries, method="by_country", label=_("Country or region struck"), empty_label=_("All")
    )
    kind = ChoiceFilter(choices=OccasionKind.choices, label=_("Kind"), empty_label=_("All"))
    year = year_filter(Occasion, "start")
    name = name_filter()

    class Meta(NamedFilter.Meta):
        model = Occasion

    def by_country(self, queryset, name, value):
        return queryset.in_country(value)
