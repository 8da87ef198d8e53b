"""Whose turn it is to work: one worker at a time holds a lock, which the system takes from it when it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings


@contextmanager
def taking_turn() -> Iterator[None]:
    """Waits until no other worker is at work, and is the one until the end."""
    handle = open_lock()
    try:
        with suppress(OSError):  # a network folder without locks: bin/run starts one worker
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_somebody_working() -> bool:
    """Whether a worker is alive; where locks are unknown it is taken to be."""
    handle = open_lock()
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def open_lock() -> int:
    """The lock's file."""
    return os.open(Path(settings.DATA_DIR) / ".worker", os.O_RDWR | os.O_CREAT, 0o600)
