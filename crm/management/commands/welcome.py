"""Prints the address of the page on which the first office and its head are made."""

from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils.translation import gettext as _

from crm.models import User
from crm.welcome import make_key


class Command(BaseCommand):
    """manage.py welcome"""

    help = "Prints the one-time address on which the first account and the office are made."

    def handle(self, *args, **options):
        if User.objects.exists():
            self.stdout.write(_("There is an account already: please sign in."))
        else:
            self.stdout.write(reverse("welcome", args=[make_key()]))
