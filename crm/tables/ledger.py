"""The list of courtesies, column by column."""

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import LedgerEntry
from crm.tables.base import RecordTable, ShortColumn, TickBoxColumn
from crm.tables.partner import PartnersColumn, RepliesColumn


class LedgerTable(RecordTable):
    """Courtesies; one that was reversed stays, struck through, and what is closed says so, with the reason."""

    tick = TickBoxColumn(
        form="close-help",
        name="entry",
        label=gettext_lazy("No thanks or no answer due for: %(record)s"),
        offered=lambda entry: entry.may_owe,
    )
    day = ShortColumn()
    partners = PartnersColumn()
    what = tables.Column(
        verbose_name=gettext_lazy("What"), order_by="summary", orderable=False, attrs={"td": {"class": "what"}}
    )
    occasion = tables.Column(linkify=True, orderable=False, attrs={"td": {"class": "occasion"}})
    replied = RepliesColumn()

    class Meta(RecordTable.Meta):
        model = LedgerEntry
        fields = ("tick", "day", "direction", "kind", "partners", "what", "occasion", "replied")
        order_by = "-day"

    def render_what(self, record):
        if record.is_reversed:
            words = '<a href="{}"><s>{}</s></a> <span class="reversed">{}</span>'
            return format_html(words, record.own_url, record.what, self.reversal(record))
        closed = format_html_join("", ' <span class="tag">{}</span>', [(row.what,) for row in record.closings_now])
        return format_html('<a href="{}">{}</a>{}', record.own_url, record.what, closed)

    def value_what(self, record):
        if record.is_reversed:
            return _("%(things)s (%(value)s)") % {"things": record.what, "value": self.reversal(record)}
        return _("; ").join([record.what, *(f"{row.what}{_(': ')}{row.reason}" for row in record.closings_now)])

    def reversal(self, record):
        """Why it no longer counts."""
        return _("reversed: %(reason)s") % {"reason": record.reversed_by.reason}
