"""Fills an empty database with an archive's rows and brings it up to today."""

import zipfile

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from crm.backup.errors import ArchiveError
from crm.backup.names import ROWS, shown
from crm.backup.numbers import continue_after_history
from crm.backup.rows import in_backup, load_rows, models_at
from crm.search.rebuilding import renew
from crm.sequences import continue_after
from crm.triggers import make_triggers

LONGEST_ROW = 64 << 20  # bytes; a letter's words take a thousandth of it


def fill_database(archive: zipfile.ZipFile, manifest: dict, leaves: list[tuple[str, str]]) -> None:
    """Makes the tables of the archive's day in an empty database, fills them and migrates them to today's."""
    MigrationExecutor(connection).migrate(leaves)
    models = models_at(leaves)
    refuse_unknown_tables(manifest, models)
    with transaction.atomic():
        replace_rows(archive, manifest, models)
    if connection.vendor == "postgresql":  # which alters no table whose rows wait for a check, as in one transaction
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    continue_after_history()
    renew()
    make_triggers()


def refuse_unknown_tables(manifest: dict, models: list) -> None:
    """Raises ArchiveError where the archive has rows of a table that its day did not know."""
    if unknown := set(manifest["rows"]) - {model._meta.label for model in models}:
        raise ArchiveError(f"The archive is damaged: it has rows of {shown(min(unknown))}, which its day did not know.")


def replace_rows(archive: zipfile.ZipFile, manifest: dict, models: list) -> None:
    """Puts the archive's rows in the place of those that migrations have put in; what is of the moment stays empty."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
    for model in in_backup(models):
        put_rows(archive, manifest, model)
    continue_after(manifest.get("sequences", {}), models)
    connection.check_constraints()


def put_rows(archive: zipfile.ZipFile, manifest: dict, model) -> None:
    """One table's rows; raises ArchiveError where they are missing, too few or do not fit."""
    name = f"{ROWS}{model._meta.label}.jsonl"
    if name not in manifest["sha256"]:
        raise ArchiveError(f"The archive is damaged: {name} is missing.")
    try:
        with archive.open(name) as entry:
            count = load_rows(model, lines_of(entry))
    except (OperationalError, OSError):
        raise  # the machine's trouble, not the archive's
    except Exception as error:  # whatever fields, json and the databases make of foreign values
        raise ArchiveError(f"The archive does not fit this database: {name}: {shown(str(error))}") from error
    if count != manifest["rows"].get(model._meta.label):
        raise ArchiveError(f"The archive is damaged: {name} has {count} rows.")


def lines_of(entry):
    """An entry's lines, of a length that memory holds."""
    while line := entry.readline(LONGEST_ROW):
        if not line.endswith(b"\n"):
            raise ValueError("a row without its end")
        yield line
