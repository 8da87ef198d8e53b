#!/usr/bin/env python
"""Django's command line for Wanglai; bin/manage runs it in the right environment."""

import os
import sys
from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, execute_from_command_line
from django.db.utils import DatabaseError, InterfaceError, OperationalError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
TROUBLE = (ImproperlyConfigured, InterfaceError, OperationalError)
HOUSE_TROUBLE = (*TROUBLE, CommandError, DatabaseError, OSError)


def in_a_sentence(work: Callable, arguments: list[str], trouble: tuple = TROUBLE) -> int:
    """Does the work; 2 after one sentence where it is this machine's settings or database that are wrong."""
    try:
        work(arguments)
    except trouble as error:
        if "--traceback" in arguments:
            raise
        said = " ".join(str(error).split())
        database = isinstance(error, DatabaseError | InterfaceError)
        sys.stderr.write(f"The database does not answer: {said}\n" if database else f"{said}\n")
        return 2
    return 0


def run(arguments: list[str]) -> int:
    """Runs a command of Django's or of ours."""
    return in_a_sentence(lambda words: execute_from_command_line(["manage.py", *words]), arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
