"""A database that is made for a trial and thrown away with all that was written into it."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.management import CommandError
from django.db import connection, transaction

from correspondence.demo import demo_folder
from correspondence.office_folder import load_folder


@contextmanager
def throwaway_office(on: date) -> Iterator[None]:
    """The demonstration's office of a day, without accounts, in a database of its own; the real one is not even opened.

    Nothing is committed: what a commit announces, to the security log's lines, is not.
    """
    with throwaway_database(), transaction.atomic():
        load_folder(demo_folder(on), is_demo=True)
        yield
        transaction.set_rollback(True)


@contextmanager
def throwaway_database() -> Iterator[None]:
    """An empty, migrated database of the engine that is set, in memory on SQLite; raises CommandError."""
    if connection.in_atomic_block:
        raise CommandError("The database is in use by this very process; letters on trial want one of their own.")
    real, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    kept, test["NAME"] = test["NAME"], None if connection.vendor == "sqlite" else f"trial_{secrets.token_hex(8)}"
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=False, serialize=False)
        if connection.settings_dict["NAME"] == real:
            raise CommandError("No database of its own was made for letters on trial.")
        yield
    finally:
        if connection.settings_dict["NAME"] != real:
            connection.creation.destroy_test_db(real, verbosity=0)
        test["NAME"] = kept
