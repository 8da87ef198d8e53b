"""Writes an Excel file: sheets with widths that fit, set up for printing across, with the head on each page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from crm.exchange.cells import cell_of, value_of
from crm.exchange.widths import column_widths

A4, BOLD, HEAD, WRAPPED = 9, Font(bold=True), PatternFill("solid", "F3F1EC"), Alignment(vertical="top", wrap_text=True)
MOST_MEASURED = 1000  # rows that decide how wide a column is
NOT_IN_TITLES = str.maketrans("", "", r"[]:*?/\\")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the headings of its columns, and its rows as values; the first ``keys`` columns are folded."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence]
    keys: int = 0


def write_workbook(sheets: Sequence[Sheet], *, title: str, office: str = "", mark: str = "") -> bytes:
    """An Excel file of some sheets; title and office stand above each printed page, a mark in each sheet's name too."""
    book, file = Workbook(write_only=True), BytesIO()
    for sheet in sheets:
        name = f"{sheet.title} {mark}".strip().translate(NOT_IN_TITLES)
        into = book.create_sheet(name[:31])  # Excel takes no more
        set_up_printing(into, title, office, mark)
        write_sheet(into, sheet)
    book.save(file)
    return file.getvalue()


def write_sheet(into, sheet: Sheet) -> None:
    """Write one sheet; what concerns the whole of it comes first, for rows go out as they are written."""
    rows = [[value_of(value) for value in row] for row in sheet.rows]
    measured = [sheet.headings, *([words_of(value) for value in row] for row in rows[:MOST_MEASURED])]
    for number, width in enumerate(column_widths(measured), start=1):
        column = into.column_dimensions[get_column_letter(number)]
        column.width, column.hidden = width + 1, number <= sheet.keys
    into.freeze_panes = f"{get_column_letter(sheet.keys + 2)}2"  # the head, and the first column that is seen
    into.append([in_head(cell_of(into, str(heading))) for heading in sheet.headings])
    for row in rows:
        cells = [cell_of(into, value) for value in row]
        for cell in cells:
            cell.alignment = WRAPPED
        into.append(cells)


def in_head(cell):
    """A cell of the first row."""
    cell.font, cell.fill, cell.alignment = BOLD, HEAD, WRAPPED
    return cell


def words_of(value) -> str:
    """What is measured of a value."""
    if value is None:
        return ""
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def set_up_printing(into, title: str, office: str, mark: str) -> None:
    """A4 across, as wide as the page, the first row on each of them, and which page of how many it is."""
    into.page_setup.orientation, into.page_setup.paperSize = "landscape", A4
    into.sheet_properties.pageSetUpPr.fitToPage = True
    into.page_setup.fitToWidth, into.page_setup.fitToHeight = 1, 0
    into.print_title_rows = "1:1"
    into.oddHeader.left.text, into.oddHeader.right.text = literal(office), literal(title)
    into.oddHeader.center.text = literal(mark)
    into.oddFooter.right.text = "&P / &N"


def literal(text: str) -> str | None:
    """Words of a head or foot, where & begins an instruction; None for none, for openpyxl reads no empty part."""
    return text.replace("&", "&&") or None
