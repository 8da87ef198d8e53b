"""The desk names the letters under way on the rows they are for, and those that the record speaks against."""

from datetime import date

import pytest

from correspondence.actions import drafting, lifecycle
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.models import Gift, GiftLine
from tests.queries import queries

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))


def rows(browser, part: str) -> dict:
    """The rows of a part of the desk with a draft, each with its drafts, by its key."""
    return {row.pk: row.drafts for row in browser.get("/").context[part] if row.drafts}


def test_a_draft_stands_on_the_rows_that_it_is_for_and_on_no_other(browser, letter):
    gift, answered = letter.announces.get(), letter.replies_to
    assert rows(browser, "not_sent") == {gift.pk: [letter]}
    assert rows(browser, "awaiting") == {answered.pk: [letter]}
    assert {entry.gift_id for entry in browser.get("/").context["unthanked"] if entry.drafts} <= {
        one.pk for one in Gift.objects.filter(occasion=letter.occasion)
    }
    page = browser.get("/").content.decode()
    assert page.count(f'class="text-muted" href="{letter.get_absolute_url()}"') >= 2


def test_what_was_cancelled_is_under_way_no_more(browser, letter, clerk):
    lifecycle.cancel_letter(by=clerk, letter=letter, reason="twice")
    assert rows(browser, "not_sent") == {}


def test_a_letter_whose_record_changed_is_told_of_to_drafter_and_approver(client_of, clerk, head, letter):
    told = "The record says otherwise now."
    assert told not in client_of(clerk).get("/").content.decode()
    line = letter.announces.get().lines.get(item__code="mask")
    lifecycle.submit_letter(by=clerk, letter=letter)
    line.quantity = 25_000
    line.save()
    assert GiftLine.objects.get(pk=line.pk).quantity == 25_000
    for user in (clerk, head):
        assert told in client_of(user).get("/").content.decode()


def test_the_record_is_read_again_only_after_it_changed(browser, letter):
    assert Letter.objects.under_way().count() == 1
    first = queries(browser, "/")
    assert queries(browser, "/") < first
