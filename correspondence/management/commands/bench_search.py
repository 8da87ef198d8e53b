"""Times questions on a database of 100,000 people and 500,000 letters; ends 1 where one costs more than it may."""

from statistics import median

from django.core.management.base import BaseCommand, CommandError

from correspondence.bench.pages import BARE
from correspondence.bench.questions import HEAD, QUESTIONS, Answered, Asked
from correspondence.bench.served import Served

SIZE = "searched"


class Command(BaseCommand):
    """bin/bench search [--postgresql] [--turns 9] [--divide 1] [--only KIND]."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--turns", type=int, default=9, help="how often each question is asked (9)")
        parser.add_argument("--divide", type=int, default=1, help="so many times less of everything, to try")
        parser.add_argument("--only", default="", help="questions with this in what kind they are")

    def handle(self, *, turns, divide, only, **options):
        served = Served(SIZE, divide)
        try:
            self.stderr.write(f"{SIZE}: filled in {served.wait():.0f} s")
            self.stdout.write(HEAD)
            rows = [self.show(asked, served, turns) for asked in QUESTIONS if only in asked.kind]
        finally:
            served.end()
        if rows:
            self.sum_up(rows)

    def show(self, asked: Asked, served: Served, turns: int) -> Answered:
        """Measure a question and print its row."""
        row = measured(asked, served, turns)
        self.stdout.write(str(row))
        return row

    def sum_up(self, rows: list[Answered]) -> None:
        """Print the median and the most of all rows; raises CommandError where one is at fault."""
        bares, bare = [row.bares for row in rows], median(row.bare for row in rows)
        said = f"median {median(bares):.1f}, most {max(bares):.1f} bares of {1000 * bare:.1f} ms"
        self.stdout.write(f"{len(rows)} questions: {said}")
        if any(row.faults() for row in rows):
            raise CommandError("Some questions cost more than they may, or find what they should not.")


def measured(asked: Asked, served: Served, turns: int) -> Answered:
    """Time a question and a bare page in turn."""
    for _first in range(2):  # the first time caches are filled
        found = served.find(asked.text)["found"]
        served.ask(BARE)
    times = [(served.find(asked.text)["seconds"], served.ask(BARE)["seconds"]) for _turn in range(turns)]
    seconds, bare = map(median, zip(*times, strict=True))
    return Answered(asked=asked, seconds=seconds, found=found, bare=bare)
