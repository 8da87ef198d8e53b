"""Looks into a PDF: its pages as images, its text; and joins several to one."""

import io
import threading
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

PIXELS_PER_POINT = 1.5
_lock = threading.Lock()  # pdfium is not safe to call from two threads at once


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _lock, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_image(pdf: bytes, number: int) -> bytes:
    """Page ``number`` (from 1) as PNG, 1.5 pixels a point; raises IndexError where there is no such page."""
    with _lock, pypdfium2.PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        image = document[number - 1].render(scale=PIXELS_PER_POINT).to_pil()
    png = io.BytesIO()
    image.save(png, "PNG", optimize=False, compress_level=3)
    return png.getvalue()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page in the PDF's own order."""
    with _lock, pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def join_pdfs(pdfs: Iterable[bytes], target: Path) -> int:
    """Writes the pages of all, in their order, into one PDF, and nothing where there are none; returns their number."""
    together = pypdfium2.PdfDocument.new()
    for pdf in pdfs:
        with _lock, pypdfium2.PdfDocument(pdf) as document:
            together.import_pages(document)
    with _lock:
        pages = len(together)
        if pages:
            together.save(target)
        together.close()
    return pages
