"""Writes the database and all files into one archive; keep it where only the office can read it."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError

from crm.backup.archive import ArchiveError, write_archive
from crm.backup.data_folder import FolderInUse


class Command(BaseCommand):
    """bin/manage backup FILE, also while the office works; an existing file is never overwritten."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            manifest = write_archive(file)
        except (ArchiveError, FolderInUse, DatabaseError) as error:
            raise CommandError(" ".join(str(error).split())) from error
        rows = sum(manifest["rows"].values())
        files = len(manifest["sha256"]) - len(manifest["rows"])
        self.stdout.write(f"{file}: {rows} rows and {files} files")
