"""Django's own, with the triggers lifted.

Then every table goes on after the last number it is known to have given, and records are found by today's folding.
"""

from django.core.management.commands.migrate import Command as MigrateCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from crm.backup.numbers import continue_after_history
from crm.search.rebuilding import renew
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
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):  # else the models know columns that are not
            renew()
