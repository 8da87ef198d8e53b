"""Writes the database and all files into one archive; keep it where only the office can read it."""

import sys
from datetime import UTC
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError
from django.utils import timezone

from crm.backup.checking import check_files
from crm.backup.data_folder import FolderInUse
from crm.backup.errors import ArchiveError
from crm.backup.series import is_due, write_next
from crm.backup.writing import refuse_where_no_office, write_archive, write_stream

STDOUT, PREFIX = "-", "wanglai"


class Command(BaseCommand):
    """bin/manage backup FILE, also while the office works; an existing file is never overwritten.

    backup - writes to standard output, for a program that encrypts. backup FOLDER --every DAYS --keep N, from cron or
    a timer, writes the next of a row of its own where the newest is so many days old, and keeps the newest N.
    """

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("target", metavar="FILE", help="a new file; - for standard output; a folder with --every")
        parser.add_argument("--every", type=int, metavar="DAYS", help="only if the newest in the folder is so old")
        parser.add_argument("--keep", type=int, metavar="N", help="with --every: keep the newest N that it made")

    def handle(self, *, target, every, keep, **options):
        given = [number for number in (every, keep) if number is not None]
        if given and (len(given) < 2 or min(given) < 1 or target == STDOUT):
            raise CommandError("--every DAYS and --keep N go together, with a folder, and are 1 at least.")
        try:
            refuse_where_no_office()
            if every and not Path(target).is_dir():
                raise ArchiveError(f"There is no folder {target}.")
            if every and not is_due(Path(target), PREFIX, every, timezone.localdate()):
                return
            self.write(target, keep)
        except (ArchiveError, FolderInUse, DatabaseError) as error:
            raise CommandError(" ".join(str(error).split())) from error

    def write(self, target: str, keep: int | None) -> None:
        """Writes one archive and says what it holds, and which kept files are lost or changed."""
        now, say = timezone.now().astimezone(UTC), self.stdout
        if target == STDOUT:
            manifest, target, say = self.write_out(), "Standard output", self.stderr
        elif keep:
            target, manifest = write_next(Path(target), PREFIX, keep, now)
        else:
            manifest = write_archive(Path(target), now)
        rows = sum(manifest["rows"].values())
        files = len(manifest["sha256"]) - len(manifest["rows"])
        say.write(f"{target}: {rows} rows and {files} files of {settings.DATA_DIR}")
        self.say_what_is_missing(manifest, now)

    def write_out(self) -> dict:
        """Writes the archive to standard output, and nothing else."""
        if sys.stdout.isatty():
            raise ArchiveError("Standard output is a terminal; send it to a program or a file.")
        # Unbuffered: what a full disk refused would be tried again at closing, past our sentence.
        with open(sys.stdout.fileno(), "wb", buffering=0, closefd=False) as stream:
            return write_stream(stream, "Standard output")

    def say_what_is_missing(self, manifest: dict, now) -> None:
        """Says which kept files the archive cannot hold as they were."""
        try:
            troubles = check_files(now, manifest["sha256"]).troubles
        except (DatabaseError, OSError) as error:  # tables of an older day, or no room for the result
            self.stderr.write(f"The kept files could not be compared: {' '.join(str(error).split())}")
            return
        for trouble in troubles:
            self.stderr.write(f"Not as it was kept: {trouble}")
