"""Django's own, with the triggers lifted; then every table goes on after the last number it is known to have given."""

from django.core.management.commands.migrate import Command as MigrateCommand

from crm.backup.numbers import continue_after_history
from crm.triggers import lifted


class Command(MigrateCommand):
    """On SQLite a table that is made anew forgets its last number, and the history names rows by it.

    It loses its triggers too, so that all are taken away and made anew.
    """

    help = __doc__

    def handle(self, *args, **options):
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        with lifted():
            super().handle(*args, **options)
        continue_after_history()
