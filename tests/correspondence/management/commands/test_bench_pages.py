"""bin/bench pages: each page is asked for in turn, a row a page, and it ends 1 where one costs too much."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from correspondence.bench.pages import PAGES
from correspondence.management.commands import bench_pages

ASKED = []
REFUSED = ("large", "gift form")


class Answering:
    """A database that answers without being there; on the large one the ledger is slow."""

    def __init__(self, size, divide):
        self.size = size

    def wait(self):
        return 0

    def ask(self, page, *, count=False):
        ASKED.append((self.size, page, count))
        if (self.size, page) == REFUSED:
            raise bench_pages.Refused("large: /gifts/: 500")
        slow = self.size == "large" and page == "ledger"
        return {"queries": 4, "kilobytes": 2.0} if count else {"seconds": 0.5 if slow else 0.01}

    def end(self):
        ASKED.append((self.size, "ended", False))


@pytest.fixture(autouse=True)
def _answering(monkeypatch):
    ASKED.clear()
    monkeypatch.setattr(bench_pages, "Served", Answering)


def test_a_page_is_timed_in_turn_on_all_databases_and_beside_a_bare_one():
    out = StringIO()
    call_command("bench_pages", turns=2, only="gifts found", stdout=out, stderr=StringIO())
    turn = [("small", "gifts found", False), ("large", "gifts found", False), ("office", "gifts found", False)]
    turn.append(("small", "bare", False))
    counted = [(size, "gifts found", True) for size in ("small", "large", "office")] * 2
    ended = [(size, "ended", False) for size in ("small", "large", "office")]
    assert [*counted, *turn, *turn, *ended] == ASKED
    assert out.getvalue().splitlines()[-1].split() == ["gifts", "found", "10.0", "10.0", "1.00", "1.0", "4", "2.0"]


def test_it_ends_with_a_fault_where_a_page_costs_too_much():
    out = StringIO()
    with pytest.raises(CommandError, match="cost more"):
        call_command("bench_pages", turns=1, stdout=out, stderr=StringIO())
    rows = out.getvalue().splitlines()[1:]
    assert len(rows) == len(PAGES)
    assert [row.split()[0] for row in rows if "over" in row] == ["ledger"]
    assert next(row for row in rows if row.startswith("gift form ")).endswith("large: /gifts/: 500")
    assert ASKED[-1] == ("office", "ended", False)


def test_a_page_costs_the_median_of_its_turns_and_is_held_against_a_bare_one_of_the_same_run():
    served = {size: Answering(size, 1) for size in bench_pages.ON}
    row = bench_pages.measured(next(page for page in PAGES if page.name == "ledger"), served, 3)
    assert (row.small.seconds, row.large.seconds, row.bare, row.large.queries) == (0.01, 0.5, 0.01, 4)
    assert (row.ratio, row.bares) == (50, 50)
