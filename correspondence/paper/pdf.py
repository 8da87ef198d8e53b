"""HTML → bytes. The only module that knows WeasyPrint, and where its silent faults become named errors."""

import logging
import re
import threading
from contextlib import contextmanager
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.request import url2pathname

from django.conf import settings
from django.utils.translation import gettext as _
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from correspondence.errors import PageRefused
from correspondence.paper.fonts import fonts_on_disk
from correspondence.paper.html import LAYOUTS

LOGGER = logging.getLogger("weasyprint")
_lock = threading.Lock()


class LayoutFetcher(URLFetcher):
    """Gives a layout its own files and the office's fonts; everything else stops the letter."""

    def __init__(self):
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url, headers=None):
        if url.startswith("file:"):
            path = Path(url2pathname(url.split("?")[0].removeprefix("file://"))).resolve()
            if not any(path.is_relative_to(folder.resolve()) for folder in (LAYOUTS, settings.FONTS_DIR)):
                raise ValueError(url)
        return super().fetch(url, headers)


class FaultListener(logging.Handler):
    """Collects what WeasyPrint only logs while one thread prints."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.thread, self.faults = threading.get_ident(), []

    def emit(self, record):
        if record.thread == self.thread:
            self.faults.append(record)


@contextmanager
def listen():
    """Listens to WeasyPrint's log for the time of one printing."""
    listener = FaultListener()
    LOGGER.addHandler(listener)
    try:
        yield listener.faults
    finally:
        LOGGER.removeHandler(listener)


@lru_cache(maxsize=1)
def font_configuration(on_disk: tuple) -> FontConfiguration:
    """The fonts of this machine, read once a process, and again when the office's own have changed."""
    return FontConfiguration()


def print_html(html: str, families: frozenset[str]) -> bytes:
    """A PDF of a document, all fonts embedded; raises PageRefused as ``print_afresh`` does."""
    return print_afresh(html, families, fonts_on_disk())


@lru_cache(maxsize=16)  # a page shows its sheets one by one, each of the same document
def print_afresh(html: str, families: frozenset[str], on_disk: tuple) -> bytes:
    """A PDF of a document, all fonts embedded.

    Raises PageRefused for a character that no font has or that only a font outside ``families`` has,
    and for anything the layout asks for outside itself.
    """
    used = {}
    with _lock, listen() as faults:
        try:
            page = HTML(string=html, base_url=f"{LAYOUTS.as_uri()}/", url_fetcher=LayoutFetcher())
            pdf = page.write_pdf(
                font_config=font_configuration(on_disk), finisher=lambda document, _pdf: used.update(document.fonts)
            )
        except FatalURLFetchingError as error:  # a BaseException, which no "except Exception" would catch
            raise PageRefused(
                _("The layout asks for something outside itself, which is never fetched: %(what)s") % {"what": error}
            ) from error
    for fault in faults:
        if str(fault.msg).startswith(".notdef"):
            raise glyph_refused(fault.args[0], html)
    for font in used.values():
        if font.family not in families:
            raise glyph_refused(next(iter(font.to_unicode.values()), "?")[:1], html)
    return pdf


def has_family(family: str) -> bool:
    """Whether a font family is installed on this machine."""
    try:
        print_html(
            f'<html lang="en"><body style="font-family: &quot;{family}&quot;">a</body></html>', frozenset({family})
        )
    except PageRefused:
        return False
    return True


def glyph_refused(character: str, html: str) -> PageRefused:
    """The refusal that names the character and its paragraph."""
    words = unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)))
    paragraph = next((line.strip() for line in words.split("\n") if character in line), "")
    return PageRefused(
        _("No font of this layout has the character “%(character)s” (U+%(code)s), in: %(paragraph)s")
        % {"character": character, "code": f"{ord(character):04X}", "paragraph": paragraph[:80]}
    )
