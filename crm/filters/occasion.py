"""Filters of the list of occasions."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import ListedFilter, NamedFilter, name_filter
from crm.filters.partner import year_filter
from crm.models import Occasion, OccasionKind


class OccasionFilter(NamedFilter):
    """Occasions by country struck, kind, year and name."""

    country = ListedFilter("struck", _("Country or region struck"), method="by_country")
    kind = ChoiceFilter(choices=OccasionKind.choices, label=_("Kind"), empty_label=_("All"))
    year = year_filter(Occasion, "start")
    name = name_filter()

    class Meta(NamedFilter.Meta):
        model = Occasion

    def by_country(self, queryset, name, value):
        return queryset.in_country(value)
