"""Puts an office on record from a folder of TOML files (docs/office-folder.md): bin/manage load_office FOLDER."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from correspondence.office_folder import Mistake, OfficeFolder, load_folder


class Command(BaseCommand):
    """Can be run again: what is on record stays as it is. A mistake is one sentence and status 1; nothing is loaded."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path)

    def handle(self, *, folder, **options):
        try:
            office = load_folder(OfficeFolder(folder))
        except Mistake as mistake:
            raise CommandError(str(mistake)) from mistake
        self.stdout.write(f"{office} is on record.")
