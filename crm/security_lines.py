"""Where the lines of the security log go: nowhere, to a file, or to syslog."""

import logging
import os
import sys
from contextlib import suppress
from logging.handlers import SysLogHandler, WatchedFileHandler
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

NOWHERE = {"class": "logging.NullHandler"}
LOCAL_SYSLOG, SYSLOG, SYSLOG_PORT = "/dev/log", "syslog", 514
EXAMPLES = "a file such as /var/log/wanglai/security.jsonl, or syslog, or syslog://host:port"


def line_handler(name: str, target: str) -> dict:
    """Return logging's settings of the handler for a target as the variable ``name`` gives it.

    Raises ImproperlyConfigured for what is neither a file in a folder that is there nor a syslog.
    """
    target = target.strip()
    if not target:
        return NOWHERE
    if target == SYSLOG or target.startswith(f"{SYSLOG}://"):
        return syslog_handler(name, target)
    path = Path(target)
    if not path.is_absolute() or path.is_dir() or not path.parent.is_dir():
        raise ImproperlyConfigured(f"{name} must be {EXAMPLES}, in a folder that is there, not {target!r}.")
    return {"class": "crm.security_lines.LineFile", "filename": str(path)}


def syslog_handler(name: str, target: str) -> dict:
    """Return the settings of the handler for the machine's own syslog, or for one at syslog://host:port (UDP)."""
    try:
        there = urlsplit(target)
        address = (there.hostname, there.port or SYSLOG_PORT) if there.hostname else LOCAL_SYSLOG
    except ValueError:  # a port that is no number
        address = None
    if address is None or (address == LOCAL_SYSLOG and not (target == SYSLOG and Path(LOCAL_SYSLOG).exists())):
        raise ImproperlyConfigured(f"{name} must be {EXAMPLES}; {target!r} is not there.")
    return {"class": "crm.security_lines.LineSyslog", "address": address, "facility": SysLogHandler.LOG_AUTHPRIV}


class Unwritten:
    """Says in a sentence that a line could not be written; its row is in the database."""

    def emit(self, record):
        try:
            super().emit(record)
        except Exception:  # opening the file anew fails outside of logging's own care
            self.handleError(record)

    def handleError(self, record):
        why = sys.exc_info()[1]
        logging.getLogger("wanglai").error(
            "A line of the security log could not be written (%s); its row is in the database.", why
        )


class LineFile(Unwritten, WatchedFileHandler):
    """Appends lines to a file of mode 600, opened at the first line and anew when it was moved away."""

    def __init__(self, filename: str):
        super().__init__(filename, encoding="utf-8", delay=True)

    def _open(self):
        return open(self.baseFilename, "a", encoding="utf-8", opener=open_for_owner)


def open_for_owner(path: str, flags: int) -> int:
    """Open a file, made for its owner alone where it is new."""
    return os.open(path, flags, 0o600)


class LineSyslog(Unwritten, SysLogHandler):
    """Sends lines to syslog, marked as ours; a syslog that is away at the start is tried anew with each line."""

    ident = "wanglai: "

    def __init__(self, **where):
        with suppress(OSError):
            super().__init__(**where)
