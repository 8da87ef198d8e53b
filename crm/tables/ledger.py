"""The list of courtesies, column by column."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import LedgerEntry
from crm.tables.base import RecordTable, ShortColumn
from crm.tables.partner import PartnersColumn


class LedgerTable(RecordTable):
    """Courtesies; one that was reversed stays, struck through, with the reason."""

    day = ShortColumn(linkify=lambda record: record.own_url)
    partners = PartnersColumn()
    what = tables.Column(verbose_name=gettext_lazy("What"), order_by="summary", orderable=False)
    occasion = tables.Column(linkify=True, orderable=False)

    class Meta(RecordTable.Meta):
        model = LedgerEntry
        fields = ("day", "direction", "kind", "partners", "what", "occasion")
        order_by = "-day"

    def render_what(self, record):
        if not record.is_reversed:
            return record.what
        return format_html("<s>{}</s> <span class='owed'>{}</span>", record.what, self.reversal(record))

    def value_what(self, record):
        return f"{record.what} ({self.reversal(record)})" if record.is_reversed else record.what

    def reversal(self, record):
        """Why it no longer counts."""
        return _("reversed: %(reason)s") % {"reason": record.reversed_by.reason}
