"""The page of what is found, and the list below the search box."""

import pytest

from crm.models import City
from tests.factories import (
    CityFactory,
    IdentityFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    ReceivedLetterFactory,
)

AS_HTMX = {"HX-Request": "true"}


@pytest.fixture
def guadalajaras(db):
    OfficeFactory()
    names = {"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}
    return [CityFactory(names=names), CityFactory(names=names, country_id="MX")]


def found(page) -> dict[str, list]:
    return {group.label: group.lines for group in page.context["groups"]}


def test_the_page_tells_namesakes_apart(browser, guadalajaras):
    page = browser.get("/search/?q=gdlhl")
    assert page.templates[0].name == "correspondence/search.html"
    lines = found(page)["Cities"]
    assert [(line.name, line.what.split(" · ")[0], line.url) for line in lines] == [
        ("Guadalajara", "Mexico", guadalajaras[1].get_absolute_url()),
        ("Guadalajara", "Spain", guadalajaras[0].get_absolute_url()),
    ]
    assert "<h1>Search: gdlhl</h1>" in page.text


def test_a_letter_is_found_by_a_part_of_its_number(browser, db):
    IdentityFactory(office=OfficeFactory())
    letter = ReceivedLetterFactory(organization=OrganizationFactory(), their_number="衡政函〔2020〕12号", title="Masks")
    for question in ("衡政函12", "〔2020〕12", "12号"):
        assert [line.url for line in found(browser.get("/search/", {"q": question}))["Letters"]] == [
            letter.get_absolute_url()
        ], question


def test_htmx_gets_the_list_alone_with_four_of_a_kind_and_a_way_to_all(browser, db):
    OfficeFactory()
    for number in range(9):
        CityFactory(names={"en": f"Moreno {number}"})
    list_ = browser.get("/search/?q=moreno", headers=AS_HTMX)
    assert list_.templates[0].name == "correspondence/_found.html"
    assert [line.name for line in found(list_)["Cities"]] == [f"Moreno {number}" for number in (8, 7, 6, 5)]
    assert list_.text.count('role="option"') == 5
    assert "/search/?q=moreno" in list_.text


def test_nothing_is_cut_without_a_word(browser, db):
    OfficeFactory()
    for number in range(9):
        CityFactory(names={"en": f"Moreno {number}"})
    page = browser.get("/search/?q=moreno")
    assert "These are the first 8; there are more." in page.text
    assert 'href="?q=moreno&amp;kind=city"' in page.text
    of_kind = browser.get("/search/?q=moreno&kind=city")
    assert (len(found(of_kind)["Cities"]), "there are more" in of_kind.text) == (9, False)


def test_one_kind_is_a_hundred_at_most_and_says_so(browser, db, monkeypatch):
    monkeypatch.setattr("correspondence.views.search.OF_ONE_KIND", 2)
    OfficeFactory()
    for number in range(3):
        CityFactory(names={"en": f"Moreno {number}"})
    page = browser.get("/search/?q=moreno&kind=city")
    assert len(found(page)["Cities"]) == 2
    assert "there are more" in page.text
    assert "Type more of the name." in page.text


def test_what_is_spelt_alike_is_said_to_be(browser, guadalajaras):
    page = browser.get("/search/?q=guadalaxara")
    assert "this is spelt alike" in page.text
    assert len(found(page)["Cities"]) == 2


def test_nothing_found_is_said(browser, guadalajaras):
    for headers in ({}, AS_HTMX):
        page = browser.get("/search/?q=nobody", headers=headers)
        assert page.context["groups"] == []
        assert "Nothing is found." in page.text


def test_an_unknown_kind_asks_for_all(browser, guadalajaras):
    assert len(found(browser.get("/search/?q=guada&kind=moon"))["Cities"]) == 2


def test_those_opened_last_come_in_their_order_and_nothing_else_of_them_is_kept(browser, guadalajaras):
    person = PersonFactory(names={"own": ("Javier", "Muñoz")})
    spain, mexico = guadalajaras
    marks = [f"city-{mexico.pk}", f"person-{person.pk}", f"city-{spain.pk}", "city-999999", "moon-1", "city-x", "1"]
    (group,) = browser.get("/search/", {"opened": marks}, headers=AS_HTMX).context["groups"]
    assert group.label == "Opened last"
    assert [line.url for line in group.lines] == [record.get_absolute_url() for record in (mexico, person, spain)]
    assert browser.get("/search/").context["groups"] == []


def test_the_page_of_a_record_says_which_it_is_and_its_form_does_not(browser, guadalajaras):
    city = City.objects.get(pk=guadalajaras[0].pk)
    assert f'data-opened="city-{city.pk}"' in browser.get(city.get_absolute_url()).text
    assert 'data-opened=""' in browser.get(f"{city.get_absolute_url()}edit/").text
    assert 'data-opened=""' in browser.get("/cities/").text


def test_an_archived_record_is_said_to_be(browser, db):
    OfficeFactory()
    CityFactory(names={"en": "Moreno"}, archived=True)
    (line,) = found(browser.get("/search/?q=moreno"))["Cities"]
    assert line.what.endswith(" · archived")
