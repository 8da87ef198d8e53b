"""Filters of the list of organizations."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import CountryChoiceFilter, name_filter, used_countries
from crm.filters.place import DependentChoiceFilter, PlacedFilter, cities_of_organizations
from crm.models import Organization, OrganizationKind


class OrganizationFilter(PlacedFilter):
    """Organizations by country, city, kind and name."""

    country = CountryChoiceFilter(used_countries(Organization.objects.active()))
    city = DependentChoiceFilter(cities_of_organizations, _("City"))
    kind = ChoiceFilter(choices=OrganizationKind.choices, label=_("Kind"), empty_label=_("All"))
    name = name_filter()

    class Meta(PlacedFilter.Meta):
        model = Organization
