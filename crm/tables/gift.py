"""The list of gifts, column by column."""

import django_tables2 as tables

from crm.models import Gift
from crm.tables.base import RecordTable, ShortColumn
from crm.tables.partner import ContentsColumn, PartnersColumn, RepliesColumn


class GiftTable(RecordTable):
    """Gifts in both directions."""

    day = ShortColumn(linkify=True)
    partners = PartnersColumn()
    contents = ContentsColumn()
    occasion = tables.Column(linkify=True, orderable=False)
    replied = RepliesColumn(lambda gift: gift.standing)

    class Meta(RecordTable.Meta):
        model = Gift
        fields = ("day", "direction", "partners", "contents", "occasion", "state", "replied")
        order_by = "-day"
