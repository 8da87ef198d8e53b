"""What each kind offers, and what narrows it."""

from datetime import date

import pytest

from crm.choosing.kinds import KINDS, LISTS, find_courtesies, offered, offered_at, whose
from crm.models import Country, ItemKind, LedgerEntry
from tests.factories import (
    CityFactory,
    CourtesyFactory,
    GiftFactory,
    ItemKindFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def keys(code: str, **asked) -> set:
    return set(offered(code, TODAY, **asked).records.values_list("pk", flat=True))


def test_archived_and_merged_ones_are_not_offered():
    used = CityFactory()
    CityFactory(archived=True)
    CityFactory(merged_into=used)
    assert keys("city") == {used.pk}
    assert keys("city", without=[used.pk]) == set()


def test_our_own_city_is_left_out_where_others_are_asked_for():
    ours, other = OfficeFactory().city, CityFactory()
    assert (keys("city"), keys("city", abroad=["1"])) == ({ours.pk, other.pk}, {other.pk})
    council = OrganizationFactory(city=ours)
    OrganizationFactory(city=other)
    assert keys("organization", ours=["1"]) == {council.pk}
    post = PostFactory(organization=council)
    PostFactory()
    assert (keys("post"), keys("post", person=[post.person_id])) == ({post.pk}, {post.pk})


def test_accounts_are_those_that_can_sign_in_and_items_those_in_use():
    clerk, reader = UserFactory(), UserFactory(role="reader")
    UserFactory(is_active=False)
    assert (keys("account"), keys("account", writers=["1"])) == ({clerk.pk, reader.pk}, {clerk.pk})
    archived = ItemKindFactory(archived=True)
    assert archived.pk not in keys("item")
    assert keys("item", all=["1"]) == set(ItemKind.objects.values_list("pk", flat=True))
    assert keys("item", goods=["1"]) == set(ItemKind.objects.goods().values_list("pk", flat=True))


def test_gifts_are_those_of_the_partner_direction_and_state_asked_for():
    city = CityFactory()
    ours, theirs = GiftFactory(partner=city, direction="given", state="planned"), GiftFactory(partner=city)
    other = GiftFactory(state="corrected")
    assert keys("gift") == {ours.pk, theirs.pk}
    assert keys("gift", city=[city.pk], direction=["given"]) == {ours.pk}
    assert keys("gift", state=["received"], without=[theirs.pk]) == set()
    assert keys("gift", among=[ours.pk, other.pk]) == {ours.pk}
    assert keys("gift", city=["0"]) == set()


def test_courtesies_are_found_by_partner_and_by_what_they_are():
    city = CityFactory(names={"en": "Leon"})
    entry, other = CourtesyFactory(partner=city, summary="Visit of doctors"), CourtesyFactory(summary="Else")
    assert keys("courtesy") == {entry.pk, other.pk}
    assert keys("help", city=[city.pk]) == {entry.pk}
    found = [find_courtesies(LedgerEntry.objects.all(), text, 5) for text in ("leon", "doctors", "nothing")]
    assert found == [[entry.pk], [entry.pk], []]


def test_who_is_named_by_an_address_is_read_or_nobody():
    person = PersonFactory()
    assert whose({"person": [str(person.pk)]}) == {"person": person}
    assert (whose({}), whose({"city": ["x"]})) == ({}, {"city": None})


def test_every_kind_and_list_has_an_address_and_nothing_else_has():
    assert {code for code in (*KINDS, *LISTS) if offered_at(code, {}, TODAY) is None} == set()
    assert offered_at("nonsense", {}, TODAY) is None
    assert keys("country") == set(Country.objects.values_list("pk", flat=True))
