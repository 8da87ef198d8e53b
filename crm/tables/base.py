"""What the lists show, column by column; the same columns go into the Excel file."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from crm.fields import PartialDateField
from crm.tables.cells import CellWriter


@tables.columns.library.register
class ShortColumn(tables.Column):
    """A day, or a word of a closed list, which is never broken over two lines."""

    attrs = {"td": {"class": "short"}}

    @classmethod
    def from_field(cls, field, **kwargs):
        return cls(**kwargs) if getattr(field, "choices", None) or isinstance(field, PartialDateField) else None


class TickBoxColumn(tables.Column):
    """A tick box of a form that stands outside the list, for the records that are ``offered`` one.

    ``form`` is the form's id, ``name`` what the browser sends the record's key as, ``label`` what it says.
    """

    def __init__(self, *, form: str, name: str, label: str, offered=lambda record: True, **kwargs):
        looks = {"orderable": False, "exclude_from_export": True, "attrs": {"td": {"class": "tick screen-only"}}}
        super().__init__(verbose_name=gettext_lazy("Tick"), accessor="pk", **looks, **kwargs)
        self.form, self.name, self.label, self.offered = form, name, label, offered

    def render(self, record):
        if not self.offered(record):
            return ""
        return format_html(
            '<input type="checkbox" class="form-check-input" name="{}" value="{}" form="{}" aria-label="{}">',
            self.name,
            record.pk,
            self.form,
            self.label % {"record": record},
        )


class RecordTable(tables.Table):
    """One look for every list; ``data-label`` lets a narrow screen show a row as a card.

    ``leading`` gives the first rows in the order asked for, so many or more, where they are found quicker than all.
    """

    leading = None

    class Meta:
        template_name = "generic/_table.html"
        attrs = {"class": "records"}
        empty_text = ""

    @classmethod
    def internal_columns(cls) -> tuple[str, ...]:
        """The columns that say what we owe: on the screen, and in a file only where a head asks for it as internal."""
        return tuple(name for name, column in cls.base_columns.items() if getattr(column, "internal", False))

    def body(self) -> SafeString:
        """The rows of the page as HTML. A template would ask each cell's column anew: half a page's time."""
        writers = [CellWriter(self, column) for column in self.columns]
        rows = ("".join(writer.write(row) for writer in writers) for row in self.paginated_rows)
        return mark_safe("".join(f"<tr>{row}</tr>\n" for row in rows))
