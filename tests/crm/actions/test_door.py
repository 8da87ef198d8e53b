"""The door: one actor and one correlation id for all that a call writes, however it is nested."""

from threading import Thread

import pytest
from auditlog.models import LogEntry
from django.db import connection
from django.db.models.signals import pre_save

from crm.actions.door import acting, current_actor, door
from crm.models import Occasion, Role
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def receivers() -> int:
    """How many listen before a history row is saved."""
    return len(pre_save.receivers)


@door
def note(*, by, occasion, text):
    """Change an occasion's note."""
    occasion.note = text
    occasion.save(update_fields=["note"])


@pytest.fixture
def occasion(db):
    """Made outside every door."""
    return Occasion.objects.create(slug="x", kind="other", start="2020")


def logged() -> list[tuple]:
    """The actor and what became of the note, oldest first."""
    rows = LogEntry.objects.filter(changes__has_key="note").order_by("pk")
    return [(row.actor, row.changes["note"][1]) for row in rows]


def test_an_inner_door_writes_for_the_outer_ones_actor_and_the_outer_goes_on_with_it(occasion):
    outer, inner = UserFactory(role=Role.HEAD), UserFactory()
    before = receivers()

    @door
    def both(*, by):
        note(by=by, occasion=occasion, text="first")
        note(by=inner, occasion=occasion, text="second")
        occasion.note = "third"
        occasion.save()
        assert current_actor() == outer

    both(by=outer)
    assert logged() == [(None, ""), (outer, "first"), (outer, "second"), (outer, "third")]
    assert len(set(LogEntry.objects.filter(actor=outer).values_list("cid", flat=True)) - {None}) == 1
    assert receivers() == before


def test_two_calls_have_two_ids_and_what_is_written_between_has_neither(occasion):
    clerk, before = UserFactory(), receivers()
    note(by=clerk, occasion=occasion, text="one")
    Occasion.objects.create(slug="y", kind="other", start="2021")
    note(by=None, occasion=occasion, text="two")
    second, between, first = LogEntry.objects.order_by("-pk")[:3]
    assert [first.actor, between.actor, second.actor] == [clerk, None, None]
    assert (between.cid, first.cid == second.cid, bool(second.cid)) == (None, False, True)
    assert receivers() == before


def test_what_fails_leaves_nothing_behind_and_no_actor(occasion):
    clerk, before = UserFactory(), receivers()

    @door
    def fail(*, by):
        note(by=by, occasion=occasion, text="never")
        raise LookupError

    with pytest.raises(LookupError):
        fail(by=clerk)
    occasion.refresh_from_db()
    assert (occasion.note, current_actor(), receivers()) == ("", None, before)
    note(by=None, occasion=occasion, text="later")
    assert logged()[-1] == (None, "later")


def test_a_door_of_another_thread_has_its_own_actor():
    seen = []

    def look():
        with acting(None):
            seen.append(current_actor())
        connection.close()

    with acting(UserFactory()):
        thread = Thread(target=look)
        thread.start()
        thread.join()
    assert seen == [None]
