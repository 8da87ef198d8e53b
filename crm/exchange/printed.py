"""A list as it goes on paper: plain words, which whoever prints lays out (settings.LISTS_PRINTED_BY)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from crm.actions.errors import WrongState
from crm.exchange.widths import column_widths

MOST_PRINTED = 300  # rows of one paper; more is for Excel, whose files are set up for printing


@dataclass(frozen=True)
class PrintedList:
    """What stands on the paper: whose list it is, what was asked, its rows under their headings, by whom and when."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    office: str = ""
    asked: Sequence[str] = ()
    by: str = ""
    at: str = ""
    specimen: bool = False

    @property
    def widths(self) -> list[int]:
        """How wide the columns are beside each other."""
        return column_widths([self.headings, *self.rows])


def print_list(printed: PrintedList) -> bytes:
    """The list as a PDF, A4 across; raises WrongState where it is too long or cannot be printed."""
    refuse_too_many(len(printed.rows))
    return import_string(settings.LISTS_PRINTED_BY)(printed)


def refuse_too_many(number: int) -> None:
    """Raise WrongState for more rows than a paper has room for."""
    if number > MOST_PRINTED:
        raise WrongState(
            _(
                "A paper takes %(most)s rows, and these are more. Narrow the filters, or save the list as Excel: the "
                "file is set up for printing."
            )
            % {"most": MOST_PRINTED}
        )
