"""Lists as Excel files: the cells are what the list shows, never formulas; what is internal bears it on each sheet."""

from io import BytesIO

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django_tables2.export.export import TableExport
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

XLSX, PDF = "xlsx", "pdf"


class XlsxExport(TableExport):
    """An Excel file of a list; ``internal`` are more sheets, each (title, rows), of one that says what we owe."""

    FORMATS = TableExport.FORMATS | {PDF: "application/pdf"}

    def __init__(self, export_format, table, exclude_columns=None, dataset_kwargs=None):
        self.internal = (dataset_kwargs or {}).pop("internal", None)
        super().__init__(export_format, table, exclude_columns, dataset_kwargs)

    def export(self):
        self.dataset.add_formatter(None, without_control_characters)
        file = self.dataset.export(XLSX)
        begins = any(str(cell).startswith("=") for row in self.dataset for cell in row)
        file = without_formulas(file) if begins else file
        return file if self.internal is None else marked_internal(file, self.internal)

    def response(self, filename=None):
        internal = {"internal": True} if self.internal is not None else {}
        return file_of(self.export(), self.FORMATS[XLSX], filename, rows=len(self.dataset), **internal)

    @classmethod
    def is_valid_format(cls, export_format):
        return export_format in cls.FORMATS


def file_of(content: bytes, content_type: str, name: str, **facts) -> HttpResponse:
    """A file to be saved; the security log keeps the facts, such as how many rows are in it."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response.event_facts = facts
    return response


def without_control_characters(value):
    """A cell's value without what no Excel file can hold, such as Word's line breaks."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def without_formulas(file: bytes) -> bytes:
    """The same file with each formula as the text it was."""
    book = load_workbook(BytesIO(file))
    for row in book.active.iter_rows():
        for cell in row:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    return saved(book)


def marked_internal(file: bytes, more: list) -> bytes:
    """The same file with more sheets, in whose head, on the screen and on paper, stands that they are internal."""
    book = load_workbook(BytesIO(file))
    for title, rows in more:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([without_control_characters(value) for value in row])
            for cell in sheet[sheet.max_row]:
                cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    for sheet in book.worksheets:
        sheet.title = f"{sheet.title} {_('internal')}"[:31]  # Excel takes no more
        sheet.oddHeader.center.text = _("internal")
    return saved(book)


def saved(book) -> bytes:
    """A workbook as a file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
