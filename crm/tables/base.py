"""What the lists show, column by column; the same columns go into the Excel file."""

import django_tables2 as tables


class RecordTable(tables.Table):
    """One look for every list; ``data-label`` lets a narrow screen show a row as a card."""

    class Meta:
        template_name = "generic/_table.html"
        attrs = {"class": "records"}
        empty_text = ""
