"""Carries the security log over a restore: the union of the archive's and of the one that is replaced."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.db import DatabaseError, connection

from crm.actions.security_log import record_event, write_event
from crm.backup.data_folder import database_file
from crm.models import EventKind, SecurityEvent

CHUNK = 1000


def log_backup(target: str) -> None:
    """Put on the security log, before it is written, that everything is copied to ``target``.

    Does nothing in a database of a day when there was no log, or one without all of today's columns: the backup that
    comes before an upgrade is not to wait for it.
    """
    if has_log() and {field.column for field in SecurityEvent._meta.concrete_fields} <= columns_in_use():
        record_event(EventKind.BACKUP, file=target)


def has_log() -> bool:
    """Whether the database in use has the log's table; makes no database to look into."""
    if connection.vendor == "sqlite" and not database_file().is_file():
        return False
    return SecurityEvent._meta.db_table in connection.introspection.table_names()


def set_log_aside(file: Path) -> None:
    """Write the log of the database in use to a file, a JSON object a row; none where it has none or is damaged."""
    with file.open("w", encoding="utf-8") as aside:
        try:
            for row in log_in_use():
                aside.write(json.dumps(row, default=str) + "\n")
        except DatabaseError:  # too damaged to be read: what there is to restore does not wait for it
            pass


def log_in_use() -> Iterator[dict]:
    """The rows of the log by column, of those columns that its table has already."""
    if not has_log():
        return
    there = columns_in_use()
    columns = [field.column for field in SecurityEvent._meta.concrete_fields if field.column in there]
    yield from SecurityEvent.objects.order_by().values(*columns).iterator(chunk_size=CHUNK)


def columns_in_use() -> set[str]:
    """The columns that the log's table has in the database in use."""
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, SecurityEvent._meta.db_table)
    return {column.name for column in described}


def keep_log(file: Path, manifest: dict, name: str) -> SecurityEvent:
    """Add the log that was set aside to the one restored, each row once, and that the archive ``name`` was restored.

    Returns the row of the restore, whose line is to be announced when the databases have changed places.
    """
    before = SecurityEvent.objects.count()
    with file.open(encoding="utf-8") as lines:
        while rows := [SecurityEvent(**json.loads(line)) for line in islice(lines, CHUNK)]:
            SecurityEvent.objects.bulk_create(rows, ignore_conflicts=True)
    kept = SecurityEvent.objects.count() - before
    return write_event(EventKind.RESTORE, file=name, made=manifest["made"], kept=kept)
