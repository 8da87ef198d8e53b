"""Occasions: the list, the page with its partners, the form."""

from django.urls import reverse

from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import Occasion
from tests.factories import CityFactory, GiftFactory, OccasionFactory, PartnershipFactory
from tests.queries import queries

LIST = reverse("occasion-list")


def concerned(occasion):
    """A partner in Japan with a gift and a courtesy in the occasion."""
    city = PartnershipFactory(partner=CityFactory(country_id="JP")).partner
    GiftFactory(partner=city, occasion=occasion)
    facts = {"direction": "received", "kind": "service", "day": parse_partial_date("2020-02")}
    record_courtesy(by=None, partners=[city], occasion=occasion, **facts)
    return city


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    first = OccasionFactory()
    first.countries.add("JP")
    first.cities.add(CityFactory())
    browser.get(LIST)
    one = queries(browser, LIST)
    OccasionFactory().countries.add("ES")
    OccasionFactory().cities.add(CityFactory())
    assert queries(browser, LIST) == one


def test_list_answers_by_country_struck(browser):
    wanted, other = OccasionFactory(), OccasionFactory()
    wanted.cities.add(CityFactory(country_id="JP"))
    other.countries.add("ES")
    rows = browser.get(LIST, {"country": "JP"}).context["table"].rows
    assert [row.record for row in rows] == [wanted]


def test_page_lists_partners_there_with_what_passed(browser):
    occasion = OccasionFactory()
    occasion.countries.add("JP")
    helper = concerned(occasion)
    silent = PartnershipFactory(partner=CityFactory(country_id="JP"), steps=()).partner
    CityFactory(country_id="JP")
    PartnershipFactory()
    rows = browser.get(occasion.get_absolute_url()).context["partners"]
    assert [(row["city"], row["standing"], dict(row["counts"])) for row in rows] == [
        (helper, "Sister city", {"help_received": 1}),
        (silent, "Partnership planned", {}),
    ]


def test_page_asks_as_many_queries_for_three_as_for_one(browser):
    occasion = OccasionFactory()
    occasion.countries.add("JP")
    concerned(occasion)
    browser.get(occasion.get_absolute_url())
    one = queries(browser, occasion.get_absolute_url())
    concerned(occasion)
    concerned(occasion)
    assert queries(browser, occasion.get_absolute_url()) == one


def test_a_new_occasion_gets_its_address_from_its_name(browser):
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en"}
    facts = {"kind": "earthquake", "start": "2024", "countries": ["JP"], "names-0-text": "Noto earthquake"}
    answer = browser.post(reverse("occasion-add"), names | facts)
    occasion = Occasion.objects.get()
    assert (occasion.slug, answer.url) == ("noto-earthquake-2024", occasion.get_absolute_url())
    assert [country.pk for country in occasion.countries.all()] == ["JP"]


def test_an_occasion_does_not_end_before_it_began(browser):
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "Flood"}
    page = browser.post(reverse("occasion-add"), names | {"kind": "flood", "start": "2024-05", "end": "2024-04"})
    assert "It cannot end before it began." in page.content.decode()
    assert Occasion.objects.count() == 0


def test_an_occasions_lists_have_pages_of_their_own(browser, monkeypatch):
    monkeypatch.setattr("crm.paging.PER_PART", 2)
    occasion = OccasionFactory()
    cities = [concerned(occasion) for _turn in range(3)]
    page = browser.get(occasion.get_absolute_url(), {"partners": 2})
    assert [row["city"] for row in page.context["partners"]] == sorted(cities, key=lambda city: city.slug)[2:]
    assert [len(page.context["gifts"]), page.content.decode().count("(3; these are 2)")] == [2, 1]
