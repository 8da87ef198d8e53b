"""The rows of the ledger's picture as HTML. A template asks each of hundreds of cells anew: a third of the page."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from crm.phrases import number
from crm.pictures.rhythm import Mark, Rhythm, Row, Year

RECEIVED, GIVEN, OWED = "#8a5a12", "#2f6f6a", "#b3321f"
NOTHING = mark_safe("")


def write_rows(picture: Rhythm, asked: str = "") -> SafeString:
    """All rows; ``asked`` goes on in their questions. What is owed, and sums, are for the screen only."""
    labels = {"received": _("Received"), "given": _("Given"), "owed": _("What we owe")}
    return mark_safe("\n".join(write_row(row, asked, labels) for row in picture.rows))


def write_row(row: Row, asked: str, labels: dict[str, str]) -> SafeString:
    """A partner with its country, its years, how often help passed, and what we owe longest."""
    partner, total = row.balance.partner, row.balance.total
    return format_html(
        '<tr><th scope="row"><a href="{}">{}</a> <span>{}</span></th>{}{}{}{}</tr>',
        partner.get_absolute_url(),
        partner,
        partner.country or "",
        mark_safe("".join(write_mark(year, mark, asked) for year, mark in row.marks)),
        write_number(labels["received"], total.received),
        write_number(labels["given"], total.given),
        write_owed(row, asked, labels["owed"]),
    )


def write_number(label: str, times: int) -> SafeString:
    """How often help passed one way."""
    return format_html('<td class="number screen-only" data-label="{}">{}</td>', label, number(times))


def write_mark(year: Year, mark: Mark | None, asked: str) -> SafeString:
    """A cell: a link with its drawing, or nothing."""
    if mark is None:
        return mark_safe('<td class="year"></td>')
    return format_html(
        '<td class="year" data-label="{}"><a href="?{}{}#courtesies" aria-label="{}" title="{}">'
        '<svg viewBox="-14 -14 28 26" width="28" height="26" aria-hidden="true">{}{}{}</svg></a></td>',
        year,
        mark.question,
        asked,
        mark.words,
        mark.words,
        format_html('<path d="{}" fill="{}"/>', mark.upper, RECEIVED) if mark.upper else NOTHING,
        format_html('<path d="{}" fill="{}"/>', mark.lower, GIVEN) if mark.lower else NOTHING,
        write_ring(mark.ring) if mark.ring else NOTHING,
    )


def write_ring(path: str) -> SafeString:
    """The ring around what we owe an answer; paper does not show it."""
    return format_html('<path class="screen-only" d="{}" fill="none" stroke="{}" stroke-width="1.8"/>', path, OWED)


def write_owed(row: Row, asked: str, label: str) -> SafeString:
    """How many we owe a partner, and the oldest of them."""
    oldest = row.balance.oldest
    if oldest is None:
        return format_html('<td class="owes screen-only" data-label="{}">—</td>', label)
    return format_html(
        '<td class="owes screen-only" data-label="{}"><a class="owed" href="?whose={}&amp;owed=on{}#courtesies">{}</a> '
        '<a href="{}">{}</a> <span>{}</span></td>',
        label,
        row.balance.whose,
        asked,
        number(row.balance.total.owed),
        oldest.own_url,
        oldest.what,
        oldest.waiting,
    )
