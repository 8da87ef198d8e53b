"""The list of bodies, a body's page and its form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from crm.models import Body, BodyKind
from tests.factories import BodyFactory, ChannelFactory, CityFactory, PersonFactory, PostalAddressFactory, PostFactory

LIST = reverse("body-list")


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def found(browser, **asked):
    """The names that the list answers with."""
    return [row.record.display_name for row in browser.get(LIST, asked).context["table"].rows]


def queries(browser, url):
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as asked:
        browser.get(url)
    return len(asked)


def typed(name="City Hall", **more):
    """A body's form with one name."""
    parts = {f"{part}-TOTAL_FORMS": 0 for part in ("names", "channels", "addresses", "forms_of_address")}
    lines = {key.replace("TOTAL", "INITIAL"): 0 for key in parts}
    name = {"names-TOTAL_FORMS": 1, "names-0-language": "en", "names-0-text": name}
    return {**parts, **lines, **name, "country": "ES", "kind": BodyKind.COMPANY, **more}


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    BodyFactory()
    browser.get(LIST)
    one = queries(browser, LIST)
    BodyFactory()
    BodyFactory()
    assert queries(browser, LIST) == one


def test_list_answers_by_country_city_kind_and_name(browser):
    ritto = CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"})
    BodyFactory(city=ritto, names={"en": "Ritto City Hall", "zh-hans": "栗东市政府"})
    BodyFactory(kind=BodyKind.HOSPITAL, names={"en": "Hospital"})
    assert found(browser, country="JP") == found(browser, city="ritto-jp") == ["Ritto City Hall"]
    assert found(browser, kind="hospital") == ["Hospital"]
    assert found(browser, name="lidong") == ["Ritto City Hall"]
    assert found(browser, country="ES", name="hall") == []


def test_page_shows_who_is_in_office_by_precedence_and_how_to_reach_it(browser):
    body = BodyFactory(names={"en": "City Hall"})
    second = PostFactory(body=body, kind="deputy_mayor", precedence=2)
    first = PostFactory(body=body, precedence=1)
    former = PostFactory(body=body, end="2019")
    ChannelFactory(body=body, value="hall@example.org")
    PostalAddressFactory(body=body)
    answer = browser.get(body.get_absolute_url())
    assert answer.context["holders"] == [first, second]
    assert answer.context["former"] == [former]
    for words in (str(former.person), "hall@example.org", "Plaza Mayor 1", "Write a letter"):
        assert words in answer.content.decode()


def test_page_asks_as_many_queries_for_three_in_office_as_for_one(browser):
    body = BodyFactory()
    PostFactory(body=body)
    browser.get(body.get_absolute_url())
    one = queries(browser, body.get_absolute_url())
    PostFactory(body=body, person=PersonFactory())
    PostFactory(body=body, person=PersonFactory())
    assert queries(browser, body.get_absolute_url()) == one


def test_new_body_gets_its_address_from_its_name(browser):
    answer = browser.post(reverse("body-add"), typed(name="Acme Masks"))
    assert answer.url == "/bodies/acme-masks-es/"
    assert str(Body.objects.get()) == "Acme Masks"


def test_name_is_changed_and_found_anew(browser):
    body = BodyFactory(kind=BodyKind.COMPANY, names={"en": "Old"})
    line = {"names-INITIAL_FORMS": 1, "names-0-id": body.names.get().pk, "names-0-in_letter": "the New Company"}
    page = browser.post(reverse("body-edit", args=[body.slug]), typed(name="New", **line), follow=True)
    body.refresh_from_db()
    assert (body.search_text, body.names.get().in_letter) == ("new", "the New Company")
    assert "<del>Old</del>" in page.content.decode()


def test_government_needs_a_city_that_has_none_yet(browser):
    government = BodyFactory(city=CityFactory(names={"en": "Alba"}))
    without = browser.post(reverse("body-add"), typed(kind=BodyKind.CITY_GOVERNMENT)).content.decode()
    second = browser.post(reverse("body-add"), typed(kind=BodyKind.CITY_GOVERNMENT, city=government.city_id))
    assert "Say which city it governs." in without
    assert "The government of Alba is on record already." in second.content.decode()


def test_reader_sees_but_changes_nothing(client_of, reader):
    body, browser = BodyFactory(), client_of(reader)
    assert "Write a letter" not in browser.get(body.get_absolute_url()).content.decode()
    assert browser.get(reverse("body-edit", args=[body.slug])).status_code == 403
