"""The list of organizations, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from crm.models import Organization
from crm.tables.base import RecordTable


class OrganizationTable(RecordTable):
    """Organizations with what they are and where."""

    name = tables.Column(verbose_name=_("Organization"), accessor="display_name", linkify=True, order_by="sort_key")
    kind = tables.Column(verbose_name=_("Kind"))
    city = tables.Column(verbose_name=_("City"), order_by="city__sort_key")
    country = tables.Column(verbose_name=_("Country or region"))
    liaison = tables.Column(verbose_name=_("Our liaison"))

    class Meta(RecordTable.Meta):
        model = Organization
        fields = ("name", "kind", "city", "country", "liaison")
