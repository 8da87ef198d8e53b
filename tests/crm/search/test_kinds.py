"""What each kind is found by, and what is said of it."""

from datetime import date

import pytest

from crm.search.kind import kind_of
from crm.search.kinds import joined_with, names_of_record
from tests.factories import (
    CityFactory,
    GiftFactory,
    ItemKindFactory,
    OccasionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnershipFactory,
    PersonFactory,
    PostFactory,
)

TODAY = date(2026, 11, 26)


def line(record) -> str:
    return kind_of(type(record)).describe_all([record], TODAY)[0].line


def title(record) -> str:
    kind = kind_of(type(record))
    return kind.title(kind.records([record.pk], *kind.read).get())


@pytest.fixture
def city(db):
    return CityFactory(names={"en": "Leon", "zh-hans": "莱昂市"}, region="Castilla")


def test_a_city_says_region_and_partnership(city):
    assert line(city) == "Leon · Spain · Castilla · City"
    office = OfficeFactory()
    assert line(office.city) == "Hengyang · China · our city"
    PartnershipFactory(city=office.city, partner=city)
    assert line(city).startswith("Leon · Spain · Castilla · ")
    assert title(city) == "Leon 莱昂市"


def test_a_person_says_the_post_held_today_or_that_there_is_none(city):
    person = PersonFactory(names={"latin": ("Ana", "Ruiz")}, city=city)
    assert line(person) == "Ana Ruiz · Spain · Leon · no post on record today"
    PostFactory(
        person=person, organization=OrganizationFactory(city=city, names={"en": "Council"}), titles={"en": "Mayor"}
    )
    assert line(type(person).objects.get()) == "Ana Ruiz · Spain · Mayor, Council"
    assert title(person) == "Ana Ruiz"


def test_an_organization_says_its_kind_and_city(city):
    assert line(OrganizationFactory(city=city, names={"en": "Council"})) == "Council · Spain · City government · Leon"


def test_a_gift_says_who_and_where_it_is(city):
    gift = GiftFactory(partner=city, item=ItemKindFactory(code="mask"))
    assert "Leon" in line(gift)
    assert title(gift) == "2020-02-05 mask – Leon 莱昂市"


def test_an_occasion_says_what_it_was_and_when(city):
    assert line(OccasionFactory(names={"en": "Floods"}, start="2021", kind="flood")) == "Floods · Flood · 2021"


def test_nothing_is_said_of_nobody():
    assert (joined_with(None, "", "a", 0), names_of_record(None)) == ("a", [])
