"""The queue names the letters under way on the rows they are for, and those that the record speaks against."""

from datetime import date

import pytest

from correspondence.actions import drafting, lifecycle
from correspondence.desk.queue import queue_of
from correspondence.desk.showing import show
from correspondence.desk.under_way import drafts_for
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.models import Country, Gift, GiftLine
from tests.factories import LetterFactory, OrganizationFactory, PartnershipFactory
from tests.queries import queries

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))


def drafts(user, duty: str) -> dict:
    """The rows of a duty with a draft, each with its drafts, by its key."""
    queue = queue_of(user, ON).showing(duty)
    found = queue[0 : len(queue)]
    rows = zip(found, show(found, user, ON), strict=True)
    return {getattr(key, "key", key): row.drafts for (_run, key), row in rows if row.drafts}


def test_a_draft_stands_on_the_rows_that_it_is_for_and_on_no_other(clerk, letter):
    gift, answered = letter.announces.get(), letter.replies_to
    assert drafts(clerk, "send") == {gift.pk: [letter]}
    assert drafts(clerk, "reply") == {answered.pk: [letter]}
    occasion = Gift.objects.filter(occasion=letter.occasion)
    assert set(drafts(clerk, "thank")) <= set(occasion.values_list("entries", flat=True))
    assert drafts(clerk, "thank")


def test_the_page_says_who_drafts(browser, letter):
    page = browser.get("/to-do/?show=old").content.decode()
    assert page.count(f'class="draft" href="{letter.get_absolute_url()}"') >= 2
    assert f"Draft: {letter.kind} · {letter.drafter}" in page


def test_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert drafts_for([], [], ON) == {}


def test_what_was_cancelled_is_under_way_no_more(letter, clerk):
    lifecycle.cancel_letter(by=clerk, letter=letter, reason="twice")
    assert drafts(clerk, "send") == {}


def test_a_day_to_come_names_what_was_written_to_the_city_of_late(clerk):
    Country.objects.filter(pk="ES").update(national_day="05-10")
    government = OrganizationFactory()
    PartnershipFactory(partner=government.city, steps=[])
    lately = LetterFactory(organization=government, kind_id="letter", day="2020-04-02")
    LetterFactory(organization=government, kind_id="letter", day="2020-01")
    LetterFactory(organization=government, kind_id="thanks", day="2020-04-03")
    named = {day.city: letters for day, letters in drafts(clerk, "days").items()}
    assert named == {government.city.pk: [lately]}


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
