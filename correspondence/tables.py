"""What the list of letters shows; the same columns go into the Excel file."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from correspondence.models import Letter
from crm.tables.base import RecordTable, ShortColumn


class LetterTable(RecordTable):
    """Letters of both directions, newest first."""

    day = ShortColumn(linkify=True)
    number = ShortColumn(verbose_name=_("Number"), order_by=("number_year", "number_serial", "number"))
    title = tables.Column(verbose_name=pgettext_lazy("of a letter", "Title"), empty_values=(), orderable=False)
    kind = tables.Column(visible=False)  # in the title, unless somebody wrote one; the Excel file has it always
    correspondent = tables.Column(verbose_name=_("Correspondent"), visible=False, orderable=False)
    country = tables.Column(verbose_name=_("Country or region"), accessor="group_name", order_by="country")
    occasion = tables.Column(linkify=True, orderable=False)

    class Meta(RecordTable.Meta):
        model = Letter
        fields = (
            "day",
            "number",
            "title",
            "direction",
            "kind",
            "correspondent",
            "city",
            "country",
            "occasion",
            "state",
        )
        order_by = ("-day",)

    def render_title(self, record):
        return str(record)
