"""A list that goes on paper."""

import pytest

from crm.actions.errors import WrongState
from crm.exchange.printed import MOST_PRINTED, PrintedList, print_list


def printer(printed: PrintedList) -> bytes:
    """Stands for the printing."""
    return f"{printed.title} {len(printed.rows)}".encode()


@pytest.fixture(autouse=True)
def _printed_here(settings):
    settings.LISTS_PRINTED_BY = f"{__name__}.printer"


def test_as_many_rows_as_a_paper_takes_are_printed():
    assert print_list(PrintedList("Cities", ["City"], [["Ritto"]] * MOST_PRINTED)) == b"Cities 300"


def test_more_rows_are_refused_with_what_to_do():
    with pytest.raises(WrongState, match=r"takes 300 rows.* save the list as Excel"):
        print_list(PrintedList("Cities", ["City"], [["Ritto"]] * (MOST_PRINTED + 1)))
