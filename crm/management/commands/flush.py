"""Django's own, with the triggers lifted: it empties every table, and so do tests that cannot be rolled back."""

from django.core.management.commands.flush import Command as FlushCommand

from crm.triggers import lifted


class Command(FlushCommand):
    """Empties the ledger's tables too, whose rows the database does not let go otherwise."""

    help = __doc__

    def handle(self, **options):
        with lifted():
            super().handle(**options)
