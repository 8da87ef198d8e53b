"""The list of cities with its picture."""

import re

import pytest
from django.urls import reverse

from crm.models import City
from tests.factories import CityFactory, OfficeFactory, PartnershipFactory
from tests.queries import queries

LIST = reverse("city-list")


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    ours = OfficeFactory().city
    PartnershipFactory(city=ours, partner=CityFactory(latitude=35, longitude=136))
    browser.get(LIST)
    one = queries(browser, LIST)
    PartnershipFactory(city=ours, partner=CityFactory(latitude=36, longitude=137))
    PartnershipFactory(city=ours)
    assert queries(browser, LIST) == one


def test_the_picture_answers_the_same_questions_as_the_list(browser):
    OfficeFactory()
    ritto = CityFactory(country_id="JP", latitude=35, longitude=136, names={"en": "Ritto"})
    CityFactory(country_id="ES", latitude=40, longitude=-3)
    page = browser.get(LIST, {"country": "JP"}, headers={"HX-Request": "true"})
    assert [mark.city for mark in page.context["picture"].marks] == [ritto]
    assert page.content.decode().lstrip().startswith("<section")


def test_half_a_pair_of_coordinates_is_refused_in_a_sentence(browser):
    typed = {"country": "ES", "latitude": "40.6", "names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0}
    typed |= {"names-0-language": "en", "names-0-text": "Guadalajara"}
    page = browser.post(reverse("city-add"), typed)
    assert page.context["form"].errors == {"longitude": ["Give both latitude and longitude, or neither."]}
    assert 'value="Guadalajara"' in page.content.decode()


def typed(**more):
    """What the form sends for a new place with one name."""
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "ja", "names-0-text": "高浜町"}
    return {"country": "JP", "place_kind": "", "part_of": "", **names, **more}


@pytest.mark.parametrize(("said", "kind"), [("", "town"), ("city", "city")])
def test_a_new_place_is_of_the_kind_said_or_else_of_the_kind_its_name_tells(browser, said, kind):
    form = browser.get(reverse("city-add")).context["form"]
    assert (form["place_kind"].value(), form.fields["place_kind"].choices[0]) == ("", ("", "As its name says"))
    browser.post(reverse("city-add"), typed(place_kind=said))
    assert City.objects.get(names__text="高浜町").place_kind == kind


def test_a_place_is_put_into_the_one_it_is_part_of_and_says_so(browser):
    county = CityFactory(country_id="JP", place_kind="county", names={"en": "Oi"})
    browser.post(reverse("city-add"), typed(part_of=county.pk))
    town = City.objects.get(names__text="高浜町")
    assert town.part_of == county
    page = re.sub(r">\s+<", "><", browser.get(town.get_absolute_url()).content.decode())
    for words in ("<dt>Kind of place</dt><dd>Town</dd>", f'<dt>Part of</dt><dd><a href="/cities/{county.slug}/">Oi'):
        assert words in page


def test_a_place_of_another_country_is_refused_and_what_was_typed_stays(browser):
    elsewhere = CityFactory(country_id="ES")
    page = browser.post(reverse("city-add"), typed(part_of=elsewhere.pk))
    note = "A place is part of one in the same country or region."
    assert page.context["form"].errors == {"part_of": [note]}
    assert 'value="高浜町"' in page.content.decode()


def test_the_form_offers_every_place_but_itself_and_archived_ones(browser):
    county, archived = CityFactory(), CityFactory(archived=True)
    gone, place = CityFactory(archived=True), CityFactory(part_of=archived)
    form = browser.get(reverse("city-edit", args=[place.slug])).context["form"]
    assert set(form.fields["part_of"].queryset) == {county, archived}
    assert gone not in form.fields["part_of"].queryset


def test_the_kind_is_proposed_anew_where_it_is_emptied_and_stays_where_it_is_not_sent(browser):
    place = CityFactory(country_id="JP", place_kind="county", names={"ja": "高浜町"})
    names = {"names-INITIAL_FORMS": 1, "names-0-id": place.names.get().pk}
    edit, sent = reverse("city-edit", args=[place.slug]), typed(**names)
    browser.post(edit, {name: value for name, value in sent.items() if name != "place_kind"})
    assert City.objects.get().place_kind == "county"
    browser.post(edit, sent)
    assert City.objects.get().place_kind == "town"


def test_list_answers_by_kind_of_place(browser):
    town = CityFactory(place_kind="town")
    CityFactory()
    assert [row.record for row in browser.get(LIST, {"place_kind": "town"}).context["table"].rows] == [town]


def test_page_asks_as_many_queries_for_a_part_as_for_three_levels(browser):
    OfficeFactory()
    province = CityFactory()
    county = CityFactory(part_of=province)
    browser.get(county.get_absolute_url())
    one = queries(browser, county.get_absolute_url())
    assert queries(browser, CityFactory(part_of=county).get_absolute_url()) == one
