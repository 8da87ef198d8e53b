"""Writes files whole or not at all, and takes them back where the rows that name them are not kept."""

import errno
import fcntl
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import IO

DISK_FULL = "The disk is full. Make room and try again."
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# The second where the database is opened: reading needs a file beside it too.
SQLITE_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
PARTS = ".wanglai-*.part"
_made: ContextVar[list[Path] | None] = ContextVar("wanglai_made_files", default=None)


def is_disk_full(error: BaseException | None) -> bool:
    """Whether an error, or what led to it, says that there is no room: to write a file, or in either database."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return True
        if getattr(error, "sqlite_errorcode", None) in SQLITE_FULL:
            return True
        if getattr(error, "sqlstate", None) == "53100":  # PostgreSQL's disk_full
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for its owner alone, which gets its name when it is complete and synced; else nothing is left.

    What a killed process leaves is taken away by ``remove_parts``, for nobody holds its lock any more.
    """
    part, file = open_part(path.parent)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            new = not path.exists()
            os.rename(part, path)
    finally:
        with suppress(OSError):  # what refuses the folder may refuse this too, and would hide the reason
            part.unlink()
    if new and (made := _made.get()) is not None:
        made.append(path)
    sync_folder(path.parent)


def open_part(folder: Path) -> tuple[Path, IO[bytes]]:
    """A new file under a passing name, locked while it is open."""
    while True:
        part = folder / f".wanglai-{secrets.token_hex(8)}.part"
        file = os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        with suppress(OSError):  # some network file systems know no such lock
            fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink:  # else remove_parts was quicker than our lock
            return part, file
        file.close()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and make its folder where there is none."""
    make_folder(path.parent)
    with written_whole(path) as file:
        file.write(content)


def write_once(path: Path, content: bytes) -> bytes:
    """Write a small file for its owner alone, unless it holds something; return what it holds, whoever was first.

    One that is empty was left by a process that died before it wrote.
    """
    make_folder(path.parent)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        with suppress(OSError):  # some network file systems know no such lock
            fcntl.flock(file, fcntl.LOCK_EX)
        if kept := file.read().strip():
            return kept
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
    return content


def make_folder(folder: Path) -> None:
    """Make a folder and those above it so that they outlast a power cut."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make a folder's new names outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_parts(folder: Path, pattern: str = PARTS) -> None:
    """Take away what killed processes left half written in a folder; what somebody writes now is locked."""
    for part in folder.glob(pattern):
        with suppress(OSError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()


@contextmanager
def taking_back_files() -> Iterator[Callable[[], None]]:
    """Delete the new files written inside where it ends in an error, for the rows that name them are rolled back.

    Put it around the outermost transaction; one inside another joins it. Yields what deletes them without an error.
    """
    if (made := _made.get()) is not None:
        yield partial(delete_files, made)
        return
    entered = _made.set(made := [])
    try:
        yield partial(delete_files, made)
    except BaseException:
        delete_files(made)
        raise
    finally:
        _made.reset(entered)


def delete_files(made: list[Path]) -> None:
    """Delete files that were just written."""
    while made:
        made.pop().unlink(missing_ok=True)
