"""The processes of a bench, spoken to by lines of JSON."""

import json
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError

from correspondence.bench import served
from correspondence.bench.served import Refused, Served, surroundings


@pytest.fixture
def process(monkeypatch, settings, tmp_path):
    """The process of a database that is not there: what it was asked, and what it is to answer."""
    settings.DATA_DIR = tmp_path
    kept = SimpleNamespace(asked=[], stdout=StringIO(), wait=lambda: 0)
    kept.stdin = SimpleNamespace(
        write=lambda line: kept.asked.append(json.loads(line)),
        flush=lambda: None,
        close=lambda: kept.asked.append("end"),
    )
    monkeypatch.setattr(served.subprocess, "Popen", lambda command, **given: kept)
    monkeypatch.setattr(served.subprocess, "run", lambda command, check: None)
    return kept


def answering(process, *answers: dict) -> Served:
    process.stdout = StringIO("".join(json.dumps(answer) + "\n" for answer in answers))
    return Served("small", 1)


def test_it_is_asked_for_pages_and_questions(process):
    one = answering(process, {"filled": 3}, {"queries": 4}, {"seconds": 1, "found": 2})
    assert (one.wait(), one.ask("desk", count=True), one.find("gdlhl")["found"]) == (3, {"queries": 4}, 2)
    one.end()
    assert process.asked == [{"page": "desk", "count": True}, {"question": "gdlhl"}, "end"]


def test_a_refused_page_and_a_process_that_ended_are_told_apart(process):
    one = answering(process, {"refused": "/x/: 500"})
    with pytest.raises(Refused, match="small: /x/: 500"):
        one.ask("desk")
    with pytest.raises(CommandError, match="small: it ended"):
        one.ask("desk")


def test_each_database_has_a_folder_of_its_own(process, tmp_path, monkeypatch, settings):
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
    assert surroundings("small")["WANGLAI_DATA_DIR"] == str(tmp_path / "small")
    made = []
    monkeypatch.setattr(served.subprocess, "run", lambda command, check: made.append(command))
    monkeypatch.setenv("DATABASE_URL", "postgres://a@b:1/postgres")
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
    assert surroundings("large")["DATABASE_URL"] == "postgres://a@b:1/large"
    assert made == [["createdb", "large"]]
