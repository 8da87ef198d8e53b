"""The security log on the command line."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.factories import SecurityEventFactory

NOON = datetime(2020, 4, 20, 4, 0, tzinfo=UTC)


def shown(*arguments) -> list[str]:
    """The lines that are printed."""
    out = StringIO()
    call_command("show_log", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def two(db):
    """A sign-in, and a refusal a day later."""
    SecurityEventFactory(at=NOON + timedelta(days=1), kind="refused", account="", facts={"n": 1, "path": "/office/"})
    SecurityEventFactory(at=NOON, name="王文")


SIGN_IN = "2020-04-20 12:00:00+08:00  sign_in  clerk (王文)  192.0.2.7"
REFUSED = "2020-04-21 12:00:00+08:00  refused  -  192.0.2.7  path=/office/ n=1"


def test_it_is_printed_oldest_first(two):
    assert shown() == [SIGN_IN, REFUSED]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--since", "2020-04-21"), [REFUSED]),
        (("--until", "2020-04-21"), [SIGN_IN]),
        (("--who", "clerk"), [SIGN_IN]),
        (("--kind", "refused"), [REFUSED]),
        (("--address", "command"), []),
    ],
)
def test_it_answers_when_who_what_and_where(asked, found, two):
    assert shown(*asked) == found


def test_a_machine_gets_an_object_a_line(two):
    first, second = map(json.loads, shown("--json"))
    assert (first["event"], second["event"], second["facts"]) == ("sign_in", "refused", {"n": 1, "path": "/office/"})


@pytest.mark.parametrize("asked", [("--since", "yesterday"), ("--kind", "nothing")])
def test_what_cannot_be_asked_is_refused(asked, two):
    with pytest.raises(CommandError):
        shown(*asked)


def test_where_there_is_no_log_yet_it_says_so(db, monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    with pytest.raises(CommandError, match="no security log here yet"):
        shown()
