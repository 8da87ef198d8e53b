"""The list of cities, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from crm.models import City
from crm.tables.base import RecordTable


class CityTable(RecordTable):
    """Cities with their country, standing and what they gave and got."""

    name = tables.Column(verbose_name=_("City"), accessor="display_name", linkify=True, order_by="sort_key")
    country = tables.Column(verbose_name=_("Country or region"))
    standing = tables.Column(verbose_name=_("Partnership"), empty_values=(), orderable=False)
    liaison = tables.Column(verbose_name=_("Our liaison"))

    class Meta(RecordTable.Meta):
        model = City
        fields = ("name", "country", "standing", "liaison")

    def render_standing(self, record):
        return self.standing_of(record)

    def value_standing(self, record):
        return self.standing_of(record)

    def standing_of(self, city):
        """The standing today of our partnership with the city."""
        partnership = city.partnership_with(self.ours) if self.ours else None
        return partnership.standing(self.on).label if partnership else "—"
