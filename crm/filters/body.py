"""Questions to the list of bodies."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter

from crm.filters.base import NamedFilter, name_filter, used_countries
from crm.filters.place import cities_asked, narrow
from crm.models import Body, BodyKind


class BodyFilter(NamedFilter):
    """Bodies by country first, then city, kind and name."""

    country = ModelChoiceFilter(queryset=used_countries(Body), label=_("Country or region"), empty_label=_("All"))
    city = ModelChoiceFilter(queryset=cities_asked, label=_("City"), empty_label=_("All"))
    kind = ChoiceFilter(choices=BodyKind.choices, label=_("Kind"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = Body
        fields = ["country", "city", "kind", "name"]

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(narrow(data), *args, **kwargs)
