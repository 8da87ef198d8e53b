"""The test database: migrated once a run, copied for each worker; and the demonstration's rows in it."""

import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone, translation

from correspondence.demo import load_demo

CHEAP_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "only")


def name_database(folder: Path) -> None:
    """Names the database that all workers copy; on SQLite it is a file in ``folder``, as an installation has it.

    In memory, the threads of the live server would share one connection, on which Python 3.13 mixes up their answers.
    """
    settings = connection.settings_dict
    in_file = connection.vendor == "sqlite"
    settings["TEST"]["NAME"] = str(folder / "test.sqlite3") if in_file else f"test_{settings['NAME']}"


@contextmanager
def alone(folder: Path):
    """Waits until no other worker makes or drops the database that all copy; yields the file that says it is made."""
    with (folder / "database.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / "database.made"


def open_copy(folder: Path) -> None:
    """Gives this worker its copy of the migrated database, which the first worker to come makes."""
    creation = connection.creation
    with alone(folder) as made:
        if made.exists():
            connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"]
        else:
            creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            made.touch()
        in_use(folder, WORKER).touch()
        connection.close()  # PostgreSQL copies a database only while nobody reads it; SQLite then has no log beside it
        creation.clone_test_db(suffix=WORKER, verbosity=0, autoclobber=True)
    connection.settings_dict["NAME"] = creation.get_test_db_clone_settings(WORKER)["NAME"]


def in_use(folder: Path, worker: str) -> Path:
    """The file that says that a worker may still copy the database."""
    return folder / f"database.{worker}"


def renew_copy(folder: Path) -> None:
    """Gives this worker its copy anew after a test that emptied its tables, for migrations put rows in some."""
    if connection.vendor == "sqlite":  # page by page, for a live server's threads may still have the file open
        connection.ensure_connection()
        with closing(sqlite3.connect(connection.settings_dict["TEST"]["NAME"])) as source:
            source.backup(connection.connection)
        return
    copy = connection.settings_dict["NAME"]
    connection.close()
    with alone(folder):
        connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"]
        connection.creation.clone_test_db(suffix=WORKER, verbosity=0, autoclobber=True)
    connection.settings_dict["NAME"] = copy


def drop_copy(folder: Path, name: str) -> None:
    """Drops this worker's copy, and the last one what it was copied from; Django knows the database ``name`` again."""
    connection.creation.destroy_test_db(verbosity=0)
    connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"]
    with alone(folder) as made:
        in_use(folder, WORKER).unlink()
        if made.exists() and not [*folder.glob("database.gw*"), *folder.glob("database.only")]:
            made.unlink()
            connection.creation.destroy_test_db(verbosity=0)
    connection.settings_dict["NAME"] = name


@contextmanager
def demonstration():
    """The demonstration's rows in a transaction that is rolled back; each test's own nests in it."""
    with transaction.atomic(), translation.override("en"), override_settings(PASSWORD_HASHERS=CHEAP_HASHERS):
        call_command("load_letter_templates", verbosity=0)
        load_demo("demo", timezone.localdate())
        yield
        transaction.set_rollback(True)
