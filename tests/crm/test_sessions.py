"""How long a session lasts, whose it is, and that reading waits for nobody."""

import sqlite3
import threading
from datetime import timedelta

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from crm.sessions import SessionStore, end_sessions, idle_minutes, sessions_of, shift_ends
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/office/"


def end_of(browser) -> timedelta:
    """How long from now the browser's session ends."""
    return Session.objects.get(pk=browser.session.session_key).expire_date - timezone.now()


def leave_idle(browser, minutes: float) -> None:
    """Have the browser's session been used last so long ago."""
    rows = Session.objects.filter(pk=browser.session.session_key)
    rows.update(expire_date=timezone.now() + timedelta(minutes=idle_minutes() - minutes))


def minutes(span: timedelta) -> int:
    """A span in whole minutes."""
    return round(span.total_seconds() / 60)


@pytest.mark.parametrize(("idle", "status"), [(119.9, 200), (120.1, 302)])
def test_a_session_ends_two_hours_after_its_last_use(browser, idle, status):
    leave_idle(browser, idle)
    assert browser.get(PAGE).status_code == status


def test_the_office_says_how_long_a_session_may_be_idle(browser, client_of, clerk):
    OfficeFactory(idle_minutes=30)
    other = client_of(clerk)
    assert minutes(end_of(other)) == 30
    leave_idle(other, 31)
    assert other.get(PAGE).status_code == 302


@pytest.mark.parametrize(("idle", "left"), [(4, 116), (6, 120)])
def test_a_session_is_renewed_at_most_every_five_minutes(browser, idle, left):
    leave_idle(browser, idle)
    browser.get(PAGE)
    assert minutes(end_of(browser)) == left


def test_a_form_that_changes_nothing_renews_too(browser):
    leave_idle(browser, 30)
    browser.post(reverse("password-change"))
    assert minutes(end_of(browser)) == 120


@pytest.mark.parametrize(("headers", "left"), [({}, 120), ({"Unattended": "yes"}, 90)])
def test_what_a_page_asks_for_by_itself_renews_nothing(headers, left, browser):
    leave_idle(browser, 30)
    browser.get(reverse("job-list"), headers={"HX-Request": "true", **headers})
    assert minutes(end_of(browser)) == left


def test_a_renewal_overwrites_nothing_of_the_session(browser):
    browser.get(PAGE)
    store = SessionStore(browser.session.session_key)
    assert store.get("kept") is None  # what the page has read is what a save would write
    beside = browser.session
    beside["kept"] = "by another page meanwhile"
    beside.save()
    store.renew()
    assert browser.session["kept"] == "by another page meanwhile"


def test_reading_writes_nothing_while_the_session_is_fresh(browser, django_assert_num_queries):
    browser.get(PAGE)
    with django_assert_num_queries(3) as asked:
        browser.get(PAGE)
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []


def test_the_cookie_ends_with_the_browser(client_of):
    UserFactory(username="li")
    browser = client_of(None)
    browser.post(reverse("login"), {"username": "li", "password": "secret"})
    kept = browser.cookies["sessionid"]
    assert (kept["max-age"], kept["expires"], kept["httponly"], kept["samesite"]) == ("", "", True, "Lax")


MADE_UP = ["x" * 32, '"\\000aaaaaaaaaaaa"', "衡衡衡衡".encode().decode("latin-1"), "a;b", "' or 1=1 --     "]


@pytest.mark.parametrize("made_up", MADE_UP)
def test_a_cookie_made_up_is_no_session(made_up, db):
    browser = Client(headers={"Accept-Language": "en"})
    browser.cookies["sessionid"] = "x"
    browser.cookies["sessionid"].set("sessionid", made_up, made_up)
    assert browser.get(PAGE).status_code == 302


def test_sessions_are_their_owners_latest_used_first(client_of, clerk, head):
    mine = [client_of(clerk) for _turn in range(3)]
    client_of(head)
    leave_idle(mine[0], 20)
    leave_idle(mine[1], 50)
    keys = [browser.session.session_key for browser in (mine[2], mine[0], mine[1])]
    assert [session.key for session in sessions_of(clerk)] == keys
    assert [minutes(timezone.now() - session.seen) for session in sessions_of(clerk)] == [0, 20, 50]
    leave_idle(mine[1], 121)
    assert len(sessions_of(clerk)) == 2


def test_a_session_knows_when_where_and_in_what_it_began():
    li = UserFactory(username="li")
    browser = Client(REMOTE_ADDR="10.0.0.7", headers={"User-Agent": "Firefox/115.0" + "x" * 400})
    browser.post(reverse("login"), {"username": "li", "password": "secret"})
    [session] = sessions_of(li)
    assert (session.address, session.browser[:13], len(session.browser)) == ("10.0.0.7", "Firefox/115.0", 300)
    assert minutes(timezone.now() - session.began) == 0
    assert session.key not in session.name


def test_ending_sessions_spares_the_one_that_is_kept_and_other_peoples(client_of, clerk, head):
    kept, ended, others = client_of(clerk), client_of(clerk), client_of(head)
    assert end_sessions(clerk, keep=kept.session.session_key) == 1
    assert [browser.get(PAGE).status_code for browser in (kept, ended, others)] == [200, 302, 200]


def test_sessions_are_moved_with_the_idle_time(client_of, clerk):
    browser = client_of(clerk)
    shift_ends(60)
    assert minutes(end_of(browser)) == 180
    shift_ends(-90)
    assert minutes(end_of(browser)) == 90


def test_sessions_that_are_over_are_cleared_away(client_of, clerk):
    leave_idle(client_of(clerk), 121)
    kept = client_of(clerk)
    call_command("clearsessions")
    assert [row.pk for row in Session.objects.all()] == [kept.session.session_key]


def keep_busy(key: str, taken: threading.Event, done: threading.Event) -> None:
    """Hold the lock that a renewal needs, on a connection of another process's kind, until ``done``."""
    if connection.vendor == "sqlite":
        busy = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        busy.execute("BEGIN IMMEDIATE")
    else:
        wanted = connection.get_connection_params()
        busy = psycopg.connect(**{name: wanted[name] for name in wanted.keys() - {"cursor_factory", "context"}})
        busy.execute("SELECT * FROM django_session WHERE session_key = %s FOR UPDATE", [key])
    taken.set()
    done.wait(15)
    busy.close()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_page_waits_a_tenth_of_a_second_for_a_busy_writer_and_renews_next_time(client_of):
    browser = client_of(UserFactory())
    leave_idle(browser, 30)
    taken, done = threading.Event(), threading.Event()
    writer = threading.Thread(target=keep_busy, args=(browser.session.session_key, taken, done))
    writer.start()
    assert taken.wait(30)
    status, still_busy = browser.get(PAGE).status_code, writer.is_alive()
    done.set()
    writer.join()
    assert (status, still_busy, minutes(end_of(browser))) == (200, True, 90)
    browser.get(PAGE)
    assert minutes(end_of(browser)) == 120
