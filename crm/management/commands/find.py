"""Finds cities, people, organizations, letters, gifts and occasions by what anybody calls them."""

import os
import sys

from django.core.management.base import BaseCommand, CommandError

from crm.search.asking import find_entries
from crm.search.kind import all_kinds

MOST = 50


class Command(BaseCommand):
    """bin/manage find TEXT: kind, id and title (the Latin name first), a line each on stdout; status 1 if none."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("text", nargs="+", help="a name in any script, pinyin, a number, the end of a telephone's")
        parser.add_argument("--kind", choices=list(all_kinds()), action="append", help="only these kinds")
        parser.add_argument("--limit", type=int, default=MOST, help=f"of each kind at most so many ({MOST})")

    def handle(self, *, text, kind, limit, **options):
        kinds = [all_kinds()[code] for code in kind or all_kinds()]
        found, forgiven = find_entries(" ".join(text), kinds, limit)
        if not found:
            raise CommandError("Nothing is found.")
        if forgiven:
            self.stderr.write("Nothing is called just that; this is spelt alike.")
        try:
            for entry in found:
                self.stdout.write(f"{entry.kind} {entry.record} {entry.title}")
            self.stdout.flush()
        except BrokenPipeError:  # who reads has had enough: | head
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for Python flushes once more at its end
