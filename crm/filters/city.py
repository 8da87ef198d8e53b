"""Questions to the list of cities."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import CountryQuestion, NamedFilter, name_filter, used_countries
from crm.models import City, Relation, Standing


class CityFilter(NamedFilter):
    """Cities by country, relation and name."""

    country = CountryQuestion(used_countries(City))
    relation = ChoiceFilter(choices=Standing.choices, method="by_standing", label=_("Relation"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = City
        fields = ["country", "relation", "name"]

    def by_standing(self, queryset, name, value):
        """Standing is computed, so the few ties of the office are read and asked."""
        ties = Relation.objects.ours().filter(partner__in=queryset).prefetch_related("steps")
        return queryset.filter(pk__in=[tie.partner_id for tie in ties if tie.standing(timezone.localdate()) == value])
