"""The list of occasions, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import Occasion
from crm.tables.base import RecordTable


class OccasionTable(RecordTable):
    """Occasions with when and whom they struck."""

    name = tables.Column(
        verbose_name=gettext_lazy("Occasion"), accessor="display_name", linkify=True, order_by="sort_key"
    )
    struck = tables.Column(verbose_name=gettext_lazy("Struck"), empty_values=(), orderable=False)

    class Meta(RecordTable.Meta):
        model = Occasion
        fields = ("name", "kind", "start", "end", "struck")

    def render_struck(self, record):
        return _(", ").join(str(place) for place in (*record.countries.all(), *record.cities.all())) or "—"
