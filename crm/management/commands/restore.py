"""Puts an archive's database and files into the data folder; stop bin/run before."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.utils import DatabaseError

from crm.backup.data_folder import database_file
from crm.backup.errors import ArchiveError
from crm.backup.restored import last_numbers
from crm.backup.restoring import restore_archive
from crm.files import DISK_FULL, is_disk_full


class Command(BaseCommand):
    """bin/manage restore FILE [--replace]; cut short at any moment, it leaves all of the old data or all of the new."""

    help = __doc__
    requires_system_checks = []  # the data may be gone or damaged

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="replace the data that are here now")
        parser.add_argument(
            "--twins", action="store_true", help="take files whose names differ by case or accents only"
        )

    def handle(self, *, file, replace, twins, **options):
        before = numbers_so_far()
        try:
            manifest = restore_archive(file, replace=replace, twins=twins, numbers=before)
        except (ArchiveError, DatabaseError, OSError) as error:
            raise CommandError(DISK_FULL if is_disk_full(error) else " ".join(str(error).split())) from error
        rows = sum(manifest["rows"].values())
        files = len(manifest["sha256"]) - len(manifest["rows"])
        self.stdout.write(f"{rows} rows and {files} files restored from {file}, as of {manifest['made'][:16]} UTC")
        self.say_numbers(before)

    def say_numbers(self, before: dict[str, int]) -> None:
        """Says how far each series of numbers has come, and had come before."""
        now = last_numbers()
        for series in {**now, **before}:
            was = f" (before the restore: {before[series]})" if series in before else ""
            self.stdout.write(f"The last number of {series} is {now.get(series, 'none')}{was}")
        self.stdout.write("No letter is numbered until a head has said on the desk that this is right, or raised it.")


def numbers_so_far() -> dict[str, int]:
    """The last number of each series in the database that is to be replaced; none where it cannot be read."""
    if connection.vendor == "sqlite" and not database_file().is_file():
        return {}
    try:
        return last_numbers()
    except DatabaseError:
        return {}
    finally:
        connection.close()
