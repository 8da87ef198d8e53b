#!/usr/bin/env python
"""Django's command line for Wanglai; bin/manage runs it in the right environment."""

import os
import sys
from collections.abc import Callable

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, execute_from_command_line
from django.db.utils import DatabaseError, InterfaceError, OperationalError

from crm.backup.data_folder import FolderInUse, lock_data_folder
from crm.files import DISK_FULL, is_disk_full

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
TROUBLE = (ImproperlyConfigured, InterfaceError, OperationalError, FolderInUse)
HOUSE_TROUBLE = (*TROUBLE, CommandError, DatabaseError, OSError)


def in_a_sentence(work: Callable, arguments: list[str], trouble: tuple = TROUBLE) -> int:
    """Does the work; 2 after one sentence where it is this machine's settings, database or disk that are wrong."""
    try:
        work(arguments)
    except Exception as error:
        full = is_disk_full(error)
        if "--traceback" in arguments or not (full or isinstance(error, trouble)):
            raise
        said = DISK_FULL if full else " ".join(str(error).split())
        database = isinstance(error, DatabaseError | InterfaceError) and not full
        sys.stderr.write(f"The database does not answer: {said}\n" if database else f"{said}\n")
        return 2
    return 0


def run(arguments: list[str]) -> int:
    """Runs a command of Django's or of ours."""
    return in_a_sentence(execute, arguments)


def execute(arguments: list[str]) -> None:
    """Runs a command; all but a restore hold the data folder, so that nothing is restored under them."""
    if arguments[:1] != ["restore"]:
        django.setup()  # first, for it finishes a restore that was cut short
        lock_data_folder()
    execute_from_command_line(["manage.py", *arguments])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
