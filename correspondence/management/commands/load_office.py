"""Puts an office on record from a folder of TOML files (docs/office-folder.md): bin/manage load_office FOLDER."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from correspondence.models import Letter
from correspondence.office_folder import Mistake, OfficeFolder, load_folder
from crm.models import City, Gift, LedgerEntry, Occasion, Organization, Person, User

COUNTED = {
    "cities": City,
    "organizations": Organization,
    "people": Person,
    "occasions": Occasion,
    "gifts": Gift,
    "courtesies": LedgerEntry,
    "letters": Letter,
}


class Command(BaseCommand):
    """Can be run again: what is on record stays as it is. A mistake is one sentence and status 1; nothing is loaded."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path)

    def handle(self, *, folder, **options):
        before = counts()
        try:
            read = OfficeFolder(folder, timezone.localdate())
            office = load_folder(read)
        except Mistake as mistake:
            raise CommandError(str(mistake)) from mistake
        for notice in read.notices:
            self.stderr.write(notice)
        new = ", ".join(f"{count - before[name]} {name}" for name, count in counts().items() if count > before[name])
        self.stdout.write(f"{office} is on record. New: {new or 'nothing'}.")
        if not User.objects.exists():
            self.stderr.write("Nobody has an account here yet: bin/run prints the address where the first one is made.")


def counts() -> dict[str, int]:
    """How many records of each kind there are."""
    return {name: model.objects.count() for name, model in COUNTED.items()}
