"""Desk, a city's page and the list of letters: what they show, and as many queries for three rows as for one."""

from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from correspondence.actions import drafting, lifecycle
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import City, Gift, Office
from tests.queries import queries

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2020, 4, 20)


def draft_to(slug, clerk, kind="condolence") -> Letter:
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind=kind, on=ON, city=City.objects.get(slug=slug)))


@pytest.mark.parametrize("address", ["/", "/to-do/", "/letters/", "/cities/guadalajara-es/"])
def test_three_rows_take_as_many_queries_as_one(browser, guadalajara, clerk, address):
    counts = []
    for _turn in range(3):
        for kind in ("condolence", "thanks"):
            draft_to("guadalajara-es", clerk, kind)
        day = parse_partial_date("2020-05")
        record_courtesy(by=clerk, direction="received", kind="service", day=day, partners=[guadalajara])
        browser.get(address)  # which holds the new drafts against the record
        counts.append(queries(browser, address))
    assert counts[0] == counts[1] == counts[2]


def addresses(browser, show: str) -> list[str]:
    """The addresses of the rows that the queue shows."""
    return [row.url for row in browser.get("/to-do/", {"show": show}).context["page"]]


def test_desk_says_what_waits_for_whom(client_of, clerk, head):
    letter = draft_to("ritto-jp", clerk)
    url = letter.get_absolute_url()
    assert addresses(client_of(clerk), "mine") == [url]
    assert addresses(client_of(head), "decide") == []
    lifecycle.submit_letter(by=clerk, letter=letter)
    assert addresses(client_of(head), "decide") == [url]
    assert addresses(client_of(clerk), "decide") == []


def test_desk_gives_nobody_his_own_draft_to_approve_unless_the_office_allows_it(client_of, head):
    lifecycle.submit_letter(by=head, letter=draft_to("ritto-jp", head))
    assert addresses(client_of(head), "decide") == []
    Office.objects.update(own_approval=True)
    assert len(addresses(client_of(head), "decide")) == 1


def test_desk_rows_open_the_letter_that_they_stand_for(browser, guadalajara):
    gift = Gift.objects.get(direction="received", occasion__slug="covid-19-2020", partners__city=guadalajara)
    page = browser.get("/to-do/").content.decode()
    for kind in ("thanks", "reciprocal_support"):
        address = f"/letters/write/?city=guadalajara-es&amp;gift={gift.pk}&amp;occasion=covid-19-2020&amp;kind={kind}"
        assert address in page


def test_desk_lists_gifts_that_have_not_left(browser):
    waiting = Gift.objects.open()
    assert set(addresses(browser, "send")) == {gift.get_absolute_url() for gift in waiting}
    Gift.objects.filter(pk__in=[gift.pk for gift in waiting]).update(state="sent")
    assert addresses(browser, "send") == []


def test_city_shows_holders_help_and_letters(browser, guadalajara):
    context = browser.get(guadalajara.get_absolute_url(), {"show": "gifts"}).context
    assert [holder.post.rank for holder in context["holders"]] == ["mayor", "director"]
    assert [item.way for item in context["items"]] == ["given", "received", "given", "given", "received"]
    assert context["standing"].label == "Partnership planned"
    assert [chip.number for chip in context["chips"] if chip.name == "letters"] == [2]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"country": "ES"}, 3),
        ({"direction": "out"}, 2),
        ({"kind": "thanks"}, 1),
        ({"state": "draft", "country": "JP"}, 1),
        ({"year": "2020"}, 5),
        ({"name": "瓜达"}, 3),
        ({"name": "nowhere"}, 0),
    ],
)
def test_letters_are_found(browser, clerk, question, found):
    draft_to("guadalajara-es", clerk, "thanks")
    draft_to("ritto-jp", clerk)
    page = browser.get(reverse("letter-list"), question)
    assert page.context["table"].page.paginator.count == found
    if not found:
        assert "write one from a city" in page.content.decode()


def test_letters_are_exported_as_they_were_asked_for(browser, clerk, tmp_path):
    draft_to("guadalajara-es", clerk, "thanks")
    answer = browser.get(reverse("letter-list"), {"direction": "out", "_export": "xlsx"})
    (tmp_path / "letters.xlsx").write_bytes(answer.content)
    rows = list(load_workbook(tmp_path / "letters.xlsx").active.values)
    assert [str(row[1])[:10] for row in rows] == ["Day", "2020-04-20"]
