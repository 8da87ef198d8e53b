"""What the lists show, column by column; the same columns go into the Excel file."""

import django_tables2 as tables

from crm.fields import PartialDateField


@tables.columns.library.register
class ShortColumn(tables.Column):
    """A day, or a word of a closed list, which is never broken over two lines."""

    attrs = {"td": {"class": "short"}}

    @classmethod
    def from_field(cls, field, **kwargs):
        return cls(**kwargs) if getattr(field, "choices", None) or isinstance(field, PartialDateField) else None


class RecordTable(tables.Table):
    """One look for every list; ``data-label`` lets a narrow screen show a row as a card."""

    class Meta:
        template_name = "generic/_table.html"
        attrs = {"class": "records"}
        empty_text = ""
