"""Backups in a row: when the next one is due, and which of the old ones go. Only those made here are counted."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from crm.backup.errors import ArchiveError
from crm.backup.reading import open_archive, plain_manifest
from crm.backup.writing import write_archive

STAMP = "%Y%m%dT%H%M%SZ"


def file_name(prefix: str, made: datetime) -> str:
    """The name of a row's backup by the moment it was made, in UTC."""
    return f"{prefix}-{made.astimezone(UTC):{STAMP}}.zip"


def made_here(folder: Path, prefix: str) -> list[tuple[datetime, Path]]:
    """The whole backups of a row in a folder with their moments, oldest first.

    A file is one of them if its name and its own manifest tell the same moment; a link or a damaged file is none.
    """
    named = re.compile(rf"{re.escape(prefix)}-\d{{8}}T\d{{6}}Z\.zip")
    found = [path for path in folder.glob(f"{prefix}-*.zip") if named.fullmatch(path.name) and not path.is_symlink()]
    moments = [(moment_of(path), path) for path in found]
    return sorted((made, path) for made, path in moments if made and path.name == file_name(prefix, made))


def moment_of(path: Path) -> datetime | None:
    """When a backup says it was made; None where it cannot be read."""
    try:
        with open_archive(path) as archive:
            return datetime.fromisoformat(plain_manifest(archive)["made"]).astimezone(UTC)
    except (ArchiveError, OSError, ValueError, OverflowError):
        return None


def is_due(folder: Path, prefix: str, every: int, today: date) -> bool:
    """Whether the newest of a row was made so many days ago or more, by the days of the office's own calendar."""
    made = made_here(folder, prefix)
    return not made or (today - made[-1][0].astimezone().date()).days >= every


def write_next(folder: Path, prefix: str, keep: int, now: datetime) -> tuple[Path, dict]:
    """Writes the next backup of a row, then deletes all but the newest ``keep``; returns its file and manifest."""
    target = folder / file_name(prefix, now)
    manifest = write_archive(target, now)
    for _made, path in made_here(folder, prefix)[:-keep]:
        path.unlink(missing_ok=True)
    return target, manifest
