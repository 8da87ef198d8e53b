"""The ledger's list with its balances, a courtesy's page, adding and reversing."""

import re
from html import unescape

import pytest
from django.urls import reverse

from crm.actions.ledger import record_courtesy, reverse_entry
from crm.balances import Counts
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind
from tests.factories import CityFactory, OccasionFactory, OrganizationFactory, PersonFactory
from tests.queries import queries

LIST, ADD = reverse("ledger"), reverse("courtesy-add")


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", summary="Doctors", **more):
    """A courtesy in the ledger."""
    facts = {"direction": direction, "kind": kind, "day": parse_partial_date(day), "summary": summary, **more}
    return record_courtesy(by=None, partners=partners or (CityFactory(),), **facts)


def found(browser, **asked):
    """The courtesies that the list answers with."""
    return [row.record for row in browser.get(LIST, asked).context["table"].rows]


def typed(city, **more):
    """What the form sends for a service to a city."""
    partners = {"partners-TOTAL_FORMS": 1, "partners-INITIAL_FORMS": 0, "partners-0-city": city.pk}
    return {"direction": "given", "kind": "service", "day": "2020-03", "summary": "Nurses"} | partners | more


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    reverse_entry(by=None, entry=courtesy(CityFactory(), PersonFactory()), reason="twice")
    courtesy(CityFactory(), PersonFactory())
    browser.get(LIST)
    one = queries(browser, LIST)
    courtesy(CityFactory())
    courtesy(PersonFactory(), direction="given")
    assert queries(browser, LIST) == one


def test_list_answers_by_country_help_and_debt(browser):
    ritto = CityFactory(country_id="JP")
    owed, letter = courtesy(ritto), courtesy(kind="letter")
    assert found(browser, country="JP") == [owed]
    assert found(browser, help="on") == [owed]
    assert found(browser, owed="on") == [owed]
    assert set(found(browser)) == {owed, letter}


def test_a_reversed_courtesy_is_struck_through_with_its_reason(browser):
    reverse_entry(by=None, entry=courtesy(), reason="entered twice")
    page = browser.get(LIST).content.decode()
    assert "<s>Doctors</s>" in page
    assert "reversed: entered twice" in page
    assert "1 record" in page


def test_balance_counts_both_ways_and_marks_what_we_owe_only(browser):
    ritto = CityFactory(country_id="JP")
    owed = courtesy(ritto)
    courtesy(ritto, kind="experience")
    courtesy(ritto, direction="given")
    courtesy(direction="given")
    rows = browser.get(LIST, {"country": "JP"}).context["balances"]
    assert [(row.partner, row.total) for row in rows] == [(ritto, Counts(received=2, given=1, owed=2))]
    assert rows[0].oldest == owed
    assert [row.oldest for row in browser.get(LIST, {"country": "ES"}).context["balances"]] == [None]


def test_country_year_occasion_and_name_speak_of_partners_and_of_none_who_share_their_courtesy(browser):
    ritto, podolsk = CityFactory(country_id="JP", names={"en": "Ritto"}), CityFactory(country_id="RU")
    occasion = OccasionFactory()
    both = courtesy(ritto, podolsk, day="2019-05")
    courtesy(podolsk, day="2020-05", occasion=occasion)
    told = {
        "country=JP": [ritto],
        "country=RU": [podolsk],
        "partner=ritto": [ritto],
        "year=2019": [ritto, podolsk],
        "year=2020": [podolsk],
        f"occasion={occasion.pk}": [podolsk],
    }
    for asked, partners in told.items():
        page = browser.get(f"{LIST}?{asked}")
        assert {row.partner for row in page.context["balances"]} == set(partners), asked
    assert found(browser, country="JP") == [both]


def test_balances_and_courtesies_have_pages_of_their_own_and_say_how_many_there_are(browser, monkeypatch):
    monkeypatch.setattr("crm.views.balances.PARTNERS", 2)
    for day in range(1, 4):
        courtesy(day=f"2020-02-0{day}", kind="service")
    page = browser.get(LIST, {"per_page": 1, "balances": 2})
    assert [row.oldest.day.first.day for row in page.context["balances"]] == [3]
    text = page.content.decode()
    assert "(3; these are 1)" in text
    assert "3 records; these are 1" in text
    assert "?per_page=1&amp;balances=1#balances" in text
    assert "?per_page=1&amp;balances=2&amp;page=2" in text
    assert "All 3" in text
    assert len(browser.get(LIST, {"partners": "all"}).context["balances"]) == 3


