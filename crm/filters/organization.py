"""Filters of the list of organizations."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import PickerFilter, country_filter, mine_filter, name_filter
from crm.filters.place import PlacedFilter
from crm.models import Organization, OrganizationKind


class OrganizationFilter(PlacedFilter):
    """Organizations by country, city, kind and name."""

    country = country_filter("organization")
    city = PickerFilter("placed-city", _("City"))
    kind = ChoiceFilter(choices=OrganizationKind.choices, label=_("Kind"), empty_label=_("All"))
    name = name_filter()
    mine = mine_filter()

    class Meta(PlacedFilter.Meta):
        model = Organization
