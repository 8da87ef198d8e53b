"""Prints what a letter language still lacks, a line each; ends with status 1 if anything is missing."""

from django.core.management.base import BaseCommand, CommandError

from correspondence.gaps import missing_in
from correspondence.languages import LANGUAGES


class Command(BaseCommand):
    """Needs no database: it reads the language's class, the shipped words and texts, and the fonts of this machine."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("code", help="the language's code: en, fil, zh-hans")

    def handle(self, *, code, **options):
        if code not in LANGUAGES:
            file = f"correspondence/languages/{code.replace('-', '_')}.py"
            raise CommandError(f"There is no language “{code}”: {file} is missing. Known: {', '.join(LANGUAGES)}.")
        lines = list(missing_in(code))
        for line in lines or ["complete"]:
            self.stdout.write(line)
        if lines:
            raise CommandError(f"{code} lacks {len(lines)} things; each stands in a line of its own.", returncode=1)
