"""A real restore leaves the security log of both databases, and says that it was made, in the log and in its lines."""

import json

import pytest

from tests.installation import HERE, Installation, Server

pytestmark = pytest.mark.slow
SIGN_IN = "from crm.actions.security_log import *; record_event(EventKind.SIGN_IN, where='{}')"


@pytest.fixture
def office(tmp_path):
    """An office with its log on the database in use, whose lines go to a file."""
    server = Server() if HERE == "postgresql" else None
    office = Installation(tmp_path / "var", server.new() if server else "")
    office.environment["WANGLAI_SECURITY_LOG"] = str(tmp_path / "lines.jsonl")
    office.must("migrate", "-v0")
    office.must("shell", "-v0", "-c", SIGN_IN.format("in both"))
    yield office
    if server:
        server.drop_all()


def told(lines: str) -> list[tuple]:
    """What happened and where, oldest first."""
    rows = map(json.loads, lines.splitlines())
    return [(row["event"], row["facts"].get("where", "")) for row in rows]


def test_a_restore_keeps_the_log_of_both_and_adds_its_own(office, tmp_path):
    archive, lines = tmp_path / "a.zip", tmp_path / "lines.jsonl"
    office.must("shell", "-v0", "-c", "from crm.models import User; User.objects.create(username='li')")
    office.must("backup", archive)
    office.must("shell", "-v0", "-c", SIGN_IN.format("only here"))
    office.must("restore", archive, "--replace")
    expected = [("sign_in", "in both"), ("backup", ""), ("sign_in", "only here"), ("restore", "")]
    assert told(office.must("show_log", "--json")) == expected
    assert told(lines.read_text(encoding="utf-8")) == expected
    restored = json.loads(office.must("show_log", "--json", "--kind", "restore"))
    assert (restored["facts"]["file"], restored["facts"]["kept"]) == ("a.zip", 1)
    office.must("restore", archive, "--replace")
    assert [event for event, _where in told(office.must("show_log", "--json"))][-2:] == ["restore", "restore"]


def test_a_restore_that_is_refused_writes_and_says_nothing(office, tmp_path):
    (tmp_path / "b.zip").write_bytes(b"no archive")
    office.refused("restore", tmp_path / "b.zip", "--replace")
    assert told(office.must("show_log", "--json")) == [("sign_in", "in both")]
    assert told((tmp_path / "lines.jsonl").read_text(encoding="utf-8")) == [("sign_in", "in both")]
