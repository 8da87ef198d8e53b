"""What several pages of letters share: the partnership's standing, the printed pages, sending a paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from correspondence.errors import PageRefused
from correspondence.models import Letter
from correspondence.paper.page_images import page_count
from correspondence.paper.stored import letter_pdf
from crm.models import Office


def standing_of(letter: Letter) -> str:
    """What our partnership with the letter's city is on its day, in words; "" where there is none."""
    office = Office.get()
    partnership = letter.city.partnership_with(office.city) if letter.city and office else None
    return partnership.standing(letter.day.first).label if partnership else ""


def page_numbers(letter: Letter, request) -> range:
    """The pages of the letter's PDF; none where it cannot be printed, which is then said on the page."""
    if not letter.is_written_here:
        return range(0)
    try:
        return range(1, page_count(letter_pdf(letter)) + 1)
    except PageRefused as refusal:
        messages.error(request, str(refusal))
        return range(0)


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
