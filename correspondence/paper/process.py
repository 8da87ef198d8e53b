"""The inside of a printing process. The server imports this too, so it knows neither Django nor WeasyPrint at first."""

import os
import signal
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from pathlib import Path

NICER = 5  # than the server, whose pages go first


@dataclass(frozen=True)
class Sheet:
    """What is to be printed: plain data, as they cross from one process to the other."""

    html: str
    families: frozenset[str]  # the only fonts that may appear
    folders: tuple[Path, ...]  # the only ones that files are taken from, the layouts' first
    fonts: tuple  # what tells one state of the office's fonts from another
    seconds: int  # it may take


class ForbiddenAddress(Exception):
    """The layout asks for something outside itself; the message says what."""


class StrangeCharacter(Exception):
    """No font has the character, or only one that the layout does not name; the message is the character."""


class PrintingFailed(Exception):
    """WeasyPrint failed; its own exceptions stay here, for whoever unpickles them imports it."""


class TookTooLong(BaseException):
    """The sheet took longer than it may. No Exception, for libraries pass over some of those."""


def begin(first: Sheet) -> None:
    """Makes a new process ready: it ends with its parent alone, and has printed once, so that fonts are at hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal goes to every process of the server
    os.nice(NICER)
    threading.Thread(target=end_with_parent, daemon=True).start()
    with suppress(Exception):  # whoever prints in earnest is told
        print_sheet(first)


def end_with_parent() -> None:
    """Waits for the parent's end, however it came, and ends this process."""
    parent_process().join()
    os._exit(0)


def print_sheet(sheet: Sheet) -> bytes:
    """A PDF; raises StrangeCharacter, ForbiddenAddress, TookTooLong or PrintingFailed."""
    pdf = import_module("correspondence.paper.pdf")  # brings WeasyPrint, which the server never imports
    try:
        with limit(sheet.seconds):
            return pdf.write_pdf(sheet)
    except (ForbiddenAddress, StrangeCharacter):
        raise
    except Exception as error:
        raise PrintingFailed(f"{type(error).__name__}: {error}") from error


@contextmanager
def limit(seconds: int):
    """Raises TookTooLong in what takes longer, and ends the process where a library's own loop does not hear of it."""
    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    signal.setitimer(signal.ITIMER_PROF, 2 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def give_up(number, frame):
    """Raise TookTooLong out of whatever runs."""
    raise TookTooLong
