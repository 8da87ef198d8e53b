"""Compares every kept file (issued PDFs, scans, enclosures, papers) with the hash it was kept under."""

from datetime import UTC

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError
from django.utils import timezone

from crm.backup.checking import check_files, find_strays, kept_files
from crm.backup.errors import ArchiveError
from crm.backup.writing import refuse_where_no_office


class Command(BaseCommand):
    """bin/manage check_files: a line each on stdout, status 1 if a file is lost or changed."""

    help = __doc__

    def handle(self, **options):
        try:
            refuse_where_no_office()
            check = check_files(timezone.now().astimezone(UTC))
        except (ArchiveError, DatabaseError, OSError) as error:
            raise CommandError(" ".join(str(error).split())) from error
        for stray in find_strays(kept_files()):
            self.stdout.write(f"{stray} is of no row; a step that was cut short may have left it")
        for trouble in check.troubles:
            self.stdout.write(str(trouble))
        if check.troubles:
            raise CommandError(
                f"{len(check.troubles)} of {check.count} files are lost or changed: bring them back from a backup."
            )
        self.stdout.write(f"{check.count} files are as they were kept")
