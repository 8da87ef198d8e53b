"""Writes the index of all that is found anew from the record, or says where it is wrong."""

from itertools import islice

from django.core.management.base import BaseCommand, CommandError

from crm.search.rebuilding import check, rebuild

MOST_SAID = 20


class Command(BaseCommand):
    """bin/manage reindex [--check]: rows of each kind; with --check what is wrong, and status 1 if anything is."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; say what is wrong")

    def handle(self, *, check, **options):
        if check:
            self.tell_what_is_wrong()
        else:
            rebuild(lambda kind, count: self.stdout.write(f"{kind} {count}"))

    def tell_what_is_wrong(self) -> None:
        """Print what is wrong; raises CommandError where anything is."""
        wrong = list(islice(check(), MOST_SAID + 1))
        for row in wrong[:MOST_SAID]:
            self.stdout.write(str(row))
        if wrong:
            more = f"more than {MOST_SAID}" if len(wrong) > MOST_SAID else len(wrong)
            raise CommandError(f"The index is not as the record is ({more}): run bin/manage reindex.")
        self.stdout.write("The index is as the record is.")
