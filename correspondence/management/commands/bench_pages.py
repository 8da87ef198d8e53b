"""Times every page on a small and a large database in turn; ends 1 where a page costs more than it may."""

from concurrent.futures import ThreadPoolExecutor
from statistics import median

from django.core.management.base import BaseCommand, CommandError

from correspondence.bench.pages import BARE, HEAD, PAGES, Cost, Page, Row
from correspondence.bench.served import Refused, Served

ON = ("small", "large", "office")


class Command(BaseCommand):
    """bin/bench pages [--postgresql] [--turns 9] [--divide 1] [--only NAME]."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--turns", type=int, default=9, help="how often each page is asked for (9)")
        parser.add_argument("--divide", type=int, default=1, help="so many times less of everything, to try")
        parser.add_argument("--only", default="", help="pages with this in their names")

    def handle(self, *, turns, divide, only, **options):
        served = {size: Served(size, divide) for size in ON}
        try:
            with ThreadPoolExecutor(len(served)) as filling:
                for size, seconds in zip(served, filling.map(Served.wait, served.values()), strict=True):
                    self.stderr.write(f"{size}: filled in {seconds:.0f} s")
            self.stdout.write(HEAD)
            rows = [self.show(page, served, turns) for page in PAGES if only in page.name]
        finally:
            for one in served.values():
                one.end()
        if any(row is None or row.faults() for row in rows):
            raise CommandError("Some pages cost more than they may.")

    def show(self, page: Page, served: dict, turns: int) -> Row | None:
        """Measure a page and print its row; None where a database refuses it."""
        try:
            row = measured(page, served, turns)
        except Refused as refused:
            self.stdout.write(f"{page.name:24} {refused}")
            return None
        self.stdout.write(str(row))
        return row


def measured(page: Page, served: dict, turns: int) -> Row:
    """Time a page on all databases and a bare page on the small one, in turn."""
    asked = {size: (one, page.name) for size, one in served.items()} | {BARE: (served["small"], BARE)}
    for _first in range(2):  # the first time caches are filled
        counts = {size: one.ask(page.name, count=True) for size, one in served.items()}
    seconds = {name: [] for name in asked}
    for _turn in range(turns):
        for name, (one, what) in asked.items():
            seconds[name].append(one.ask(what)["seconds"])
    middle = {name: median(times) for name, times in seconds.items()}
    costs = {size: Cost(seconds=middle[size], **counts[size]) for size in served}
    return Row(page=page, bare=middle[BARE], **costs)
