"""Filters of the list of gifts."""

from django.utils.translation import gettext_lazy as _

from crm.filters.base import PickerFilter, name_filter
from crm.filters.partner import PartnerFilter, choice_filter, group_filter, occasion_filter, year_filter
from crm.models import Direction, Gift, GiftState


class GiftFilter(PartnerFilter):
    """Gifts by country, direction, state, occasion, kind of item, year and partner."""

    country = group_filter()
    direction = choice_filter(Direction.choices, _("Direction"))
    state = choice_filter(GiftState.choices, _("State"))
    occasion = occasion_filter()
    item = PickerFilter("item", _("Kind of item"), asked={"all": ["1"]}, method="by_item")
    year = year_filter(Gift, "day")
    partner = name_filter(_("Partner"))

    class Meta(PartnerFilter.Meta):
        model = Gift

    def by_item(self, queryset, name, value):
        return queryset.filter(pk__in=value.lines.values("gift"))
