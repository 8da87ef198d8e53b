"""Compares the files that rows name with their hashes, and keeps what came of it for the desk of a head."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from crm.backup.names import FILES
from crm.files import write_whole

LOST, CHANGED = "is not on disk", "is not the file that was kept"


@dataclass(frozen=True)
class KeptFile:
    """A file that a row names: where it lies, its SHA-256, and what it is of."""

    path: Path
    sha256: str
    name: str

    @property
    def inside(self) -> str:
        """Where it lies, from the data folder."""
        return self.path.relative_to(settings.DATA_DIR).as_posix()


@dataclass(frozen=True)
class Trouble:
    """A kept file that is lost or changed."""

    inside: str
    sha256: str
    name: str
    what: str

    def __str__(self):
        return f"{self.inside} ({self.name}) {self.what}"

    @property
    def is_lost(self) -> bool:
        """Whether it is gone; else it is another."""
        return self.what == LOST

    def stands(self) -> bool:
        """Whether it is so still."""
        return what_became_of(settings.DATA_DIR / self.inside, self.sha256) != ""


@dataclass(frozen=True)
class FileCheck:
    """What came of a comparison: when, of how many files, and which are lost or changed."""

    at: datetime
    count: int
    troubles: list[Trouble] = field(default_factory=list)


def kept_files() -> Iterator[KeptFile]:
    """Every file that rows name; settings name who knows them, for the floor above keeps them."""
    return import_string(settings.KEPT_FILES_FROM)()


def check_files(at: datetime, hashes: dict[str, str] | None = None) -> FileCheck:
    """Compares every kept file with its hash and keeps the result.

    ``hashes`` are those of an archive just written, by its entries' names; what it does not name is read from disk.
    """
    known, troubles, count = hashes or {}, [], 0
    for file in kept_files():
        count += 1
        if known.get(FILES + file.inside) == file.sha256:
            continue
        if what := what_became_of(file.path, file.sha256):
            troubles.append(Trouble(file.inside, file.sha256, file.name, what))
    check = FileCheck(at, count, troubles)
    write_whole(result_file(), json.dumps(asdict(check), default=str, ensure_ascii=False).encode())
    return check


def what_became_of(path: Path, sha256: str) -> str:
    """What is wrong with a file on disk; empty where it is as it was kept."""
    try:
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return LOST
    return "" if same else CHANGED


def find_strays(files: Iterable[KeptFile]) -> list[str]:
    """The files among the kept ones that no row names: of a step that was killed. They do no harm."""
    root, named = Path(settings.MEDIA_ROOT), {file.path for file in files}
    found = [path for path in sorted(root.rglob("*")) if path.is_file() and path not in named]
    return [path.relative_to(settings.DATA_DIR).as_posix() for path in found]


def has_files() -> bool:
    """Whether any file is kept."""
    return any(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))


def result_file() -> Path:
    """Where the result of the last comparison is kept, in no backup."""
    return Path(settings.DATA_DIR) / ".files_checked.json"


def last_check() -> FileCheck | None:
    """What came of the last comparison, without what has been put right since; None where there was none.

    It reads no more files than were found lost or changed.
    """
    try:
        kept = json.loads(result_file().read_text())
        troubles = [Trouble(**trouble) for trouble in kept["troubles"]]
        check = FileCheck(datetime.fromisoformat(kept["at"]), kept["count"], troubles)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return FileCheck(check.at, check.count, [trouble for trouble in check.troubles if trouble.stands()])
