"""One archive of everything an office has: the rows of every table and the files of the data folder, with hashes.

The rows are written as text, the same for SQLite and PostgreSQL, so that an office can move from one to the other.
An older archive is read with the models of its own day and migrated afterwards.
"""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path, PurePosixPath
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from crm.backup.data_folder import lock_data_folder
from crm.backup.kept_log import log_backup
from crm.backup.numbers import continue_after_history
from crm.dates import PartialDate
from crm.models.common import renew_search
from crm.rows import insert_rows
from crm.sequences import continue_after, last_numbers
from crm.triggers import make_triggers

FORMAT = 1
MANIFEST, ROWS, FILES = "manifest.json", "rows/", "data/"
MANIFEST_HAS = {"made": str, "migrations": list, "rows": dict, "sha256": dict}
MAX_MANIFEST = 64 << 20
CHUNK = 1000


class ArchiveError(Exception):
    """Why an archive cannot be written or read, in a sentence."""


# Rows -----------------------------------------------------------------------------------------------------------


def applied_leaves(applied: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last applied migration of each app; raises ArchiveError for a migration this program does not know."""
    graph = MigrationLoader(None).graph
    for app, name in sorted(applied):
        if (app, name) not in graph.nodes:
            raise ArchiveError(f"The data are of a newer Wanglai, which has {app}.{name}; update this one first.")
    return sorted(
        key for key in applied if not any(c.key in applied and c.key[0] == key[0] for c in graph.node_map[key].children)
    )


def models_at(leaves: list[tuple[str, str]]) -> list:
    """The models as they were at these migrations, join tables included."""
    models = MigrationLoader(None).project_state(leaves).apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def to_plain(value):
    """A column's value as JSON has it; exact to the microsecond and the last decimal."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | PartialDate | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


def dump_rows(model) -> Iterator[bytes]:
    """A table's rows, one JSON list a line, in the order of its concrete fields."""
    names = [field.attname for field in model._meta.concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=CHUNK):
        yield json.dumps(row, default=to_plain, ensure_ascii=False).encode() + b"\n"


def load_rows(model, lines) -> int:
    """Inserts a table's rows as they are, past save() and signals; returns how many."""
    fields = model._meta.concrete_fields
    count = 0
    for batch in batched(lines, CHUNK):
        rows = [zip(fields, json.loads(line), strict=True) for line in batch]
        insert_rows(model, [[stored_value(field, value) for field, value in row] for row in rows])
        count += len(batch)
    return count


def batched(lines, size: int) -> Iterator[list]:
    """Lines in lists of a size, the last one shorter; itertools has it from Python 3.12 on."""
    lines = iter(lines)
    while batch := list(islice(lines, size)):
        yield batch


def stored_value(field, value):
    """A JSON value as the database takes it."""
    return field.get_db_prep_save(to_python(field, value), connection)


def to_python(field, value):
    """A JSON value as its field holds it; a JSONField's is what it is."""
    return value if value is None or field.get_internal_type() == "JSONField" else field.to_python(value)


# Writing --------------------------------------------------------------------------------------------------------


def write_archive(target: Path) -> dict:
    """Writes everything to a new file, under another name until it is complete; returns the manifest."""
    if target.exists():
        raise ArchiveError(f"{target} exists already; a backup never overwrites a file.")
    if not target.parent.is_dir():
        raise ArchiveError(f"There is no folder {target.parent}.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    folder = lock_data_folder()
    try:
        log_backup(str(target.resolve()))
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            manifest = write_entries(file, leave_out={unfinished.resolve()})
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(target)
    except OSError as error:
        raise ArchiveError(f"{target} could not be written: {error.strerror or error}.") from error
    finally:
        os.close(folder)
        unfinished.unlink(missing_ok=True)
    sync_folder(target.parent)
    return manifest


def write_entries(file, leave_out: set[Path]) -> dict:
    """Writes rows, files and the manifest of one moment into an open file."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, Snapshot():
        applied = set(MigrationRecorder(connection).applied_migrations())
        models = models_at(applied_leaves(applied))
        manifest = {
            "format": FORMAT,
            "made": datetime.now(UTC).isoformat(),
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
        for path in kept_files(leave_out):
            name = FILES + path.relative_to(settings.DATA_DIR).as_posix()
            with path.open("rb") as source:
                manifest["sha256"][name] = write_entry(archive, name, iter(lambda s=source: s.read(1 << 20), b""))[1]
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


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


def kept_files(leave_out: set[Path]) -> Iterator[Path]:
    """The files of the data folder that cannot be made again: not the database, gathered static files or backups."""
    root = Path(settings.DATA_DIR)
    for path in sorted(root.rglob("*")):
        first = root / path.relative_to(root).parts[0]
        if (
            path.is_file()
            and path.resolve() not in leave_out
            and not is_excluded_from_backup(first)
            and path.suffix != ".part"
        ):
            yield path


def is_excluded_from_backup(path: Path) -> bool:
    """Whether what lies at the top of the data folder is in no archive, and keeps its place when one is restored."""
    static = path.name == Path(settings.STATIC_ROOT).name
    return static or path.name.startswith(".") or path.suffix == ".zip" or is_database(path)


def is_database(path: Path) -> bool:
    """Whether a file is SQLite's: the database in use, or one an office has moved to PostgreSQL from."""
    left_behind = path.name.startswith(settings.SQLITE_NAME)
    return left_behind or (connection.vendor == "sqlite" and path.resolve() in sqlite_files(database_file()))


def database_file() -> Path:
    """The file of the SQLite database in use."""
    return Path(connection.settings_dict["NAME"]).resolve()


def sqlite_files(database: Path) -> list[Path]:
    """A database's file and those SQLite keeps beside it."""
    return [Path(f"{database}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")]


def sync_folder(folder: Path) -> None:
    """Makes a folder's new names outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# Reading --------------------------------------------------------------------------------------------------------


def read_manifest(archive: zipfile.ZipFile) -> dict:
    """The manifest, after every entry's name and hash have been checked; raises ArchiveError."""
    manifest = plain_manifest(archive)
    if sorted(manifest["sha256"]) != sorted(set(archive.namelist()) - {MANIFEST}):
        raise ArchiveError("The archive is damaged: its entries are not those of its manifest.")
    for name in manifest["sha256"]:
        if not is_safe(name):
            raise ArchiveError(f"The archive is no backup of Wanglai: it would write to {name}.")
    refuse_too_large(archive)
    for name, wanted in manifest["sha256"].items():
        if entry_sha256(archive, name) != wanted:
            raise ArchiveError(f"The archive is damaged: {name} has changed since it was written.")
    return manifest


def is_safe(name: str) -> bool:
    """Whether an entry is a table or a file inside the data folder."""
    inside = not name.endswith("/") and ".." not in PurePosixPath(name).parts
    return inside and name.startswith((ROWS, FILES))


def plain_manifest(archive: zipfile.ZipFile) -> dict:
    """The manifest as it is written, of our format and shape."""
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > MAX_MANIFEST:
        raise ArchiveError("The archive is no backup of Wanglai: it has no manifest.")
    try:
        manifest = json.loads(archive.read(MANIFEST))
    except Exception as error:  # whatever zipfile raises where the bytes are damaged
        raise ArchiveError("The archive is damaged: its manifest cannot be read.") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("format"), int):
        raise ArchiveError("The archive is no backup of Wanglai: its manifest is another program's.")
    if manifest["format"] > FORMAT:
        raise ArchiveError("The archive is of a newer Wanglai; update this one first.")
    if not all(isinstance(manifest.get(key), kind) for key, kind in MANIFEST_HAS.items()):
        raise ArchiveError("The archive is no backup of Wanglai: its manifest is another program's.")
    return manifest


def refuse_too_large(archive: zipfile.ZipFile) -> None:
    """Raises ArchiveError where the disk has no area for what the archive unpacks to."""
    needed, free = sum(entry.file_size for entry in archive.infolist()), shutil.disk_usage(settings.DATA_DIR).free
    if needed > free:
        raise ArchiveError(f"The archive unpacks to {needed >> 20} MB, and only {free >> 20} MB are free here.")


def entry_sha256(archive: zipfile.ZipFile, name: str) -> str:
    """The hash of an entry; a text that matches no hash where it cannot even be read."""
    try:
        with archive.open(name) as entry:
            return hashlib.file_digest(entry, "sha256").hexdigest()
    except Exception:  # whatever zipfile raises where the bytes are damaged
        return "unreadable"


def extract_files(archive: zipfile.ZipFile, manifest: dict, into: Path) -> None:
    """Writes the archive's files into a new folder, fsynced, for their owner alone."""
    for name in manifest["sha256"]:
        inside = PurePosixPath(name.removeprefix(FILES))
        if not name.startswith(FILES) or is_excluded_from_backup(Path(settings.DATA_DIR) / inside.parts[0]):
            continue
        path = into / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as entry, os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            shutil.copyfileobj(entry, file)
            file.flush()
            os.fsync(file.fileno())
    for folder in [into, *(path for path in into.rglob("*") if path.is_dir())]:
        sync_folder(folder)


def fill_database(archive: zipfile.ZipFile, manifest: dict, leaves: list[tuple[str, str]]) -> None:
    """Makes the tables of the archive's day in an empty database, fills them and migrates them to today's."""
    MigrationExecutor(connection).migrate(leaves)
    models = models_at(leaves)
    with transaction.atomic():
        replace_rows(archive, manifest, models)
    if connection.vendor == "postgresql":  # which alters no table whose rows wait for a check, as in one transaction
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    continue_after_history()
    renew_search()
    make_triggers()


def replace_rows(archive: zipfile.ZipFile, manifest: dict, models: list) -> None:
    """Puts the archive's rows in the place of those that migrations have put in."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
    for model in models:
        put_rows(archive, manifest, model)
    continue_after(manifest.get("sequences", {}), models)
    connection.check_constraints()


def put_rows(archive: zipfile.ZipFile, manifest: dict, model) -> None:
    """One table's rows; raises ArchiveError where they are missing, too few or do not fit."""
    name = f"{ROWS}{model._meta.label}.jsonl"
    if name not in manifest["sha256"]:
        raise ArchiveError(f"The archive is damaged: {name} is missing.")
    try:
        with archive.open(name) as lines:
            count = load_rows(model, lines)
    except (ValueError, TypeError, ValidationError, DataError, IntegrityError) as error:
        raise ArchiveError(f"The archive does not fit this database: {name}: {error}") from error
    if count != manifest["rows"].get(model._meta.label):
        raise ArchiveError(f"The archive is damaged: {name} has {count} rows.")
