"""What several pages of letters share: the partnership's standing, the printed pages, sending a paper."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from correspondence.errors import PageRefused
from correspondence.models import Letter
from correspondence.paper.page_images import page_count
from correspondence.paper.stored import letter_pdf
from correspondence.texts.pairing import Pair, pairs_of
from crm.models import Office
from crm.phrases import link_addresses


def standing_of(letter: Letter) -> str:
    """What our partnership with the letter's city is on its day, in words; "" where there is none."""
    office = Office.get()
    partnership = letter.city.partnership_with(office.city) if letter.city and office else None
    return partnership.standing(letter.day.first).label if partnership else ""


@dataclass(frozen=True)
class Printed:
    """The pages of a letter as they stand: their addresses, or why they cannot be printed and the rows to mend."""

    pages: list[str]
    refusal: str = ""
    rows: list[Pair] = ()


def printed(letter: Letter, page: str = "letter-page") -> Printed:
    """The pages of a letter's words as they are in memory; ``page`` names the view that shows one of them."""
    try:
        number = page_count(letter_pdf(letter))
    except PageRefused as refusal:
        return Printed([], str(refusal), rows_with(letter, refusal.character))
    mark = f"?{letter.words_hash()[:12]}{letter.state}"  # another address for other words
    return Printed([reverse(page, args=[letter.pk, at]) + mark for at in range(1, number + 1)])


def with_places(refusal: Exception) -> SafeString:
    """A refusal as a message: its sentence, and links to the places of the editor that it is about."""
    links = [
        (reverse("letter-edit", args=[refusal.letter.pk]), place, name)
        for place, name in getattr(refusal, "places", ())
    ]
    if not links:
        return link_addresses(refusal)
    return format_html("{} {}", refusal, format_html_join(_(", "), '<a href="{}#{}">{}</a>', links))


def rows_with(letter: Letter, character: str) -> list[Pair]:
    """The rows in which a character stands."""
    rows = pairs_of(letter) if character else []
    return [row for row in rows if any(character in side.words for side in row.sides)]


def send_file(content: bytes, content_type: str, name: str, download: bool) -> HttpResponse:
    """A paper, shown or saved, under its name (RFC 5987 where it is not ASCII); never kept by caches.

    Its name makes it a file that leaves, which the security log has (``crm/request_log.py``).
    """
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(download, name)
    response["Cache-Control"] = "private, no-store"
    return response


def send_image(content: bytes) -> HttpResponse:
    """A picture on a page, never kept by caches; it is no file that leaves."""
    response = HttpResponse(content, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response
