"""Writing the security log: with its deed or not at all, its line on commit, and no flood of refusals."""

import json
import logging

import pytest
from django.db import transaction

from crm.actions import security_log
from crm.actions.door import door
from crm.actions.errors import NotAllowed, WrongState
from crm.actions.security_log import MOST_OF_STRANGERS, record_event, record_refusal, write_refusal
from crm.models import EventKind, Occasion, SecurityEvent
from crm.origin import coming_from
from tests.factories import UserFactory

HERE = "192.0.2.9"


@pytest.fixture
def lines():
    """The lines that the logger was given."""
    seen, handler = [], logging.Handler()
    handler.emit = lambda record: seen.append(json.loads(record.getMessage()))
    security_log.LINES.addHandler(handler)
    yield seen
    security_log.LINES.removeHandler(handler)


def told(*names) -> list[tuple]:
    """What the log has, oldest first."""
    return list(SecurityEvent.objects.order_by("at").values_list(*names))


def test_a_row_names_who_and_from_where_as_text(db):
    clerk = UserFactory(username="wang", full_name="王文")
    with coming_from(HERE):
        record_event(EventKind.SIGN_IN, by=clerk)
    assert told("kind", "account", "name", "address", "facts") == [("sign_in", "wang", "王文", HERE, {})]


def test_a_command_says_so_and_which_user_of_the_machine_gave_it(db, monkeypatch):
    monkeypatch.setenv("LOGNAME", "operator")
    record_event(EventKind.BACKUP, file="a.zip")
    assert told("account", "address", "facts") == [("", "command", {"file": "a.zip", "system_user": "operator"})]


def test_facts_are_short_and_fit_every_database_and_line(db):
    with coming_from(HERE):
        record_event(EventKind.EXPORT, query="a\x00b\nc\ud800d", file="x" * 1000, rows=0, active=False, why="")
    assert told("facts") == [({"query": "a\ufffdb\ufffdc\ufffdd", "file": "x" * 300, "rows": 0, "active": False},)]


@pytest.mark.django_db(transaction=True)
def test_a_line_is_given_on_commit_and_none_for_what_is_taken_back(lines):
    with transaction.atomic():
        event = record_event(EventKind.ISSUED, letter=1)
        assert lines == []
    with transaction.atomic():
        record_event(EventKind.ISSUED, letter=2)
        transaction.set_rollback(True)
    assert [(line["id"], line["facts"]["letter"]) for line in lines] == [(str(event.pk), 1)]
    assert SecurityEvent.objects.get() == event


def test_a_deed_whose_row_cannot_be_written_is_not_done(db, monkeypatch):
    @door
    def note(*, by):
        Occasion.objects.create(slug="x", kind="other", start="2020")
        record_event(EventKind.ISSUED, by=by)

    monkeypatch.setattr(SecurityEvent.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        note(by=UserFactory())
    assert not Occasion.objects.exists()


def test_a_door_logs_that_somebody_may_not_after_it_has_taken_all_back(db):
    clerk = UserFactory(username="wang")

    @door
    def open_safe(*, by, refusal):
        Occasion.objects.create(slug="x", kind="other", start="2020")
        raise refusal

    @door
    def try_safe(*, by):
        open_safe(by=by, refusal=NotAllowed("Only the head."))

    with pytest.raises(WrongState), coming_from(HERE):
        open_safe(by=clerk, refusal=WrongState("It is open already."))
    with pytest.raises(NotAllowed), coming_from(HERE):
        try_safe(by=clerk)
    assert not Occasion.objects.exists()
    assert told("kind", "account", "address", "facts") == [
        ("refused", "wang", HERE, {"page": "try_safe", "why": "Only the head."})
    ]


def test_a_page_refused_again_within_a_minute_is_one_row(db, monkeypatch):
    clerk = UserFactory(username="wang")

    def refuse(page, by=clerk, address=HERE):
        with coming_from(address):
            return write_refusal(EventKind.REFUSED, by=by, page=page, path=f"/{page}/")

    assert [bool(refuse(page)) for page in ("a", "a", "b", "a")] == [True, False, True, False]
    assert bool(refuse("a", address="192.0.2.10"))
    assert bool(refuse("a", by=None))
    later = security_log.timezone.now() + security_log.A_MINUTE
    monkeypatch.setattr(security_log.timezone, "now", lambda: later)
    assert bool(refuse("a"))


def test_ten_wrong_passwords_a_minute_are_ten_rows(db):
    clerk = UserFactory(username="wang")
    with coming_from(HERE):
        written = [write_refusal(EventKind.SIGN_IN_FAILED, by=clerk, page="login") for _ in range(12)]
    assert [bool(row) for row in written] == [True] * 10 + [False] * 2


def test_strangers_together_fill_no_more_than_their_share(db):
    for number in range(MOST_OF_STRANGERS + 5):
        with coming_from(f"2001:db8::{number:x}"):
            write_refusal(EventKind.REFUSED, by=None, page="login")
    assert SecurityEvent.objects.count() == MOST_OF_STRANGERS
    with coming_from("2001:db8::ffff"):
        assert write_refusal(EventKind.REFUSED, by=UserFactory(), page="login")


def test_a_refusal_outlasts_what_its_request_takes_back(db):
    with coming_from(HERE), transaction.atomic():
        record_refusal(EventKind.REFUSED, page="a")
        assert told("kind") == []
        transaction.set_rollback(True)
    assert told("kind", "address") == [("refused", HERE)]
    with pytest.raises(LookupError), coming_from(HERE):
        raise_after_refusal()
    assert [facts["page"] for (facts,) in told("facts")] == ["a", "b"]


def raise_after_refusal():
    """A request that ends in an error."""
    record_refusal(EventKind.REFUSED, page="b")
    raise LookupError
