"""Lists of the house on paper: registers, the ledger, cities; A4 across, the head on each page."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from correspondence.errors import PageRefused
from correspondence.paper.fonts import office_faces, office_families
from correspondence.paper.html import font_stack, render_paper
from correspondence.paper.press import LISTS, print_html
from crm.actions.errors import WrongState
from crm.exchange.printed import PrintedList
from crm.languages import CHINESE, html_language


def print_records(printed: PrintedList) -> bytes:
    """A list as PDF; raises WrongState where it cannot be printed."""
    try:
        return print_html(html_of(printed), frozenset({*font_stack(CHINESE), *office_families()}), LISTS)
    except PageRefused as refusal:
        raise WrongState(str(refusal)) from refusal


def html_of(printed: PrintedList) -> str:
    """A list as HTML, in the reader's language."""
    total = sum(printed.widths) or 1
    before, between, after = _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    return render_paper(
        "records",
        {
            "list": printed,
            "language": html_language(CHINESE if (get_language() or CHINESE).startswith("zh") else "en"),
            "widths": [round(100 * width / total, 2) for width in printed.widths],
            "count": {"before": before, "between": between, "after": after},
        },
        faces=office_faces(),
    )
