"""The data folder: what lies in it, and who uses it: any number who serve or back up, or one who restores."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

IN_USE = "Wanglai is in use; stop bin/run, then restore."
RESTORING = "A restore is going on; wait for its end."
BACKUPS = "backups"  # those that bin/run makes before it migrates
JOBS = "jobs"  # how far they are and what came of them, for a day


class FolderInUse(OSError):
    """Somebody uses the folder in a way that leaves no place for another; says so in a sentence."""


def lock_data_folder(*, alone: bool = False) -> int:
    """Holds the folder until the handle is closed or the process ends; raises FolderInUse."""
    folder = os.open(settings.DATA_DIR, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_NB | (fcntl.LOCK_EX if alone else fcntl.LOCK_SH))
    except BlockingIOError as error:
        os.close(folder)
        raise FolderInUse(IN_USE if alone else RESTORING) from error
    except OSError:
        pass  # a network folder without locks: whoever restores has been told to stop bin/run
    return folder


@contextmanager
def holding_folder(*, alone: bool = False) -> Iterator[None]:
    """Holds the folder inside; raises FolderInUse."""
    handle = lock_data_folder(alone=alone)
    try:
        yield
    finally:
        os.close(handle)


def kept_paths() -> Iterator[Path]:
    """The files of the data folder that cannot be made again: not the database, static files, backups or jobs."""
    root = Path(settings.DATA_DIR)
    for path in sorted(root.rglob("*")):
        first = root / path.relative_to(root).parts[0]
        if path.is_file() and path.suffix != ".part" and not is_excluded_from_backup(first):
            yield path


def is_excluded_from_backup(path: Path) -> bool:
    """Whether what lies at the top of the data folder is in no archive, and keeps its place when one is restored."""
    return is_our_own(path.name) or path.suffix == ".zip" or path.name in (BACKUPS, JOBS) or is_database(path)


def is_our_own(name: str) -> bool:
    """Whether a name at the top is kept for locks and marks, static files or the database, in whatever case."""
    name = name.casefold()
    return name.startswith((".", settings.SQLITE_NAME)) or name == Path(settings.STATIC_ROOT).name.casefold()


def is_database(path: Path) -> bool:
    """Whether a file is of the SQLite database in use; one an office has moved away from is known by its name."""
    return connection.vendor == "sqlite" and path.resolve() in sqlite_files(database_file())


def database_file() -> Path:
    """The file of the SQLite database in use."""
    return Path(connection.settings_dict["NAME"]).resolve()


def sqlite_files(database: Path) -> list[Path]:
    """A database's file and those SQLite keeps beside it."""
    return [Path(f"{database}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")]
