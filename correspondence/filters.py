"""Questions to the list of letters."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter, NumberFilter

from correspondence.models import Letter
from crm.filters.base import NamedFilter, name_filter, used_countries
from crm.models import Body, City, Person


class LetterFilter(NamedFilter):
    """Letters by country first, then direction, kind, state, year and correspondent."""

    country = ModelChoiceFilter(queryset=used_countries(Letter), label=_("Country or region"), empty_label=_("All"))
    direction = ChoiceFilter(
        choices=Letter._meta.get_field("direction").choices, label=_("Direction"), empty_label=_("All")
    )
    kind = ChoiceFilter(choices=Letter._meta.get_field("kind").choices, label=_("Kind"), empty_label=_("All"))
    state = ChoiceFilter(choices=Letter._meta.get_field("state").choices, label=_("State"), empty_label=_("All"))
    year = NumberFilter(method="in_year", label=_("Year"), widget=forms.NumberInput(attrs={"min": 1900, "max": 2200}))
    name = name_filter(label=_("City, body or person"))

    class Meta:
        model = Letter
        fields = ["country", "direction", "kind", "state", "year", "name"]

    def in_year(self, queryset, name, value):
        year = int(value)
        return (
            queryset.filter(day__gte=f"{year:04d}", day__lt=f"{year + 1:04d}") if 1 <= year < 9999 else queryset.none()
        )

    def search(self, queryset, name, value):
        found = [
            Q(Exists(model.objects.search(value).filter(pk=OuterRef(key))))
            for model, key in ((City, "city"), (Body, "body"), (Person, "person"))
        ]
        return queryset.filter(found[0] | found[1] | found[2])
