"""Questions to the list of bodies."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import CountryQuestion, name_filter, used_countries
from crm.filters.place import LimitedFilter, PlacedFilter, cities_of_bodies
from crm.models import Body, BodyKind


class BodyFilter(PlacedFilter):
    """Bodies by country, city, kind and name."""

    country = CountryQuestion(used_countries(Body))
    city = LimitedFilter(cities_of_bodies, _("City"))
    kind = ChoiceFilter(choices=BodyKind.choices, label=_("Kind"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = Body
        fields = ["country", "city", "kind", "name"]
