"""What all lists share: the Excel file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import CityFactory


def sheet_of(file: bytes) -> str:
    """The sheet as it is written."""
    with ZipFile(BytesIO(file)) as opened:
        return opened.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    ("name", "cell"),
    [("=1+1", "=1+1"), ("==1+1", "==1+1"), ("+1", "+1"), ("@SUM(1)", "@SUM(1)"), ("line\x0bbreak", "linebreak")],
)
def test_no_cell_is_a_formula(name, cell, client_of, clerk):
    CityFactory(names={"en": name})
    file = client_of(clerk).get(reverse("city-list"), {"_export": "xlsx"}).content
    written = load_workbook(BytesIO(file)).active["B2"]
    assert written.value == cell
    # Read again, a text that begins with = looks like a formula: what counts is how the file has it.
    assert "<f>" not in sheet_of(file)
