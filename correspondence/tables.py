"""What the list of letters shows; the same columns go into the Excel file."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from correspondence.models import Letter
from crm.tables.base import RecordTable


class LetterTable(RecordTable):
    """Letters of both directions, newest first."""

    day = tables.Column(verbose_name=_("Day"), linkify=True)
    number = tables.Column(verbose_name=_("Number"), order_by=("number_year", "number_serial"))
    direction = tables.Column(verbose_name=_("Direction"))
    kind = tables.Column(verbose_name=_("Kind"))
    correspondent = tables.Column(verbose_name=_("Correspondent"), orderable=False)
    city = tables.Column(verbose_name=_("City"), orderable=False)
    country = tables.Column(verbose_name=_("Country or region"))
    occasion = tables.Column(verbose_name=_("Occasion"), orderable=False)
    state = tables.Column(verbose_name=_("State"))

    class Meta(RecordTable.Meta):
        model = Letter
        fields = ("day", "number", "direction", "kind", "correspondent", "city", "country", "occasion", "state")
        order_by = ("-day",)
