"""Writing to several from an occasion and from the ledger, and reading what was drafted one after another."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from correspondence.models import Letter
from crm.models import City, LedgerEntry, Person
from tests.correspondence.received import received
from tests.factories import OccasionFactory
from tests.queries import queries

pytestmark = pytest.mark.usefixtures("demo")

REVIEW, THANKS, LEDGER = reverse("letter-review"), reverse("letter-thanks"), reverse("ledger")


@pytest.fixture
def quake(demo):
    """An earthquake of last week in Spain and Romania, of whose mayor nobody has said whether a woman or a man."""
    names = {"zh-hans": "地震", "en": "the earthquake", "es": "terremoto", "ro": "cutremurul"}
    Person.objects.filter(posts__organization__country="RO").update(gender="")
    start = (timezone.localdate() - timedelta(days=7)).isoformat()
    occasion = OccasionFactory(kind="earthquake", start=start, names=names)
    occasion.countries.add("ES", "RO")
    return occasion


def keys(*slugs: str) -> list[int]:
    """The keys of cities."""
    return [City.objects.get(slug=slug).pk for slug in slugs]


def condole(browser, occasion, **ticked):
    """Ticks cities and asks for condolences."""
    return browser.post(reverse("occasion-condole", args=[occasion.slug]), ticked, follow=True)


def test_condolences_are_drafted_and_who_cannot_be_written_to_is_named_with_the_way(browser, quake):
    page = condole(browser, quake, city=keys("guadalajara-es", "fuengirola-es", "calarasi-ro"))
    assert page.redirect_chain[-1][0] == REVIEW
    assert sorted(letter.city.slug for letter in page.context["letters"]) == ["fuengirola-es", "guadalajara-es"]
    assert {letter.state for letter in page.context["letters"]} == {"draft"}
    (left,) = page.context["left"]
    assert left.address in page.content.decode().replace("&amp;", "&")
    assert "woman or a man" in left.reason
    assert len(list(browser.get(left.address).context["lacks_form"])) == 1


def test_nothing_ticked_and_what_is_not_concerned_make_no_letter(browser, quake):
    for ticked in ({}, {"city": ["²", "9" * 30]}, {"city": keys("ritto-jp")}):
        page = condole(browser, quake, **ticked)
        assert page.redirect_chain[-1][0] == f"{quake.get_absolute_url()}#partners"
        assert "No partner was ticked" in page.content.decode()
    assert not Letter.objects.outgoing().exists()


def test_drafts_are_read_one_after_another_and_each_is_submitted_by_itself(browser, quake):
    first, second = condole(browser, quake, city=keys("guadalajara-es", "fuengirola-es")).context["letters"]
    page = browser.get(first.get_absolute_url()).content.decode()
    assert f'<a rel="next" href="{second.get_absolute_url()}">' in page
    assert "1 of 2" in page
    assert "2 of 2" in browser.get(reverse("letter-edit", args=[second.pk])).content.decode()
    onward = browser.post(reverse("letter-submit", args=[first.pk]), {"next": "1"})
    assert onward.url == second.get_absolute_url()
    assert [letter.state for letter in Letter.objects.outgoing().order_by("pk")] == ["submitted", "draft"]
    assert browser.post(reverse("letter-submit", args=[second.pk]), {"next": "1"}).url == REVIEW
    assert browser.get(REVIEW).context["waiting"] == 0


def test_a_letter_that_was_not_drafted_with_others_says_nothing_of_them(browser, client_of, head, quake):
    letter = condole(browser, quake, city=keys("guadalajara-es")).context["letters"][0]
    assert 'class="review"' in browser.get(letter.get_absolute_url()).content.decode()
    assert 'class="review"' not in client_of(head).get(letter.get_absolute_url()).content.decode()
    assert client_of(head).get(REVIEW).url == reverse("desk")


def test_help_ticked_in_the_ledger_is_thanked_for_in_a_letter_each(browser, guadalajara):
    gifts = [received(guadalajara, day) for day in ("2024-03", "2024-04")]
    entries = LedgerEntry.objects.filter(gift__in=gifts).values_list("pk", flat=True)
    address = f"{THANKS}?{'&'.join(f'entry={key}' for key in entries)}"
    page = browser.get(address)
    assert [(partner.slug, len(helped), drafted) for partner, helped, drafted in page.context["letters"]] == [
        ("guadalajara-es", 2, None)
    ]
    (letter,) = browser.post(address, follow=True).context["letters"]
    assert set(letter.thanks_for.all()) == set(gifts)
    again = browser.get(address)
    assert ([drafted for *_rest, drafted in again.context["letters"]], again.context["number"]) == ([letter], 0)
    browser.post(address)
    assert Letter.objects.outgoing().count() == 1


def test_the_page_of_thanks_asks_as_many_queries_for_three_as_for_one(browser, guadalajara):
    partners = [guadalajara, *City.objects.filter(slug__in=["fuengirola-es", "ritto-jp"])]
    entries = [LedgerEntry.objects.get(gift=received(city, "2024-03")).pk for city in partners]
    browser.get(f"{THANKS}?entry={entries[0]}")
    one = queries(browser, f"{THANKS}?entry={entries[0]}")
    assert queries(browser, f"{THANKS}?{'&'.join(f'entry={key}' for key in entries)}") == one


def test_what_needs_no_thanks_is_told_and_nothing_ticked_leads_back(browser, guadalajara):
    for address in (THANKS, f"{THANKS}?entry=²&entry={'9' * 30}"):
        assert browser.get(address).url == LEDGER
    entry = LedgerEntry.objects.get(gift=received(guadalajara, "2024-03"))
    browser.post(f"{reverse('help-close')}?entry={entry.pk}", {"duties": ["thanks"], "reason": "In person."})
    page = browser.get(f"{THANKS}?entry={entry.pk}")
    assert (page.context["letters"], page.context["thanked"]) == ([], [entry])


def test_the_ledger_offers_thanks_for_what_is_ticked(browser):
    assert f'formaction="{THANKS}"' in browser.get(LEDGER).content.decode()
