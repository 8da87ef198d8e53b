"""Puts an archive's database and files into the data folder; stop bin/run before."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError

from crm.backup.archive import ArchiveError
from crm.backup.restoring import restore_archive


class Command(BaseCommand):
    """bin/manage restore FILE [--replace]; cut short at any moment, it leaves all of the old data or all of the new."""

    help = __doc__
    requires_system_checks = []  # the data may be gone or damaged

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="replace the data that are here now")

    def handle(self, *, file, replace, **options):
        try:
            manifest = restore_archive(file, replace=replace)
        except (ArchiveError, DatabaseError, OSError) as error:
            raise CommandError(" ".join(str(error).split())) from error
        rows = sum(manifest["rows"].values())
        files = len(manifest["sha256"]) - len(manifest["rows"])
        self.stdout.write(f"{rows} rows and {files} files restored from {file}, as of {manifest['made'][:16]} UTC")
