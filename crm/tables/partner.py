"""Columns that lists of gifts and courtesies share."""

import django_tables2 as tables
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.phrases import names_of


class PartnersColumn(tables.Column):
    """The partners of a row, in their order."""

    def __init__(self, **kwargs):
        super().__init__(verbose_name=gettext_lazy("Partners"), empty_values=(), orderable=False, **kwargs)

    def render(self, record):
        return names_of(row.partner for row in record.partners.all())


class ContentsColumn(tables.Column):
    """The lines of a gift in a few words."""

    def __init__(self, **kwargs):
        super().__init__(verbose_name=gettext_lazy("Contents"), empty_values=(), orderable=False, **kwargs)

    def render(self, record):
        return _(", ").join(str(line) for line in record.lines.all()) or _("contents not on record")
