"""HTML → bytes. The only module that knows WeasyPrint, and where its silent faults become named errors.

It runs in a process of its own (``press``, ``process``) and knows nothing of Django.
"""

import logging
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.request import url2pathname

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from correspondence.paper.process import ForbiddenAddress, Sheet, StrangeCharacter

LOGGER = logging.getLogger("weasyprint")
LOGGER.propagate = False
logging.getLogger("fontTools").setLevel(logging.ERROR)


class LayoutFetcher(URLFetcher):
    """Gives a layout the files of these folders; everything else stops the sheet."""

    def __init__(self, folders: tuple[Path, ...]):
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True)
        self.folders = folders

    def fetch(self, url, headers=None):
        if url.startswith("file:"):
            path = Path(url2pathname(url.split("?")[0].removeprefix("file://"))).resolve()
            if not any(path.is_relative_to(folder.resolve()) for folder in self.folders):
                raise ValueError(url)
        return super().fetch(url, headers)


class FaultListener(logging.Handler):
    """Collects what WeasyPrint only logs."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.faults = []

    def emit(self, record):
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
def font_configuration(fonts: tuple) -> FontConfiguration:
    """The fonts of this machine, read once a process, and again when the office's own have changed."""
    return FontConfiguration()


def write_pdf(sheet: Sheet) -> bytes:
    """A PDF of a document, all fonts embedded.

    Raises StrangeCharacter for a character that no font has or that only a font outside ``sheet.families`` has,
    ForbiddenAddress for anything the layout asks for outside ``sheet.folders``.
    """
    used = {}
    with listen() as faults:
        try:
            fetcher = LayoutFetcher(sheet.folders)
            page = HTML(string=sheet.html, base_url=f"{sheet.folders[0].as_uri()}/", url_fetcher=fetcher)
            pdf = page.write_pdf(
                font_config=font_configuration(sheet.fonts), finisher=lambda document, _pdf: used.update(document.fonts)
            )
        except FatalURLFetchingError as error:  # a BaseException, which no "except Exception" would catch
            raise ForbiddenAddress(str(error)) from error
    for fault in faults:
        if str(fault.msg).startswith(".notdef"):
            raise StrangeCharacter(fault.args[0])
    for font in used.values():
        if font.family not in sheet.families:
            raise StrangeCharacter(next(iter(font.to_unicode.values()), "?")[:1])
    return pdf
