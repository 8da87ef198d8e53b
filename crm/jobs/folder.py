"""A job's folder in the data folder: how far it is, what it noted, its result. Nothing of it goes through the database.

SQLite has one writer, which progress would keep from those who save. A backup has no jobs.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import UUID

from django.conf import settings

from crm.backup.data_folder import JOBS

PROGRESS, CANCEL, RESULT = "progress.json", "cancel", "result"


class Cancelled(Exception):
    """Who asked for the work wants it no more."""


@dataclass
class Progress:
    """How far a job is: ``done`` things ``of`` so many, and a sentence for each that it passed over."""

    done: int = 0
    of: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def percent(self) -> int:
        """0 to 100."""
        return 100 * self.done // self.of if self.of else 0


class JobFolder:
    """The files of one job; they are its asker's alone."""

    def __init__(self, key: UUID | str):
        self.path = jobs_folder() / str(key)
        self.result = self.path / RESULT

    def make(self) -> None:
        """Makes the folder, for the server's account alone."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def read(self) -> Progress:
        """How far the job is; nothing done where it has not begun."""
        try:
            return Progress(**json.loads((self.path / PROGRESS).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Progress()

    def write(self, progress: Progress) -> None:
        """Says how far it is, in one step, so that a page reads all or nothing; raises Cancelled."""
        if (self.path / CANCEL).exists():
            raise Cancelled
        unfinished = self.path / f"{PROGRESS}.part"
        unfinished.write_text(json.dumps(asdict(progress), ensure_ascii=False), encoding="utf-8")
        unfinished.replace(self.path / PROGRESS)

    def cancel(self) -> None:
        """Tells the worker to stop at its next step."""
        self.make()
        (self.path / CANCEL).touch()

    def remove(self) -> None:
        """Throws away everything."""
        shutil.rmtree(self.path, ignore_errors=True)


def jobs_folder() -> Path:
    """Where the jobs' folders are."""
    return Path(settings.DATA_DIR) / JOBS


def folders_there() -> Iterator[UUID]:
    """The keys of the jobs that have a folder."""
    for path in jobs_folder().glob("*"):
        with suppress(ValueError):
            yield UUID(path.name)
