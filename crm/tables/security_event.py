"""The security log, column by column."""

import django_tables2 as tables
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from crm.models import SecurityEvent
from crm.tables.base import RecordTable, ShortColumn


class SecurityEventTable(RecordTable):
    """Events, the latest first."""

    at = ShortColumn()
    kind = ShortColumn(accessor="kind_name", order_by="kind", verbose_name=_("Event"))
    name = ShortColumn()
    facts = tables.Column(
        accessor="details", verbose_name=_("Details"), orderable=False, attrs={"td": {"class": "anywhere"}}
    )

    class Meta(RecordTable.Meta):
        model = SecurityEvent
        fields = ("at", "kind", "account", "name", "address", "facts")

    def render_at(self, value):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
