"""What the feed says of each row."""

from datetime import date

import pytest
from django.http import QueryDict

from correspondence.models import Letter
from correspondence.record.holders import days_of, refs_of_posts
from correspondence.record.page import PartnerRecord
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import Post
from tests.factories import (
    CityFactory,
    CourtesyFactory,
    GiftFactory,
    OccasionFactory,
    OrganizationFactory,
    PostFactory,
    ReceivedLetterFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def told(city) -> list[tuple]:
    """Label, words and notes of all that passed with a city."""
    record = PartnerRecord(
        QueryDict(),
        ON,
        to="",
        whose={"city": city},
        letters=Letter.objects.to_or_from(city=city),
        posts=refs_of_posts(days_of(Post.objects.filter(organization__city=city))),
    )
    return [(item.label, item.text, item.notes) for item in record.context()["items"]]


def test_help_tells_who_of_the_city_gave_it_and_on_which_occasion():
    city, flood = CityFactory(), OccasionFactory(names={"en": "Floods"})
    firm = OrganizationFactory(city=city, kind="company", names={"en": "A firm"})
    CourtesyFactory(partner=firm, summary="five doctors", occasion=flood)
    assert told(city) == [("They gave", "five doctors", ("A firm", "Floods"))]


def test_what_several_share_says_so_and_a_visit_is_no_gift():
    city = CityFactory()
    facts = {"by": None, "direction": "given", "day": parse_partial_date("2020")}
    record_courtesy(partners=[city, CityFactory()], kind="experience", summary="a manual", **facts)
    record_courtesy(partners=[city], kind="visit", summary="a delegation of six", **facts)
    assert told(city) == [
        ("We visited them", "a delegation of six", ()),
        ("We gave", "a manual", ("shared with other partners",)),
    ]


def test_a_gift_to_come_a_letter_and_a_post_each_say_what_they_are():
    city = CityFactory()
    GiftFactory(partner=city, direction="given", state="announced", title="Spring at Nanyue", day="2021")
    hall = OrganizationFactory(city=city, names={"en": "City Hall"})
    ReceivedLetterFactory(organization=hall, title="Thanks for the masks", their_number="7/2020", day="2020-05")
    Letter.objects.update(city=city)
    PostFactory(
        organization=hall, start="2015", end="2019", titles={"en": "Mayor"}, person__names={"latin": ("A", "R")}
    )
    assert told(city) == [
        ("We will give", "Spring at Nanyue", ("Announced",)),
        ("Their letter", "Thanks for the masks", ("7/2020", "Received")),
        ("Left office", "A R, Mayor, City Hall", ()),
        ("Took office", "A R, Mayor, City Hall", ()),
    ]
