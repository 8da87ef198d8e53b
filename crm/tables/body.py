"""The list of bodies, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from crm.models import Body
from crm.tables.base import RecordTable


class BodyTable(RecordTable):
    """Bodies with what they are and where."""

    name = tables.Column(verbose_name=_("Body"), accessor="display_name", linkify=True, order_by="search_text")
    kind = tables.Column(verbose_name=_("Kind"))
    city = tables.Column(verbose_name=_("City"), order_by="city__search_text")
    country = tables.Column(verbose_name=_("Country or region"))
    liaison = tables.Column(verbose_name=_("Our liaison"))

    class Meta(RecordTable.Meta):
        model = Body
        fields = ("name", "kind", "city", "country", "liaison")
