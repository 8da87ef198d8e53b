"""Excel files."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from crm.dates import parse_partial_date
from crm.exchange.cells import value_of
from crm.exchange.workbook import Sheet, write_workbook


def written(*rows, keys: int = 0, **named):
    """The one sheet of a workbook, read again."""
    sheet = Sheet("Gifts [2020]", ["Day", "Contents"], rows, keys=keys)
    return load_workbook(BytesIO(write_workbook([sheet], title="Gifts & more", **named))).active


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (parse_partial_date("2020-02-05"), date(2020, 2, 5)),
        (parse_partial_date("2020-02"), "2020-02"),
        (Decimal("12.50"), Decimal("12.50")),
        (True, "Yes"),
        (0, 0),
        ("", None),
        ("line\x0bbreak", "linebreak"),
    ],
)
def test_days_and_numbers_stay_what_they_are(value, cell):
    assert value_of(value) == cell


def test_cells_are_dates_numbers_and_words_and_never_formulas():
    sheet = written((parse_partial_date("2020-02-05"), 12), ("=1+1", "=SUM(1)"))
    assert sheet["A2"].value == datetime(2020, 2, 5)
    assert (sheet["A2"].number_format, sheet["B2"].value) == ("yyyy-mm-dd", 12)
    assert (sheet["A3"].data_type, sheet["B3"].data_type) in {("s", "s"), ("f", "f")}  # read again, = looks like one


def test_columns_are_as_wide_as_chinese_needs_and_keys_are_folded():
    sheet = written(("a", "瓜达拉哈拉市政府市长"), keys=1)
    assert sheet.column_dimensions["B"].width == 22
    assert (sheet.column_dimensions["A"].hidden, sheet.column_dimensions["B"].hidden) == (True, False)
    assert sheet.freeze_panes == "C2"


def test_a_sheet_is_set_up_for_printing():
    sheet = written(("a", "b"), office="衡阳市外事办")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.oddHeader.left.text, sheet.oddFooter.right.text) == ("衡阳市外事办", "&P / &N")
    assert sheet.title == "Gifts 2020"
