"""Puts an archive in the place of what is there: all of it or, when anything fails, nothing."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.utils import DatabaseError, OperationalError

from crm.archive import (
    ArchiveError,
    applied_leaves,
    extract_files,
    fill_database,
    is_database,
    made_again,
    read_manifest,
    sqlite_files,
    sync_folder,
)

Moves = list[tuple[Path, Path]]


def restore_archive(file: Path, *, replace: bool) -> dict:
    """Restores everything and returns the manifest; raises ArchiveError with the old data in place."""
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise ArchiveError(
            f"{file} cannot be read as a backup: {getattr(error, 'strerror', None) or error}."
        ) from error
    with archive:
        manifest = read_manifest(archive)
        leaves = applied_leaves({(app, name) for app, name in manifest["migrations"]})
        if not replace and has_data():
            raise ArchiveError("There are accounts or files here already; --replace puts the archive in their place.")
        room = Path(tempfile.mkdtemp(prefix=".restoring-", dir=settings.DATA_DIR))
        put = into_sqlite if connection.vendor == "sqlite" else into_transaction
        try:
            (room / "new").mkdir()
            extract_files(archive, manifest, room / "new")
            put(lambda: fill_database(archive, manifest, leaves), file_moves(room))
            sync_folder(settings.DATA_DIR)
        finally:
            shutil.rmtree(room)
    return manifest


def has_data() -> bool:
    """Whether there are accounts, files or fonts; a database that cannot be read counts as data."""
    if any(path.is_file() for name in ("files", "fonts") for path in (settings.DATA_DIR / name).rglob("*")):
        return True
    accounts = get_user_model()
    try:
        return accounts._meta.db_table in connection.introspection.table_names() and accounts.objects.exists()
    except OperationalError as error:
        raise ArchiveError(f"The database does not answer: {error}") from error
    except DatabaseError:
        return True


def file_moves(room: Path) -> Moves:
    """What is in the data folder goes aside, what is in the archive takes its place."""
    old = [
        p for p in settings.DATA_DIR.iterdir() if not made_again(p.name) and not is_database(p) and p.suffix != ".zip"
    ]
    aside = [(path, room / "old" / path.name) for path in old]
    return aside + [(path, settings.DATA_DIR / path.name) for path in (room / "new").iterdir()]


def swap(moves: Moves) -> Callable[[], None]:
    """Renames all or none, and returns what takes it back."""
    done: Moves = []

    def undo():
        for source, target in reversed(done):
            os.rename(target, source)

    try:
        for source, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(source, target)
            done.append((source, target))
    except OSError:
        undo()
        raise
    return undo


def into_transaction(fill: Callable[[], None], moves: Moves) -> None:
    """PostgreSQL: tables are dropped, made and filled in one transaction, and the files change places within it."""
    undo = None
    try:
        with transaction.atomic():
            tables = connection.introspection.table_names()
            known = {*connection.introspection.django_table_names(), "django_migrations"}
            with connection.cursor() as cursor:
                for table in sorted(known.intersection(tables)):
                    cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
            fill()
            undo = swap(moves)
    except BaseException:
        if undo:
            undo()
        raise


def into_sqlite(fill: Callable[[], None], moves: Moves) -> None:
    """SQLite: a new database is made beside the old one, then it changes places together with the files."""
    refuse_while_open()
    live = Path(connection.settings_dict["NAME"])
    new = live.with_name(f".{live.name}.restoring")
    new.unlink(missing_ok=True)
    connection.settings_dict["NAME"] = str(new)
    try:
        fill()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")  # leaves one file, complete without its log
        connection.close()
        aside = [(path, path.with_name(f".{path.name}.replaced")) for path in sqlite_files(live) if path.exists()]
        swap([*aside, (new, live), *moves])
    finally:
        connection.close()
        connection.settings_dict["NAME"] = str(live)
        for path in sqlite_files(new):
            path.unlink(missing_ok=True)
    for _old, path in aside:
        path.unlink()
    sync_folder(live.parent)


def refuse_while_open() -> None:
    """Raises ArchiveError while another process has the database open: it would go on writing into the old one."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=500")
            cursor.execute("PRAGMA journal_mode=DELETE")  # only the sole user of a database may leave WAL
    except OperationalError as error:
        raise ArchiveError("The database is in use; stop bin/run, then restore.") from error
    except DatabaseError:
        pass  # too damaged to be in use
    finally:
        connection.close()