def test_a_service_is_recorded_with_what_it_answers(browser):
    city = CityFactory()
    received = courtesy(city)
    browser.post(ADD, typed(city, answers=[received.pk]))
    entry = LedgerEntry.objects.given().get()
    assert ([row.partner for row in entry.partners.all()], entry.what) == ([city], "Nurses")
    assert [(link.target, link.kind) for link in entry.links.all()] == [(received, LinkKind.ANSWERS)]


def test_a_visit_answers_no_help_and_nothing_typed_is_lost(browser):
    city = CityFactory()
    received = courtesy(city)
    page = browser.post(ADD, typed(city, kind="visit", answers=[received.pk])).content.decode()
    assert "Only help answers help" in page
    assert 'value="Nurses"' in page
    assert LedgerEntry.objects.count() == 1


def test_a_courtesy_names_its_partner(browser):
    page = browser.post(ADD, typed(CityFactory(), **{"partners-0-city": ""})).content.decode()
    assert "At least one line is needed here." in page
    assert LedgerEntry.objects.count() == 0


def test_page_shows_links_both_ways(browser):
    city = CityFactory()
    received = courtesy(city)
    browser.post(ADD, typed(city, answers=[received.pk]))
    answer = LedgerEntry.objects.given().get()
    for one, other in ((received, answer), (answer, received)):
        assert other.own_url in browser.get(one.own_url).content.decode()


def test_reversing_asks_the_reason_and_keeps_the_row(browser, clerk):
    entry = courtesy()
    address = reverse("ledger-entry-reverse", args=[entry.pk])
    browser.post(address, {"reason": ""})
    assert LedgerEntry.objects.count() == 1
    browser.post(address, {"reason": "never happened"})
    reversal = LedgerEntry.objects.get(reverses=entry)
    assert (reversal.reason, reversal.recorded_by) == ("never happened", clerk)
    assert "It no longer counts: never happened" in browser.get(entry.own_url).content.decode()
    assert "reversed already" in browser.post(address, {"reason": "again"}).content.decode()


def links_of(page) -> dict[str, str]:
    """Where each link of the picture leads, by what it says."""
    said = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', page.content.decode())
    return {words: LIST + unescape(address).partition("#")[0] for address, words in said}


def test_each_cell_of_the_picture_says_and_opens_what_passed(browser):
    mission = OrganizationFactory(kind="own_mission", names={"en": "Our embassy"})
    ritto = CityFactory(names={"en": "Ritto"})
    owed, thanked = courtesy(ritto), courtesy(mission)
    of_a_firm = courtesy(OrganizationFactory(city=ritto), day="2019-02")
    courtesy(ritto, day="2019-02", kind="letter")
    courtesy(CityFactory(names={"en": "Ritto"}), direction="given")
    links = links_of(browser.get(LIST))
    assert {
        words: [row.record for row in browser.get(link).context["table"].rows] for words, link in links.items()
    } == {
        "Ritto, 2019: received 1, not answered 1": [of_a_firm],
        "Ritto, 2020: received 1, not answered 1": [owed],
        "Ritto, 2020: given 1": [LedgerEntry.objects.given().get()],
        "Our embassy, 2020: received 1": [thanked],
    }
    page = browser.get(links["Ritto, 2019: received 1, not answered 1"])
    assert [(row.partner, sorted(row.years)) for row in page.context["balances"]] == [(ritto, [2019, 2020])]
    assert "Only Ritto is told of." in page.content.decode()


@pytest.mark.parametrize("whose", ["city-999", "city", "city-", "city-x", "stone-1", "city-²", "city-99999999999"])
def test_a_partner_that_is_not_on_record_is_said_to_be_none(browser, whose):
    courtesy()
    page = browser.get(LIST, {"whose": whose})
    assert page.context["filter"].form.errors == {"whose": ["That partner is not on record."]}


def test_each_number_opens_what_it_counts(browser):
    courtesy(CityFactory(), CityFactory())
    courtesy(direction="given")
    courtesy(kind="letter")
    page = browser.get(LIST).content.decode()
    numbers = re.findall(r'<a\s+href="([^"#]+)#\w+"[^>]*>\s*<strong>(\d+)</strong>\s*([^<]+?)\s*</a>', page)
    assert [(said, number) for _address, number, said in numbers] == [
        ("partners", "3"),
        ("times help received", "1"),
        ("times help given", "1"),
        ("we owe an answer", "1"),
        ("we owe thanks", "1"),
    ]
    opened = [browser.get(LIST + unescape(address)).context for address, *_said in numbers]
    assert len(opened[0]["balances"]) == 3
    assert [len(context["table"].rows) for context in opened[1:]] == [1, 1, 1, 1]
