"""The pages on which help received is closed and opened again, and those that show it."""

from django.urls import reverse
from django.utils import timezone

from crm.actions.gifts import enter_gift
from crm.models import Closing
from tests.factories import ClosingFactory, CourtesyFactory, GiftFactory
from tests.queries import queries

LIST, CLOSE, QUEUE = reverse("ledger"), reverse("help-close"), reverse("to-do")


def found(browser, **asked):
    """The courtesies that the list answers with."""
    return [row.record for row in browser.get(LIST, asked).context["table"].rows]


def ticked(*entries, **more):
    """The address of the page that closes what is ticked."""
    return CLOSE + "?" + "&".join([f"entry={entry.pk}" for entry in entries] + [f"{k}={v}" for k, v in more.items()])


def test_ticked_help_is_closed_leaves_the_desk_and_stays_in_the_ledger(browser):
    first, second, other = CourtesyFactory(), CourtesyFactory(), CourtesyFactory()
    page = browser.get(LIST, {"owed": "on"}).content.decode()
    assert [f'value="{entry.pk}" form="close-help"' in page for entry in (first, second, other)] == [True] * 3
    form = browser.get(ticked(first, second)).context["form"]
    assert form["duties"].value() == ["thanks", "answer"]
    typed = {"duties": ["thanks", "answer"], "reason": "Thanked in person"}
    page = browser.post(ticked(first, second), typed, follow=True).content.decode()
    assert "Closed: 2 courtesies." in page
    assert "No answer due" in page
    for show in ("thank", "answer"):
        assert [row.help for row in browser.get(QUEUE, {"show": show}).context["page"]] == [other.pk]
    assert set(found(browser)) == {first, second, other}
    assert set(found(browser, closed="on")) == {first, second}
    assert (found(browser, owed="on"), found(browser, unthanked="on")) == ([other], [other])


def test_one_duty_may_be_asked_for_and_the_entry_says_who_closed_it_why_and_when(browser, clerk):
    entry = CourtesyFactory()
    assert ticked(entry) in browser.get(QUEUE).content.decode()
    assert browser.get(ticked(entry, duty="answer")).context["form"]["duties"].value() == ["answer"]
    browser.post(ticked(entry), {"duties": ["answer"], "reason": "Long ago"})
    page = browser.get(entry.own_url).content.decode()
    closing = Closing.objects.get()
    assert closing.recorded_by == clerk
    for said in (timezone.localdate().isoformat(), "No answer due: Long ago", str(clerk)):
        assert said in page
    assert reverse("help-reopen", args=[closing.pk]) in page


def test_closed_help_is_reopened_with_a_reason_and_waits_again(browser):
    closing = ClosingFactory()
    page = browser.post(reverse("help-reopen", args=[closing.pk]), {"reason": "They asked"}, follow=True)
    assert [said in page.content.decode() for said in ("<s>2020-05-01 No answer due: Long ago</s>", "They asked")] == [
        True,
        True,
    ]
    assert found(browser, owed="on") == [closing.entry]
    again = browser.post(reverse("help-reopen", args=[closing.pk]), {"reason": "again"}).content.decode()
    assert "This was reopened already." in again
    assert 'value="again"' in again


def test_without_a_reason_or_a_duty_nothing_is_closed_and_what_was_typed_stays(browser):
    entry = CourtesyFactory()
    page = browser.post(ticked(entry), {"reason": "Long ago"}).content.decode()
    assert 'value="Long ago"' in page
    browser.post(ticked(entry), {"duties": ["answer"], "reason": " "})
    assert not Closing.objects.exists()


def test_what_is_closed_already_is_refused_in_a_sentence(browser):
    closing = ClosingFactory()
    page = browser.post(ticked(closing.entry), {"duties": ["answer"], "reason": "again"}).content.decode()
    assert "Nothing of this is due any more." in page
    assert 'value="again"' in page


def test_nothing_ticked_leads_back_to_the_ledger(browser):
    given = CourtesyFactory(direction="given")
    for address in (CLOSE, CLOSE + "?entry=x&entry=99999999999999999999", ticked(given)):
        assert browser.get(address).url == LIST


def test_a_reader_ticks_nothing_and_closes_nothing(client_of, reader):
    entry = CourtesyFactory()
    browser = client_of(reader)
    assert "close-help" not in browser.get(LIST).content.decode()
    assert browser.get(ticked(entry)).status_code == 403
    page = browser.get(ClosingFactory(entry=entry).entry.own_url).content.decode()
    assert ("Long ago" in page, "reopen" in page) == (True, False)


def test_a_gifts_page_and_list_say_that_nothing_is_due(browser):
    gift = GiftFactory(direction="received", state="received", day="2020-02-05")
    ClosingFactory(entry=enter_gift(by=None, gift=gift))
    page = browser.get(gift.get_absolute_url()).content.decode()
    assert "Long ago" in page
    assert "No help of ours has answered it yet." not in page
    assert "not thanked yet, no answer due" in browser.get(reverse("gift-list")).content.decode().replace(
        '<span class="owed">', ""
    ).replace('<span class="">', "").replace("</span>", "")


def test_the_excel_file_gives_the_reason_and_the_list_asks_no_more_queries(browser):
    ClosingFactory(duty="thanks")
    browser.get(LIST)
    one = queries(browser, LIST)
    ClosingFactory(reason="Other")
    ClosingFactory(duty="thanks")
    assert queries(browser, LIST) == one


def test_all_from_before_a_day_are_asked_for_at_once_and_the_first_of_them_named(browser, monkeypatch):
    monkeypatch.setattr("crm.views.closing.SHOWN", 2)
    first, second, third = (CourtesyFactory(day=day, summary=f"help {day}") for day in ("2001", "2002", "2003"))
    CourtesyFactory(day="2020-02-05")
    page = browser.get(CLOSE + "?before=2020-02-05").content.decode()
    assert [f"help {year}" in page for year in (2001, 2002, 2003)] == [True, True, False]
    assert "and 1 more" in page
    browser.post(CLOSE + "?before=2020-02-05", {"duties": ["answer"], "reason": "Before our time"})
    closed = Closing.objects.order_by("pk").values_list("entry", "duty", "reason")
    assert [*closed] == [(entry.pk, "answer", "Before our time") for entry in (first, second, third)]
