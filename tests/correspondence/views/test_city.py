"""The page of a city."""

import re

import pytest
from django.urls import reverse

from correspondence.models import Letter
from crm.models import City, Office, PartnershipStep
from tests.factories import (
    CityFactory,
    CourtesyFactory,
    OccasionFactory,
    OrganizationFactory,
    PostFactory,
    ReceivedLetterFactory,
)
from tests.queries import queries

CITY = reverse("city", args=["guadalajara-es"])


def page_of(city, browser, **asked) -> str:
    """The page of a city in one line."""
    return " ".join(browser.get(city.get_absolute_url(), asked).content.decode().split())


def test_the_name_in_its_own_script_stands_beside_ours_and_each_name_stands_once(demo, client_of, clerk):
    context = client_of(clerk, "zh-hans").get(reverse("city", args=["ritto-jp"])).context
    assert (str(context["city"]), context["own_name"].text) == ("栗东市", "栗東市")
    assert [name.text for name in context["other_names"]] == ["Ritto"]
    context = client_of(clerk).get(CITY).context
    assert (context["own_name"], [name.text for name in context["other_names"]]) == (None, ["瓜达拉哈拉市"])


def test_a_name_may_be_in_a_language_that_we_write_no_letters_in(demo, client_of, clerk):
    assert client_of(clerk).get(reverse("city", args=["podolsk-ru"])).context["own_name"].text == "Подольск"


def test_time_there_and_the_ladder_stand_on_the_page(demo, client_of, clerk):
    page = client_of(clerk).get(CITY)
    assert page.context["time_there"].at.tzinfo.key == "Europe/Madrid"
    assert [rung.label for rung in page.context["ladder"]][:2] == ["First contact", "Letter of intent"]
    assert re.findall('<li class="reached" aria-current="step" ?>', " ".join(page.content.decode().split())) != []


def test_our_own_city_has_no_ladder_and_is_at_no_distance(demo, client_of, clerk):
    page = client_of(clerk).get(Office.get().city.get_absolute_url())
    assert page.context["distance"] is None
    assert 'id="partnership"' not in page.content.decode()


def test_a_city_without_a_partnership_is_offered_one_to_writers_only(browser, client_of, reader):
    city = CityFactory()
    assert "Record a partnership" in page_of(city, browser)
    assert 'id="partnership"' not in page_of(city, client_of(reader))


def test_changes_are_read_when_they_are_asked_for(browser):
    city = CityFactory()
    assert '<a href="?show=all&amp;changes=on#changes">' in page_of(city, browser, show="all")
    assert re.findall(r'<details id="changes" class="changes" open ?>', page_of(city, browser, changes="on")) != []


def test_a_year_of_the_picture_leads_to_its_help_alone(browser):
    city = CityFactory()
    for year in range(2001, 2011):
        CourtesyFactory(partner=city, day=str(year))
    page = page_of(city, browser)
    assert 'href="?show=gifts&amp;year=2001#feed"' in page
    context = browser.get(city.get_absolute_url(), {"show": "gifts", "year": "2001"}).context
    assert [item.day for item in context["items"]] == ["2001"]


@pytest.mark.parametrize("asked", [{"show": "nonsense"}, {"year": "20x"}, {"feed": "x"}, {"holders": "9", "open": "9"}])
def test_a_wrong_question_is_answered_as_none(browser, asked):
    city = CityFactory()
    CourtesyFactory(partner=city)
    assert len(browser.get(city.get_absolute_url(), asked).context["items"]) == 1


def test_three_of_each_cost_as_many_queries_as_one(browser):
    city = CityFactory()
    hall = OrganizationFactory(city=city)

    def add(day):
        post = PostFactory(organization=hall, start=f"2020-01-0{day}", titles={"en": "Mayor"})
        to_post = {"person": post.person, "post": post, "organization": None, "occasion": OccasionFactory()}
        ReceivedLetterFactory(**to_post, day=f"2020-01-0{day}")
        CourtesyFactory(partner=hall, day=f"2020-01-0{day}")
        CourtesyFactory(partner=city, day=f"2020-01-0{day}", direction="given")
        Letter.objects.update(city=city)

    add(1)
    browser.get(city.get_absolute_url())
    one = queries(browser, city.get_absolute_url())
    add(2)
    add(3)
    assert queries(browser, city.get_absolute_url()) == one


def test_steps_of_the_ladder_tell_their_papers_words(demo, client_of, clerk):
    step = PartnershipStep.objects.filter(partnership__partner__slug="legazpi-ph", kind="signed").get()
    page = page_of(City.objects.get(slug="legazpi-ph"), client_of(clerk))
    assert step.signatories in page
    assert "by exchange of letters" in page
