"""The list of item kinds, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.languages import language_name
from crm.models import ItemKind
from crm.tables.base import RecordTable


class ItemKindTable(RecordTable):
    """Kinds of items with the languages that have words for them, and those that lack them."""

    name = tables.Column(
        verbose_name=gettext_lazy("Kind of item"),
        empty_values=(),
        linkify=lambda record: record.get_absolute_url(),
        order_by="code",
    )
    lacks = tables.Column(verbose_name=gettext_lazy("Words missing in"), empty_values=(), orderable=False)
    archived = tables.BooleanColumn(yesno=("✓", ""))

    class Meta(RecordTable.Meta):
        model = ItemKind
        fields = ("name", "code", "lacks", "archived")

    def render_name(self, record):
        return str(record)

    def render_lacks(self, record):
        return _(", ").join(language_name(language) for language in record.languages_lacking()) or "—"

    def value_archived(self, value):
        return _("yes") if value else ""
