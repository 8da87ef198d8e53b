"""Fills one database of bin/bench pages or search and answers what is asked of it, a line of JSON each on stdin."""

import json
import sys
from time import perf_counter

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone, translation

from correspondence.bench.entered import enter
from correspondence.bench.filling import SIZES, fill
from correspondence.bench.pages import PAGES
from crm.models import Office, User
from crm.search.asking import search

UNGATHERED = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Command(BaseCommand):
    """A half of both benches.

    It is asked {"page": name} for seconds, with "count" for queries and kilobytes too, or {"question": text} for
    seconds and how many records were found.
    """

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("size", choices=SIZES)
        parser.add_argument("--divide", type=int, default=1)

    def handle(self, *, size, divide, **options):
        started = perf_counter()
        call_command("migrate", verbosity=0)
        if Office.get() is None:
            wanted = SIZES[size].divided(divide)
            fill(wanted)
            if wanted.entered:
                enter(wanted.entered)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.vendor == "postgresql" else "SELECT 1")  # else autovacuum, in time
        self.answer({"filled": perf_counter() - started})
        with override_settings(STORAGES=UNGATHERED, ROOT_URLCONF="correspondence.bench.urls"):
            self.serve()

    def serve(self) -> None:
        """Answer until nothing more is asked."""
        addresses = {page.name: page.address() for page in PAGES}
        client = Client(
            raise_request_exception=False,
            headers={"host": "127.0.0.1", "accept-encoding": "gzip", "accept-language": "zh"},
        )
        client.force_login(User.objects.get(username="clerk"))
        for line in sys.stdin:
            asked = json.loads(line)
            if "question" in asked:
                self.answer(cost_of_question(asked["question"]))
            else:
                self.answer(cost(client, addresses[asked["page"]], count=asked.get("count", False)))

    def answer(self, facts: dict) -> None:
        """Write a line."""
        self.stdout.write(json.dumps(facts))
        self.stdout.flush()


def cost(client: Client, address: str, *, count: bool) -> dict:
    """What one request of a page costs; where queries are counted, they are kept, which takes time of its own."""
    if count:
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address)
        facts = {"queries": len(queries), "kilobytes": len(page.content) / 1000}
    else:
        started = perf_counter()
        page = client.get(address)
        facts = {"seconds": perf_counter() - started}
    return facts if page.status_code == 200 else {"refused": f"{address}: {page.status_code}"}


def cost_of_question(text: str) -> dict:
    """What a question costs: finding, and saying of each record that is found what it is."""
    with translation.override("zh-hans"):
        started = perf_counter()
        answer = search(text, on=timezone.localdate())
        lines = [hit.line for hit in answer.hits]
        return {"seconds": perf_counter() - started, "found": len(lines)}
