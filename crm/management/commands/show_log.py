"""Prints the security log, oldest first: who came in, was refused, took files away, or decided."""

import os
import sys
from datetime import date, datetime, time

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from crm.models import EventKind, SecurityEvent


class Command(BaseCommand):
    """bin/manage show_log [--since DAY] [--until DAY] [--who ACCOUNT] [--kind KIND] [--address ADDRESS] [--json]"""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--since", type=read_day, help="from this day on: 2020-04-20")
        parser.add_argument("--until", type=read_day, help="up to the day before this one")
        parser.add_argument("--who", help="an account, or a part of its name")
        parser.add_argument("--kind", choices=EventKind.values)
        parser.add_argument("--address", help="where it came from; command for commands of bin/")
        parser.add_argument("--json", action="store_true", help="one JSON object a line, like WANGLAI_SECURITY_LOG")

    def handle(self, *, since, until, who, kind, address, json, **options):
        if SecurityEvent._meta.db_table not in connection.introspection.table_names():
            raise CommandError("There is no security log here yet; bin/run makes it.")
        events = SecurityEvent.objects.between(since, until)
        events = events.of(who) if who else events
        facts = {name: value for name, value in (("kind", kind), ("address", address)) if value}
        try:
            for event in events.filter(**facts).order_by("at", "pk").iterator():
                self.stdout.write(event.as_json() if json else line_of(event))
        except BrokenPipeError:  # whoever reads has seen enough: show_log | head
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read_day(text: str) -> datetime:
    """The moment at which a day written 2020-04-20 begins here; raises ValueError."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min))


def line_of(event: SecurityEvent) -> str:
    """An event for a reader: time, what, account, name, address, facts."""
    moment = timezone.localtime(event.at).isoformat(" ", "seconds")
    who = " ".join(filter(None, [event.account or "-", f"({event.name})" if event.name else ""]))
    facts = " ".join(f"{key}={value}" for key, value in event.told_facts.items())
    return f"{moment}  {event.kind}  {who}  {event.address}  {facts}".rstrip()
