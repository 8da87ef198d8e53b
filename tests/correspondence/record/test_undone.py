"""What is open with a partner, each with its next steps."""

from datetime import date

import pytest
from django.http import QueryDict

from correspondence.models import Letter
from correspondence.record.page import PartnerRecord
from tests.factories import (
    CityFactory,
    ClosingFactory,
    CourtesyFactory,
    GiftFactory,
    LetterFactory,
    OrganizationFactory,
    ReceivedLetterFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def opened(city, asked="") -> list:
    """What is open with a city."""
    letters = Letter.objects.to_or_from(city=city)
    facts = {"to": f"city={city.slug}", "whose": {"city": city}, "letters": letters, "posts": []}
    return PartnerRecord(QueryDict(asked), ON, **facts).context()["open_rows"]


def test_help_has_one_row_with_both_its_duties():
    city = CityFactory()
    entry = CourtesyFactory(partner=city, day="2020-02")
    [row] = opened(city)
    assert (row.item.owed, row.waiting) == (("not thanked yet", "not answered yet"), "4 months")
    assert row.steps == (
        ("Draft the thanks", f"/letters/write/?city={city.slug}&kind=thanks"),
        ("Draft a letter of support", f"/letters/write/?city={city.slug}&kind=reciprocal_support"),
        ("Nothing is due…", f"/ledger/close/?entry={entry.pk}"),
    )


def test_only_what_is_still_due_is_offered():
    city = CityFactory()
    ClosingFactory(entry=CourtesyFactory(partner=city, day="2020-02"))
    [row] = opened(city)
    assert (row.item.owed, [label for label, _url in row.steps]) == (
        ("not thanked yet",),
        ["Draft the thanks", "Nothing is due…"],
    )


def test_gifts_not_sent_and_letters_either_way_stand_among_them_oldest_first():
    city = CityFactory()
    hall = OrganizationFactory(city=city)
    theirs = ReceivedLetterFactory(organization=hall, day="2020-01")
    gift = GiftFactory(partner=city, direction="given", state="planned", day="2021")
    draft = LetterFactory(organization=hall, day="2020-03-01")
    Letter.objects.update(city=city)
    rows = opened(city)
    assert [(row.item.label, row.waiting) for row in rows] == [
        ("Their letter", "5 months"),
        ("Our letter", "3 months"),
        ("We will give", ""),
    ]
    assert [row.steps for row in rows] == [
        (("Write the answer", f"/letters/write/?organization={hall.slug}&letter={theirs.pk}&kind=thanks"),),
        (("Go on with it", f"/letters/{draft.pk}/"),),
        (("Record its departure", f"/gifts/{gift.pk}/advance/"),),
    ]


def test_five_are_shown_and_the_rest_has_pages():
    city = CityFactory()
    for month in range(1, 7):
        CourtesyFactory(partner=city, day=f"2019-0{month}")
    assert len(opened(city)) == 5
    assert [row.item.day for row in opened(city, "open=2")] == ["2019-06"]


def test_a_partner_with_whom_nothing_is_open_has_none():
    assert opened(CityFactory()) == []
