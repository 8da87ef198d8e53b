"""Filters of the list of cities."""

from django.forms import CheckboxInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter

from crm.filters.base import NamedFilter, country_filter, mine_filter, name_filter
from crm.models import City, Partnership, PlaceKind, Standing
from crm.out_of_touch import out_of_touch


class CityFilter(NamedFilter):
    """Cities by country, kind of place, partnership and name."""

    country = country_filter("city")
    place_kind = ChoiceFilter(choices=PlaceKind.choices, label=_("Kind of place"), empty_label=_("All"))
    partnership = ChoiceFilter(
        choices=Standing.choices, method="by_standing", label=_("Partnership"), empty_label=_("All")
    )
    quiet = BooleanFilter(method="only_quiet", label=_("Not in touch for over a year"), widget=CheckboxInput)
    name = name_filter()
    mine = mine_filter()

    class Meta(NamedFilter.Meta):
        model = City

    def only_quiet(self, queryset, name, value):
        return queryset.filter(pk__in=out_of_touch(timezone.localdate()).values("partner")) if value else queryset

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
