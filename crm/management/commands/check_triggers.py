"""bin/manage check_triggers: says which of the triggers that guard what is written once are not there."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from crm.triggers import missing_triggers


class Command(BaseCommand):
    """Fails with a sentence where the database would let somebody change what is written once."""

    help = __doc__
    requires_system_checks = ()

    def handle(self, *args, **options):
        missing = [trigger.name for trigger in missing_triggers()]
        if missing:
            raise CommandError(
                "The database does not guard what is written once; start bin/run, or run bin/manage migrate. "
                f"It lacks: {', '.join(missing)}."
            )
        if connection.vendor == "sqlite" and not replacing_is_seen():
            raise CommandError("The connection does not set PRAGMA recursive_triggers, so that REPLACE goes unseen.")


def replacing_is_seen() -> bool:
    """Whether SQLite asks the triggers of deletion when a row is replaced."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers")
        return bool(cursor.fetchone()[0])
