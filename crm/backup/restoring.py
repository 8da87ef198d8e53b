"""Puts an archive in the place of what is there: all of it or, when anything fails, nothing."""

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.utils import DatabaseError, OperationalError

from crm.actions.security_log import announce
from crm.backup.data_folder import IN_USE, database_file, holding_folder, sqlite_files
from crm.backup.errors import ArchiveError
from crm.backup.filling import fill_database
from crm.backup.kept_log import keep_log, set_log_aside
from crm.backup.reading import extract_files, open_archive, read_manifest
from crm.backup.restored import mark_file, mark_restore, remove_mark
from crm.backup.rows import applied_leaves
from crm.backup.swapping import ONE_AT_A_TIME, RestoreArea, finish_restores, fresh_database
from crm.files import sync_folder, write_whole
from crm.models import SecurityEvent


def restore_archive(file: Path, *, replace: bool, twins: bool = False, numbers: dict[str, int] | None = None) -> dict:
    """Restores everything and returns the manifest; raises ArchiveError or FolderInUse with the old data in place.

    ``numbers`` are the last ones of the series that are replaced, for the head who looks at them next.
    """
    with open_archive(file) as archive, holding_folder(alone=True):
        finish_restores()
        manifest = read_manifest(archive, twins=twins)
        leaves = applied_leaves({(app, name) for app, name in manifest["migrations"]})
        if not replace and has_data():
            raise ArchiveError("There are accounts or files here already; --replace puts the archive in their place.")
        with marked(manifest, numbers or {}):
            restored = put_in_place(archive, manifest, leaves, file.name)
    announce(restored)
    return manifest


@contextmanager
def marked(manifest: dict, numbers: dict[str, int]) -> Iterator[None]:
    """Has a head look at the numbers of letters, unless the restore inside fails."""
    earlier = mark_file().read_bytes() if mark_file().exists() else None
    mark_restore(manifest["made"], numbers)
    try:
        yield
    except BaseException:
        remove_mark()
        if earlier is not None:
            write_whole(mark_file(), earlier)
        raise


def has_data() -> bool:
    """Whether there are accounts, files or fonts; a database that cannot be read counts as data."""
    if any(path.is_file() for name in ("files", "fonts") for path in (settings.DATA_DIR / name).rglob("*")):
        return True
    if connection.vendor == "sqlite" and not database_file().is_file():
        return False  # asking would make one
    accounts = get_user_model()
    try:
        return accounts._meta.db_table in connection.introspection.table_names() and accounts.objects.exists()
    except OperationalError as error:
        raise ArchiveError(f"The database does not answer: {error}") from error
    except DatabaseError:
        return True


def put_in_place(archive: zipfile.ZipFile, manifest: dict, leaves: list[tuple[str, str]], name: str) -> SecurityEvent:
    """Makes everything new beside what is there, then has it change places; returns the log's row of it."""
    put = into_sqlite if connection.vendor == "sqlite" else into_postgresql
    area, rows = RestoreArea.make(), []

    def fill() -> None:
        fill_database(archive, manifest, leaves)
        rows.append(keep_log(area.log, manifest, name))

    try:
        set_log_aside(area.log)
        extract_files(archive, manifest, area.new)
        put(fill, area)
    finally:
        finish_restores()
    return rows[0]


def into_postgresql(fill: Callable[[], None], area: RestoreArea) -> None:
    """Tables are dropped, made and filled in one transaction; it ends when the files have changed places."""
    with transaction.atomic():
        drop_tables()
        fill()
        with connection.cursor() as cursor:
            area.leave_mark(cursor)
        area.swap_files()


def drop_tables() -> None:
    """Drops our tables; raises ArchiveError while somebody is at work in them."""
    tables = connection.introspection.table_names()
    known = {*connection.introspection.django_table_names(), "django_migrations"}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '10s'")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
            for table in sorted(known.intersection(tables)):
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
    except OperationalError as error:
        raise ArchiveError(IN_USE) from error


def into_sqlite(fill: Callable[[], None], area: RestoreArea) -> None:
    """A new database is made beside the old one; it takes its place when the files have changed theirs."""
    live, new, name = database_file(), fresh_database(), connection.settings_dict["NAME"]
    connection.close()  # that to the old one: the next goes by the new name
    connection.settings_dict["NAME"] = str(new)
    try:
        fill()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")  # leaves one file, complete without its log
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
    refuse_while_open()  # only now, for it changes the old database's file
    # An old log beside the new database would be played into it.
    area.swap_files(new, aside=tuple(path for path in sqlite_files(live)[1:] if path.exists()))
    os.replace(new, live)
    sync_folder(live.parent)


def refuse_while_open() -> None:
    """Raises ArchiveError while another process has the database open: it would go on writing into the old one."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=500")
            cursor.execute("PRAGMA journal_mode=DELETE")  # only the sole user of a database may leave WAL
    except OperationalError as error:
        raise ArchiveError(IN_USE) from error
    except DatabaseError:
        pass  # too damaged to be in use
    finally:
        connection.close()
