"""What stands in a cell of an Excel file: days and numbers as such, all else as words, never a formula."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from crm.dates import PartialDate

LONGEST = 32_767  # characters that Excel takes in a cell


def value_of(value):
    """A value as a cell has it: a whole day as a date, of months and years the words, a yes or no in words."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        return value.first if value.precision == "day" else str(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return localtime(value).replace(tzinfo=None) if is_aware(value) else value
    if isinstance(value, int | float | Decimal | date):
        return value
    return ILLEGAL_CHARACTERS_RE.sub("", str(value))[:LONGEST]


def cell_of(sheet, value) -> WriteOnlyCell:
    """A cell of a sheet; what begins with = stays words."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell
