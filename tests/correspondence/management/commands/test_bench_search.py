"""bin/bench search: each question is asked in turn with a bare page, a row each, and it ends 1 where one is slow."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from correspondence.bench.questions import QUESTIONS
from correspondence.management.commands import bench_search

ASKED = []


class Answering:
    """A database that answers without being there; what is asked of a gift is slow."""

    def __init__(self, size, divide):
        self.size = size

    def wait(self):
        return 0

    def ask(self, page):
        ASKED.append(page)
        return {"seconds": 0.01}

    def find(self, question):
        ASKED.append(question)
        asked = next(asked for asked in QUESTIONS if asked.text == question)
        return {"seconds": 0.5 if asked.kind == "a gift" else 0.02, "found": int(asked.found)}

    def end(self):
        ASKED.append(f"{self.size} ended")


@pytest.fixture(autouse=True)
def _answering(monkeypatch):
    ASKED.clear()
    monkeypatch.setattr(bench_search, "Served", Answering)


def ask(**options) -> list[str]:
    out = StringIO()
    call_command("bench_search", stdout=out, stderr=StringIO(), **options)
    return out.getvalue().splitlines()


def test_a_question_is_timed_in_turn_with_a_bare_page():
    _names, row, total = ask(turns=2, only="initials of thousands")
    assert [*["mygs", "bare"] * 4, "searched ended"] == ASKED
    assert row.split() == ["initials", "of", "thousands", "20.0", "2.0", "1", "mygs"]
    assert total == "1 questions: median 2.0, most 2.0 bares of 10.0 ms"


def test_it_ends_with_a_fault_where_a_question_costs_too_much(capsys):
    out = StringIO()
    with pytest.raises(CommandError, match="cost more"):
        call_command("bench_search", turns=1, stdout=out, stderr=StringIO())
    rows = out.getvalue().splitlines()
    assert len(rows) == len(QUESTIONS) + 2
    assert [row for row in rows if "over" in row] == [row for row in rows if row.startswith("a gift ")]
    assert ASKED[-1] == "searched ended"
