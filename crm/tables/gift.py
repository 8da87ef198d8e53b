"""The list of gifts, column by column."""

import django_tables2 as tables

from crm.models import Gift
from crm.tables.base import RecordTable
from crm.tables.partner import ContentsColumn, PartnersColumn


class GiftTable(RecordTable):
    """Gifts in both directions."""

    day = tables.Column(linkify=True, attrs={"td": {"class": "day"}})
    partners = PartnersColumn()
    contents = ContentsColumn()
    occasion = tables.Column(linkify=True, orderable=False)

    class Meta(RecordTable.Meta):
        model = Gift
        fields = ("day", "direction", "partners", "contents", "occasion", "state")
        order_by = "-day"
