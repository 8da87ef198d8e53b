"""Writes one archive of everything an office has: its tables' rows and the files of the data folder, with hashes."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from crm.backup.data_folder import database_file, holding_folder, kept_paths
from crm.backup.errors import ArchiveError
from crm.backup.kept_log import log_backup
from crm.backup.names import FILES, FORMAT, MANIFEST, ROWS, shown, trouble_with
from crm.backup.rows import applied_leaves, dump_rows, in_backup, models_at
from crm.files import is_disk_full, remove_parts, written_whole
from crm.sequences import last_numbers

OF_AN_OFFICE = ("crm.Office", "crm.User")  # a row in one of these tables, and there is something to keep


def write_archive(target: Path, made: datetime | None = None) -> dict:
    """Writes everything to a new file, under a passing name until it is complete; returns the manifest."""
    if target.exists():
        raise ArchiveError(f"{target} exists already; a backup never overwrites a file.")
    if not target.parent.is_dir():
        raise ArchiveError(f"There is no folder {target.parent}.")
    with holding_folder():
        try:
            remove_parts(target.parent)
            log_backup(str(target.resolve()))
            with written_whole(target) as file:
                return write_entries(file, made)
        except OSError as error:
            raise could_not_write(target, error) from error


def write_stream(stream: IO[bytes], name: str) -> dict:
    """Writes everything to a stream, a pipe too; the manifest comes last, so that a part of it is no archive."""
    with holding_folder():
        try:
            log_backup(name)
            manifest = write_entries(OneWay(stream))
            stream.flush()
        except OSError as error:
            raise could_not_write(name, error) from error
    return manifest


def could_not_write(target, error: OSError) -> ArchiveError:
    """Why nothing was kept, in a sentence."""
    why = "the disk is full; make room and try again" if is_disk_full(error) else error.strerror or error
    return ArchiveError(f"{target} could not be written: {why}.")


class OneWay:
    """A stream as zipfile takes one that knows no way back: it neither seeks nor tells."""

    def __init__(self, stream: IO[bytes]):
        self.stream, self.flush = stream, stream.flush

    def write(self, data) -> int:
        """Writes all of it; a pipe may take it in parts."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.stream.write(rest) :]
        return len(data)


def refuse_where_no_office() -> None:
    """Raises ArchiveError where the data folder and its database hold no office; makes no database to look into."""
    on_server = connection.vendor != "sqlite"
    if not ((on_server or database_file().is_file()) and has_office()):
        database = connection.settings_dict["NAME"]
        raise ArchiveError(
            f"There is no office in {settings.DATA_DIR} (database {database}): nothing was written. "
            "Name the folder of yours in WANGLAI_DATA_DIR."
        )


def has_office() -> bool:
    """Whether an office or an account is on record, in the tables of whatever day."""
    tables = set(connection.introspection.table_names())
    models = [apps.get_model(label) for label in OF_AN_OFFICE]
    return any(model._meta.db_table in tables and model._base_manager.exists() for model in models)


def write_entries(file, made: datetime | None = None) -> dict:
    """Writes rows, files and the manifest of one moment into an open file."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, Snapshot():
        applied = set(MigrationRecorder(connection).applied_migrations())
        models = in_backup(models_at(applied_leaves(applied)))
        manifest = {
            "format": FORMAT,
            "made": (made or datetime.now(UTC)).isoformat(),
            "migrations": sorted(applied),
            "sequences": last_numbers(models),
            "rows": {},
            "sha256": {},
        }
        for model in models:
            name = f"{ROWS}{model._meta.label}.jsonl"
            count, digest = write_entry(archive, name, dump_rows(model))
            manifest["rows"][model._meta.label], manifest["sha256"][name] = count, digest
        # A letter's file is written before its row is committed: files read after the rows hold all they name.
        for name, path in entries_of_files():
            with path.open("rb") as source:
                manifest["sha256"][name] = write_entry(archive, name, iter(lambda s=source: s.read(1 << 20), b""))[1]
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


def entries_of_files() -> Iterator[tuple[str, Path]]:
    """The files to keep by their entries' names; raises ArchiveError for one that no restore would take."""
    for path in kept_paths():
        name = FILES + path.relative_to(settings.DATA_DIR).as_posix()
        if trouble := trouble_with(name):
            raise ArchiveError(f"{shown(str(path))} cannot be kept under this name: {trouble}. Rename it.")
        yield name, path


def write_entry(archive: zipfile.ZipFile, name: str, pieces) -> tuple[int, str]:
    """Writes one entry piece by piece; returns how many pieces and their SHA-256."""
    digest, count = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as entry:
        for piece in pieces:
            entry.write(piece)
            digest.update(piece)
            count += 1
    return count, digest.hexdigest()


class Snapshot(transaction.Atomic):
    """A transaction that reads one moment of the database without holding up those who write."""

    def __init__(self):
        super().__init__(using=None, savepoint=False, durable=False)

    def __enter__(self):
        connection.ensure_connection()
        if connection.vendor == "sqlite":
            connection.transaction_mode = "DEFERRED"  # ours is IMMEDIATE, which would keep writers out
        super().__enter__()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
