"""The line by which a choice differs from its namesakes."""

import pytest

from crm.choosing.labels import (
    in_name_order,
    joined_with,
    label_of_courtesy,
    label_of_gift,
    label_of_occasion,
    label_of_person,
    label_with_place,
    mark_archived,
    names_of_country,
)
from crm.models import Country
from crm.picking import Option
from tests.factories import (
    CityFactory,
    CourtesyFactory,
    GiftFactory,
    OccasionFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)


@pytest.fixture
def city(db):
    return CityFactory(names={"en": "Leon"}, region="Castilla")


def test_namesakes_differ(city):
    assert label_with_place(city) == "Leon · Castilla · Spain"
    assert label_with_place(OrganizationFactory(city=city, names={"en": "Council"})) == "Council · Leon · Spain"
    assert label_of_person(PersonFactory(names={"latin": ("Ana", "Ruiz")}, city=city)) == "Ana Ruiz · Spain · Leon"


def test_what_passed_says_when_what_and_with_whom(city):
    assert label_of_gift(GiftFactory(partner=city)).endswith("· Leon")
    entry = CourtesyFactory(partner=city, day="2020-05", summary="Visit of doctors")
    assert label_of_courtesy(entry) == "2020-05 · Leon · Visit of doctors"


@pytest.mark.parametrize(("name", "line"), [("Floods", "Floods · 2021"), ("Floods of 2021", "Floods of 2021")])
def test_an_occasion_says_its_year_once(db, name, line):
    assert label_of_occasion(OccasionFactory(names={"en": name}, start="2021-07")) == line


def test_what_nobody_would_choose_any_more_says_so(city):
    city.archived = True
    assert mark_archived(city, "Leon") == "Leon (archived)"
    assert mark_archived(UserFactory(is_active=False), "x") == "x (may not sign in any more)"
    assert mark_archived(UserFactory(), "x") == "x"


def test_lines_stand_by_latin_letters_and_pinyin():
    lines = [option.line for option in in_name_order([Option("1", "Zag"), Option("2", "北京"), Option("3", "Ávila")])]
    assert lines == ["Ávila", "北京", "Zag"]


def test_a_country_is_found_by_its_names_and_code(db):
    assert {"西班牙", "Spain", "ES"} <= set(names_of_country(Country.objects.get(pk="ES")))
    assert joined_with("a", None, "", "b") == "a · b"
