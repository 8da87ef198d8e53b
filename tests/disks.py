"""Disks that are full, for tests: real ones where this machine lets us mount them."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of so many kilobytes at a folder; the test is skipped where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root mounts a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def full_database() -> Iterator[None]:
    """SQLite's database has no page left: SQLite refuses every write that wants one, and then takes all back.

    For tests with ``transaction=True``: nothing of an outer transaction outlives that.
    """
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE filler (row blob)")
        while free := ask(cursor, "freelist_count"):
            cursor.execute("INSERT INTO filler VALUES (zeroblob(%s))", [max(free - 1, 1) * 4000])
        cursor.execute(f"PRAGMA max_page_count = {ask(cursor, 'page_count')}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
            cursor.execute("DROP TABLE filler")


def ask(cursor, pragma: str) -> int:
    """What SQLite says of its pages."""
    cursor.execute(f"PRAGMA {pragma}")
    return cursor.fetchone()[0]
