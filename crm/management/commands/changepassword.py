"""Django's own, after which the security log has it that a password was set."""

from django.contrib.auth.management.commands.changepassword import Command as ChangePassword

from crm.actions.security_log import record_event
from crm.models import EventKind


class Command(ChangePassword):
    """bin/manage changepassword NAME"""

    def handle(self, *args, **options):
        said = super().handle(*args, **options)  # it asks; inside a transaction it would keep all writers waiting
        record_event(EventKind.PASSWORD_SET, account=options["username"])
        return said
