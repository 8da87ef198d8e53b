"""Filters of the list of gifts."""

from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from crm.filters.base import name_filter
from crm.filters.partner import PartnerFilter, choice_filter, group_filter, year_filter
from crm.models import Direction, Gift, GiftState, ItemKind, Occasion


class GiftFilter(PartnerFilter):
    """Gifts by country, direction, state, occasion, kind of item, year and partner."""

    country = group_filter()
    direction = choice_filter(Direction.choices, _("Direction"))
    state = choice_filter(GiftState.choices, _("State"))
    occasion = ModelChoiceFilter(
        queryset=lambda request: Occasion.objects.prefetch_related("names"), label=_("Occasion"), empty_label=_("All")
    )
    item = ModelChoiceFilter(
        queryset=lambda request: ItemKind.objects.prefetch_related("words"),
        method="by_item",
        label=_("Kind of item"),
        empty_label=_("All"),
    )
    year = year_filter(Gift, "day")
    partner = name_filter(_("Partner"))

    class Meta(PartnerFilter.Meta):
        model = Gift

    def by_item(self, queryset, name, value):
        return queryset.filter(pk__in=value.lines.values("gift"))
