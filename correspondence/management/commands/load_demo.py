"""Loads the demonstration data and three accounts; can be run again without doubling anything."""

import os
import secrets

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from correspondence.demo import ACCOUNTS, load_demo
from correspondence.office_folder import Mistake
from crm.files import write_once
from crm.models import Office


class Command(BaseCommand):
    """Prints the sign-ins; the password is WANGLAI_DEMO_PASSWORD, else random, and kept in the data folder."""

    help = __doc__

    def handle(self, **options):
        if Office.objects.filter(is_demo=False).exists():
            raise CommandError(
                "This is a real office: accounts with a known password and invented people stay out of it."
            )
        password = demo_password()
        try:
            with transaction.atomic():
                load_demo(password, timezone.localdate())
        except Mistake as mistake:
            raise CommandError(str(mistake)) from mistake
        names = ", ".join(name for name, _role, _full in ACCOUNTS)
        self.stdout.write(f"Demo sign-ins: {names} — password: {password}")


def demo_password() -> str:
    """The password kept from an earlier run, else the one given, else a random one; kept in a file of mode 600."""
    password = os.environ.get("WANGLAI_DEMO_PASSWORD") or secrets.token_urlsafe(9)
    return write_once(settings.DATA_DIR / "demo_password", password.encode()).decode()
