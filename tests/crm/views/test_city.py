"""The list of cities with its picture."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from crm.models import City
from tests.factories import CityFactory, CourtesyFactory, OfficeFactory, OrganizationFactory, PartnershipFactory
from tests.pages import Filled
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


def step(browser, page, **typed):
    """Send the form that a page shows, with what is typed."""
    return browser.post(reverse("city-add"), Filled(page.content.decode()).data | typed)


def test_a_city_is_entered_from_its_name_alone_without_scripts(browser):
    page = step(browser, browser.get(reverse("city-add")), look_up="栗東", note="half", website="nonsense")
    shown = page.content.decode()
    assert "Rittō 栗東市 · Shiga · Japan · 70,312 inhabitants" in shown
    page = step(browser, page, place="6822115", step="take")
    sent = Filled(page.content.decode()).data
    assert {name: sent[name] for name in ("country", "latitude", "time_zone", "note", "website")} == {
        "country": ["JP"],
        "latitude": ["35.02745"],
        "time_zone": ["Asia/Tokyo"],
        "note": ["half"],
        "website": ["nonsense"],
    }
    page = step(browser, page, right_name=["ja 栗東市", "zh-hans 栗东市", "en Ritto"], right_kind="city", website="")
    city = City.objects.get()
    assert page.url == city.get_absolute_url() == "/cities/ritto-jp/"
    names = {name.language: (name.text, name.region) for name in city.names.all()}
    assert names == {"ja": ("栗東市", "滋賀県"), "zh-hans": ("栗东市", "滋贺县"), "en": ("Ritto", "Shiga")}
    assert (city.country_id, city.latitude, city.longitude) == ("JP", 35.02745, 135.99971)
    assert (city.time_zone, city.place_kind) == ("Asia/Tokyo", "city")


def test_a_step_checks_nothing_and_saves_nothing(browser):
    page = step(browser, browser.get(reverse("city-add")), look_up="Nowhere at all", latitude="north")
    assert (page.context["form"].errors, [row.errors for row in page.context["inlines"][0]]) == ({}, [{}])
    shown = page.content.decode()
    assert "The table of places has none of that name." in shown
    assert ('value="north"' in shown, "Not saved yet" in shown, City.objects.count()) == (True, False, 0)


def test_a_place_that_the_table_lacks_is_typed(browser):
    page = step(browser, browser.get(reverse("city-add")), look_up="南岳衡山下某村")
    typed = {"country": "CN", "names-0-language": "zh-hans", "names-0-text": "某村"}
    assert step(browser, page, **typed).status_code == 302
    assert City.objects.get().name_in("zh-hans") == "某村"


def test_a_place_taken_fills_the_form_of_a_city_on_record(browser):
    city = CityFactory(country_id="JP", names={"en": "Ritto"})
    edit = reverse("city-edit", args=[city.slug])
    data = Filled(browser.get(edit).content.decode()).data
    data = Filled(browser.post(edit, data | {"place": "6822115", "step": "take"}).content.decode()).data
    assert browser.post(edit, data | {"right_name": ["ja 栗東市"]}).url == city.get_absolute_url()
    city.refresh_from_db()
    assert (city.latitude, city.time_zone) == (35.02745, "Asia/Tokyo")
    assert sorted(city.names.values_list("language", "text", "region")) == [
        ("en", "Ritto", ""),
        ("ja", "栗東市", "滋賀県"),
    ]


def test_places_are_listed_while_one_types(browser):
    page = browser.get(reverse("place-list"), {"look_up": "Хен'ян"}).content.decode()
    assert re.findall(r'name="place"[^>]+value="(\d+)"', page) == ["1808370"]
    assert browser.get(reverse("place-list")).content.decode().strip() == ""


def test_a_place_filed_apart_is_offered_no_partnership(browser):
    OfficeFactory()
    taipei = CityFactory(country_id="TW", names={"zh-hans": "台北市"})
    offered = [
        reverse("partnership-edit", args=[city.slug]) in browser.get(city.get_absolute_url()).content.decode()
        for city in (taipei, CityFactory(country_id="JP"))
    ]
    assert offered == [False, True]
    form = reverse("partnership-edit", args=[taipei.slug])
    for answer in (browser.get(form, follow=True), browser.post(form, {}, follow=True)):
        assert answer.redirect_chain == [(taipei.get_absolute_url(), 302)]
        assert "is filed apart and has no partnerships." in answer.content.decode()


@pytest.mark.parametrize("name", ["𬭚于市", "㛃山县"])
def test_a_name_with_a_rare_character_is_typed_kept_and_found(browser, name):
    browser.post(reverse("city-add"), typed(**{"names-0-language": "zh-hans", "names-0-text": name, "country": "CN"}))
    city = City.objects.get(names__text=name)
    assert list(City.objects.search(name[0])) == [city]
    assert name in browser.get(LIST, {"name": name[0]}).content.decode()


@pytest.fixture
def many_partners(db, monkeypatch):
    """Three partners in Spain and one in Japan, where two are many."""
    monkeypatch.setattr("crm.views.city.MOST_MARKS", 2)
    OfficeFactory(city=CityFactory(country_id="CN", latitude=27, longitude=112))
    for code in ("ES", "ES", "ES", "JP"):
        CityFactory(country_id=code, latitude=40, longitude=-3 if code == "ES" else 136)


@pytest.mark.usefixtures("many_partners")
def test_of_many_partners_countries_are_drawn_and_each_asks_for_its_own(browser):
    page = browser.get(LIST, {"place_kind": "city", "page": 1})
    assert [(disc.country.pk, disc.number) for disc in page.context["picture"].discs] == [("ES", 3), ("JP", 1)]
    assert 'href="?place_kind=city&amp;country=ES"' in page.content.decode()
    assert 'aria-label="Spain: 3"' in page.content.decode()
    assert re.findall(r"4 records", page.content.decode()) == ["4 records"]


@pytest.mark.usefixtures("many_partners")
def test_of_one_country_the_cities_of_the_page_are_drawn(browser):
    page = browser.get(LIST, {"country": "ES", "per_page": 2})
    assert len(page.context["picture"].marks) == 2
    assert "3 records; these are 2" in page.content.decode()


def rows_of(client, **asked) -> list[dict]:
    """The rows of the list's Excel file."""
    head, *rows = load_workbook(BytesIO(client.get(LIST, {"_export": "xlsx", **asked}).content)).active.values
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_the_list_says_how_we_stand_since_when_and_what_last_passed_and_our_own_city_is_not_in_it(client_of, head):
    ours = OfficeFactory(city=CityFactory(country_id="CN", latitude=26.9, longitude=112.6)).city
    liaison = head
    ritto = CityFactory(country_id="JP", names={"en": "Ritto"}, latitude=35, longitude=136, liaison=liaison)
    CityFactory(country_id="ES", names={"en": "Nowhere"})
    PartnershipFactory(city=ours, partner=ritto, steps=[("signed", "1992-08")])
    CourtesyFactory(partner=ritto, day="2020-02")
    CourtesyFactory(partner=OrganizationFactory(city=ritto), day="2021-03-04", kind="letter")
    CourtesyFactory(partner=ritto, day="2019", direction="given", kind="letter")
    first, second = rows_of(client_of(head), internal="on")
    shown = ("City", "Country or region", "Partnership", "Agreed", "Last contact", "To do", "Our liaison", "From us")
    assert {name: first[name] for name in shown} == {
        "City": "Ritto",
        "Country or region": "Japan",
        "Partnership": "Sister city",
        "Agreed": "1992-08",
        "Last contact": "2021-03-04",
        "To do": 2,
        "Our liaison": str(liaison),
        "From us": "2,399 km · 62°",
    }
    assert [second[name] for name in ("City", "Partnership", "Agreed", "Last contact", "To do", "From us")] == [
        "Nowhere",
        "—",
        "—",
        "—",
        0,
        "—",
    ]
    assert "To do" not in rows_of(client_of(head))[0]


def test_what_is_open_with_a_city_leads_to_its_courtesies(browser):
    OfficeFactory()
    city = CityFactory(country_id="JP", names={"en": "Ritto"})
    CourtesyFactory(partner=city)
    page = browser.get(LIST).content.decode()
    assert f'href="/ledger/?whose=city-{city.pk}#courtesies" aria-label="Ritto: 1 open">1</a>' in page


@pytest.mark.parametrize(
    ("language", "names"), [("en", ["Belarus", "Japan", "Spain"]), ("zh-hans", ["白俄罗斯", "日本", "西班牙"])]
)
def test_cities_come_by_their_countrys_name_in_the_readers_language(browser, language, names):
    for code in ("ES", "JP", "BY"):
        CityFactory(country_id=code)
    browser.cookies["django_language"] = language
    table = browser.get(LIST).context["table"]
    with override(language):
        assert [str(row.record.country) for row in table.rows] == names
    backwards = browser.get(LIST, {"sort": "-country"}).context["table"]
    with override(language):
        assert [str(row.record.country) for row in backwards.rows] == names[::-1]
