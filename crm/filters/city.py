"""Filters of the list of cities."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import NamedFilter, country_filter, name_filter
from crm.models import City, Partnership, PlaceKind, Standing


class CityFilter(NamedFilter):
    """Cities by country, kind of place, partnership and name."""

    country = country_filter("city")
    place_kind = ChoiceFilter(choices=PlaceKind.choices, label=_("Kind of place"), empty_label=_("All"))
    partnership = ChoiceFilter(
        choices=Standing.choices, method="by_standing", label=_("Partnership"), empty_label=_("All")
    )
    name = name_filter()

    class Meta(NamedFilter.Meta):
        model = City

    def by_standing(self, queryset, name, value):
        """Standing is computed, so the few partnerships of the office are read and asked."""
        partnerships = Partnership.objects.ours().filter(partner__in=queryset).prefetch_related("steps")
        return queryset.filter(
            pk__in=[
                partnership.partner_id
                for partnership in partnerships
                if partnership.standing(timezone.localdate()) == value
            ]
        )
