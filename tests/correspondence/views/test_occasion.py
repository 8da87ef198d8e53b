"""An occasion's page: the partners it struck, what was written, helped and thanked, and who is ticked beforehand."""

import re
from datetime import timedelta

from django.utils import timezone

from correspondence.actions.lifecycle import cancel_letter
from correspondence.models import Letter
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import IssuingIdentity, Office, Role
from tests.factories import (
    CityFactory,
    GiftFactory,
    IdentityFactory,
    LetterFactory,
    OccasionFactory,
    OrganizationFactory,
    PartnershipFactory,
    UserFactory,
)
from tests.queries import queries


def partner(**facts):
    """A partner of ours in Japan, with a government to write to."""
    city = PartnershipFactory(partner=CityFactory(country_id="JP"), **facts).partner
    OrganizationFactory(city=city, country_id="JP")
    return city


def concerned(occasion):
    """A partner in Japan with a gift and a courtesy in the occasion."""
    city = partner()
    GiftFactory(partner=city, occasion=occasion)
    facts = {"direction": "received", "kind": "service", "day": parse_partial_date("2020-02")}
    record_courtesy(by=None, partners=[city], occasion=occasion, **facts)
    return city


def fresh(**facts):
    """An earthquake of a week ago in Japan."""
    start = (timezone.localdate() - timedelta(days=7)).isoformat()
    occasion = OccasionFactory(**{"kind": "earthquake", "start": start, **facts})
    occasion.countries.add("JP")
    return occasion


def letter_to(city, occasion, **facts):
    """A condolence of ours to a city's government."""
    whom, identity = city.organizations.get(), IssuingIdentity.objects.first() or IdentityFactory(office=Office.get())
    return LetterFactory(organization=whom, kind_id="condolence", occasion=occasion, identity=identity, **facts)


def boxes(page) -> list[tuple[str, bool]]:
    """The names of the tick boxes of a page, and whether they are ticked."""
    found = re.findall(r'<input\s+type="checkbox"[^>]*form="condole"[^>]*>', page.content.decode())
    return [(re.search(r'name="(\w+)"', box)[1], "checked" in box.split()) for box in found]


def test_page_lists_partners_there_with_what_passed(browser):
    occasion = OccasionFactory()
    occasion.countries.add("JP")
    helper, silent = concerned(occasion), partner(steps=())
    CityFactory(country_id="JP")
    PartnershipFactory()
    rows = browser.get(occasion.get_absolute_url()).context["partners"]
    assert [(row.city, row.standing, row.they_helped, row.we_thanked, row.we_helped) for row in rows] == [
        (helper, "Sister city", True, False, False),
        (silent, "Partnership planned", False, None, False),
    ]
    assert "nothing to do" in browser.get(occasion.get_absolute_url()).content.decode()


def test_page_asks_as_many_queries_for_three_as_for_one(browser):
    occasion = fresh()
    letter_to(concerned(occasion), occasion)
    browser.get(occasion.get_absolute_url())
    one = queries(browser, occasion.get_absolute_url())
    letter_to(concerned(occasion), occasion)
    concerned(occasion)
    assert queries(browser, occasion.get_absolute_url()) == one


def test_an_occasions_lists_have_pages_of_their_own(browser, monkeypatch):
    monkeypatch.setattr("correspondence.views.occasion.MOST_DRAFTED", 2)
    monkeypatch.setattr("crm.paging.PER_PART", 2)
    occasion = OccasionFactory()
    cities = [concerned(occasion) for _turn in range(3)]
    page = browser.get(occasion.get_absolute_url(), {"partners": 2})
    assert [row.city for row in page.context["partners"]] == sorted(cities, key=lambda city: city.slug)[2:]
    assert [len(page.context["gifts"]), page.content.decode().count("(3; these are 2)")] == [2, 1]


def test_who_was_struck_and_has_no_condolence_is_ticked(browser):
    occasion = fresh()
    cities = sorted((partner() for _turn in range(3)), key=lambda city: city.slug)
    letter_to(cities[0], occasion)
    cancelled = letter_to(cities[1], occasion)
    cancel_letter(by=None, letter=cancelled, reason="Nobody was harmed.")
    helper = PartnershipFactory(partner=CityFactory(country_id="NO")).partner
    facts = {"direction": "given", "kind": "service", "day": occasion.start}
    record_courtesy(by=None, partners=[helper], occasion=occasion, **facts)
    page = browser.get(occasion.get_absolute_url())
    assert boxes(page) == [("again", False), ("city", True), ("city", True), ("city", False)]
    assert [row.condoled for row in page.context["partners"]] == [True, False, False, False]


def test_nobody_is_ticked_once_it_is_no_news_and_readers_tick_nothing(browser, client_of):
    past, now = fresh(start="2020-01"), fresh()
    partner()
    page = browser.get(past.get_absolute_url())
    assert (boxes(page), "no longer drafted together" in page.content.decode()) == ([], True)
    assert boxes(client_of(UserFactory(role=Role.READER)).get(now.get_absolute_url())) == []
    assert boxes(browser.get(fresh(kind="visit").get_absolute_url())) == []


def test_letters_of_ours_tell_whether_they_have_gone(browser):
    occasion = fresh()
    drafted = partner()
    letter_to(drafted, occasion)
    (row,) = browser.get(occasion.get_absolute_url()).context["partners"]
    assert (row.letter, row.has_gone) == (Letter.objects.get(), False)
