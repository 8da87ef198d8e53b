"""The printing processes: those for letters and one for lists, so that nothing long holds up a letter's page.

Nothing of Django crosses to them, no connection and no sentence: a Sheet goes there, bytes come back, or what stops
the sheet, which is said here in the asker's language.
"""

import logging
import multiprocessing
import os
import re
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from html import unescape

from django.conf import settings
from django.utils.translation import gettext as _

from correspondence.errors import PageRefused
from correspondence.paper.fonts import fonts_on_disk
from correspondence.paper.html import LAYOUTS
from correspondence.paper.process import (
    ForbiddenAddress,
    PrintingFailed,
    Sheet,
    StrangeCharacter,
    TookTooLong,
    begin,
    print_sheet,
)

LOGGER = logging.getLogger(__name__)
RENEW_AFTER = 200  # sheets, for WeasyPrint's process grows with each
SECONDS = 20  # a sheet may take; a letter of two pages takes a fifth of one
PATIENCE = 60  # seconds that a sheet may wait for its turn and take
FIRST = '<html lang="zh-Hans"><body style="font-family: Noto Serif, Noto Serif CJK SC">Hengyang 衡阳</body></html>'


class Pool:
    """Processes that have begun, or are beginning: ``ready`` is done once one prints."""

    def __init__(self, number: int):
        context = multiprocessing.get_context("spawn")  # a fork would take the server's connections and locks along
        self.executor = ProcessPoolExecutor(number, context, begin, (sheet_of(FIRST, frozenset()),))
        # The pool starts a process a task while none is idle: all of them now, for later it may miscount the idle ones.
        self.ready, *_others = [self.executor.submit(int) for _process in range(number)]
        self.printed = 0


class Press:
    """Prints sheets by some processes, which are renewed after so many sheets, and when one has died.

    The pool's own ``max_tasks_per_child`` hangs on most Pythons we run on (cpython issue 115634), so the press begins
    a second pool when the first has printed its share and changes over once it is ready.
    """

    def __init__(self):
        self.number = 1
        self.forget()

    def forget(self) -> None:
        """Knows of no processes; a fork's child does not own its parent's."""
        self.lock, self.pool, self.next = threading.Lock(), None, None

    def warm_up(self, number: int = 1) -> None:
        """Begins so many processes, without waiting for them, so that the first sheet is no slower than others."""
        with self.lock:
            self.number = number
            self.pool = self.pool or Pool(self.number)

    def print(self, sheet: Sheet) -> bytes:
        """The sheet's PDF; raises PageRefused where the process dies over it twice, or is too busy."""
        for _turn in range(2):
            pool, future = self.submit(sheet)
            try:
                return future.result(timeout=PATIENCE)
            except BrokenProcessPool:
                self.discard(pool)
            except TimeoutError as error:
                future.cancel()
                raise PageRefused(_("Too much is being printed just now. Try again in a few minutes.")) from error
        raise PageRefused(_("The page could not be printed: the process that prints ended twice over it. Try again."))

    def submit(self, sheet: Sheet) -> tuple[Pool, Future]:
        """Gives the sheet to the pool in use."""
        with self.lock:
            self.renew()
            self.pool.printed += 1
            try:
                return self.pool, self.pool.executor.submit(print_sheet, sheet)
            except BrokenProcessPool:  # it died before, over another sheet
                self.pool = Pool(self.number)
                return self.pool, self.pool.executor.submit(print_sheet, sheet)

    def renew(self) -> None:
        """Begins the next pool when this one has printed its share, and changes over to it when it is ready."""
        self.pool = self.pool or Pool(self.number)
        if self.pool.printed >= RENEW_AFTER and not self.next:
            self.next = Pool(self.number)
        if self.next and self.next.ready.done():
            self.pool.executor.shutdown(wait=False)  # it ends after the sheets it has
            self.pool, self.next = self.next, None

    def discard(self, pool: Pool) -> None:
        """Uses a pool that died no more."""
        with self.lock:
            self.pool = None if self.pool is pool else self.pool


LETTERS, LISTS = Press(), Press()
os.register_at_fork(after_in_child=lambda: [press.forget() for press in (LETTERS, LISTS)])


def warm_up() -> None:
    """For a server that begins: two processes for letters, so that a long one holds up no other."""
    LETTERS.warm_up(2)


def sheet_of(html: str, families: frozenset[str]) -> Sheet:
    """A document as a printing process takes it."""
    return Sheet(html, families, (LAYOUTS, settings.FONTS_DIR), fonts_on_disk(), SECONDS)


def print_html(html: str, families: frozenset[str], press: Press = LETTERS) -> bytes:
    """A PDF of a document, all fonts embedded.

    Raises PageRefused for a character that no font has or that only a font outside ``families`` has, for anything the
    layout asks for outside itself, and where the printing process takes too long or dies.
    """
    return print_afresh(press, sheet_of(html, families))


@lru_cache(maxsize=16)  # a page shows its sheets one by one, each of the same document
def print_afresh(press: Press, sheet: Sheet) -> bytes:
    """The PDF of a sheet that is not at hand; raises PageRefused."""
    try:
        return press.print(sheet)
    except StrangeCharacter as error:
        raise glyph_refused(str(error), sheet.html) from error
    except ForbiddenAddress as error:
        raise PageRefused(
            _("The layout asks for something outside itself, which is never fetched: %(what)s") % {"what": error}
        ) from error
    except TookTooLong as error:
        raise PageRefused(
            _("The page takes longer than %(seconds)s seconds to print. Shorten it.") % {"seconds": sheet.seconds}
        ) from error
    except PrintingFailed as error:
        LOGGER.error("A page could not be printed.", exc_info=error)
        raise PageRefused(_("The page could not be printed; the server's log says why.")) from error


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
        % {"character": character, "code": f"{ord(character):04X}", "paragraph": paragraph[:80]},
        character,
    )
