"""Questions to the list of bodies."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter

from crm.filters.base import name_filter, used_countries
from crm.filters.place import LimitedFilter, PlacedFilter, cities_of_bodies
from crm.models import Body, BodyKind


class BodyFilter(PlacedFilter):
    """Bodies by country, city, kind and name."""

    country = ModelChoiceFilter(queryset=used_countries(Body), label=_("Country or region"), empty_label=_("All"))
    city = LimitedFilter(cities_of_bodies, _("City"))
    kind = ChoiceFilter(choices=BodyKind.choices, label=_("Kind"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = Body
        fields = ["country", "city", "kind", "name"]
