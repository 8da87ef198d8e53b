"""Django's own, after which every table goes on after the last number it is known to have given."""

from django.core.management.commands.migrate import Command as MigrateCommand

from crm.backup.numbers import continue_after_history


class Command(MigrateCommand):
    """On SQLite a table that is made anew forgets its last number, and the history names rows by it."""

    help = __doc__

    def handle(self, *args, **options):
        super().handle(*args, **options)
        continue_after_history()
