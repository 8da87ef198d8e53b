"""What passed between us and one partner, read in rows of a few columns."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.dealings import Dealings, dealings_with
from crm.models import City, LinkKind
from tests.factories import (
    CityFactory,
    ClosingFactory,
    CourtesyFactory,
    GiftFactory,
    OrganizationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def test_help_and_visits_of_a_city_come_newest_first_and_letters_and_what_was_taken_back_do_not():
    city = CityFactory()
    first = CourtesyFactory(partner=OrganizationFactory(city=city), day="2020-02")
    visit = CourtesyFactory(partner=city, kind="visit", day="2020-03", direction="given")
    CourtesyFactory(partner=city, kind="letter")
    CourtesyFactory(partner=city, day="2020-07")
    CourtesyFactory()
    reverse_entry(by=None, entry=CourtesyFactory(partner=city), reason="a mistake")
    dealings = dealings_with(ON, city=city)
    assert [(row.pk, row.day, row.is_help) for row in dealings.courtesies] == [
        (visit.pk, "2020-03", False),
        (first.pk, "2020-02", True),
    ]
    assert [row.pk for row in dealings.help] == [first.pk]


def test_what_we_owe_is_told_as_the_ledger_tells_it():
    city = CityFactory()
    owed, answered, closed = (CourtesyFactory(partner=city, day=f"2020-0{month}") for month in (1, 2, 3))
    ours = CourtesyFactory(partner=city, direction="given", day="2020-04")
    link_entries(by=None, source=ours, target=answered, kind=LinkKind.ANSWERS)
    ClosingFactory(entry=closed)
    dealings = dealings_with(ON, city=city)
    assert {row.pk: (row.owes_thanks, row.owes_answer) for row in dealings.courtesies} == {
        owed.pk: (True, True),
        answered.pk: (True, False),
        closed.pk: (True, False),
        ours.pk: (False, False),
    }
    assert dealings.answers == [(ours.pk, answered.pk)]
    assert {row.pk for row in dealings.owed} == {owed.pk, answered.pk, closed.pk}


def test_gifts_that_have_not_left_stand_apart():
    city = CityFactory()
    planned = GiftFactory(partner=city, direction="given", state="planned", day="2021")
    GiftFactory(partner=city, direction="given", state="sent")
    assert [(gift.pk, gift.day, gift.direction) for gift in dealings_with(ON, city=city).planned] == [
        (planned.pk, "2021", "given")
    ]


def test_what_was_merged_into_a_city_counts_for_it_and_a_person_alone_has_theirs():
    old, new, friend = CityFactory(), CityFactory(), PersonFactory()
    of_old = CourtesyFactory(partner=old)
    of_friend = record_courtesy(
        by=None, partners=[friend], direction="received", kind="service", day=parse_partial_date("2020-01")
    )
    City.objects.filter(pk=old.pk).update(merged_into=new)
    assert [row.pk for row in dealings_with(ON, city=new).courtesies] == [of_old.pk]
    assert [row.pk for row in dealings_with(ON, person=friend).courtesies] == [of_friend.pk]


def test_with_whom_nothing_passed_there_is_nothing():
    assert dealings_with(ON, city=CityFactory()) == Dealings()
