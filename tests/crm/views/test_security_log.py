"""The page of the security log, for heads."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from crm.models import SecurityEvent
from tests.factories import SecurityEventFactory
from tests.queries import queries

NOON = datetime(2020, 4, 20, 4, 0, tzinfo=UTC)
PAGE = "/office/security-log/"


def rows(client, **asked) -> list[list]:
    """The rows of the Excel file of what was asked, without the head."""
    file = client.get(PAGE, {**asked, "_export": "xlsx"}).content
    return [list(row) for row in load_workbook(BytesIO(file)).active.iter_rows(min_row=2, values_only=True)]


@pytest.fixture
def three(db):
    """A sign-in by the clerk, an issue by the head from elsewhere a day later, a command's backup a day after that."""
    SecurityEventFactory(at=NOON)
    issued = {"kind": "issued", "account": "head", "name": "李", "address": "198.51.100.1"}
    SecurityEventFactory(at=NOON + timedelta(days=1), **issued, facts={"letter": 12, "number": "1号"})
    SecurityEventFactory(at=NOON + timedelta(days=2), kind="backup", account="", address="command")


def test_only_a_head_reads_it(client_of, clerk, head):
    assert [client_of(user).get(PAGE).status_code for user in (clerk, head)] == [403, 200]


def test_the_office_page_leads_a_head_to_it_and_nobody_else(client_of, clerk, head):
    pages = [client_of(user).get(reverse("office")).content.decode() for user in (clerk, head)]
    assert [f'href="{PAGE}"' in page for page in pages] == [False, True]


def test_it_tells_the_latest_first_with_time_and_place(three, head, client_of):
    assert rows(client_of(head)) == [
        ["2020-04-22 12:00:00", "Backed up", None, None, "command", None],
        ["2020-04-21 12:00:00", "Letter issued", "head", "李", "198.51.100.1", "letter no.: 12 · letter's number: 1号"],
        ["2020-04-20 12:00:00", "Signed in", "clerk", None, "192.0.2.7", None],
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "sign_in"}, ["Signed in"]),
        ({"who": "head"}, ["Letter issued"]),
        ({"address": "command"}, ["Backed up"]),
        ({"since": "2020-04-21"}, ["Backed up", "Letter issued"]),
        ({"until": "2020-04-21"}, ["Letter issued", "Signed in"]),
        ({"since": "2020-04-21", "until": "2020-04-21"}, ["Letter issued"]),
        ({"since": "0001-01-01", "until": "9999-12-31", "kind": "backup"}, ["Backed up"]),
    ],
)
def test_it_answers_what_who_where_and_when(asked, found, three, head, client_of):
    assert [row[1] for row in rows(client_of(head), **asked)] == found


@pytest.mark.parametrize("asked", [{"since": "x"}, {"address": "\ufffe"}, {"kind": "none"}])
def test_a_question_that_means_nothing_is_no_fault(asked, three, head, client_of):
    assert client_of(head).get(PAGE, asked).status_code == 200


def test_taking_the_log_away_is_on_the_log(head, client_of):
    client = client_of(head)
    rows(client, kind="issued")
    (taken,) = SecurityEvent.objects.all()
    assert (taken.kind, taken.account, taken.facts["path"], taken.facts["query"]) == (
        "export",
        "head",
        PAGE,
        "kind=issued",
    )


def test_list_asks_as_many_queries_for_three_as_for_one(head, client_of):
    SecurityEventFactory()
    browser = client_of(head)
    one = queries(browser, PAGE)
    SecurityEventFactory.create_batch(2)
    assert queries(browser, PAGE) == one


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_for_reading_only(method, three, head, client_of):
    assert getattr(client_of(head), method)(PAGE).status_code == 405
    assert SecurityEvent.objects.count() == 3
