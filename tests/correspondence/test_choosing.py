"""What questions of letters offer, and how it is found."""

from datetime import date

import pytest

from correspondence.choosing import offered, offered_at, offered_recipients
from tests.factories import GiftFactory, IdentityFactory, LetterFactory, OrganizationFactory, ReceivedLetterFactory

TODAY = date(2026, 11, 26)


@pytest.fixture
def council(db):
    IdentityFactory()
    return OrganizationFactory(names={"en": "Council"})


def values(offer) -> list[int]:
    return sorted(offer.records.values_list("pk", flat=True))


def test_letters_are_those_of_theirs_of_the_partner_asked_for(council):
    theirs, ours = ReceivedLetterFactory(organization=council), LetterFactory(organization=council)
    other = ReceivedLetterFactory(organization=OrganizationFactory())
    assert values(offered("letter")) == sorted([theirs.pk, other.pk])
    assert values(offered("letter", organization=[council.pk])) == [theirs.pk]
    assert values(offered("letter", organization=[0])) == []
    assert ours.pk not in values(offered("letter", sent=["1"]))


def test_a_letter_is_found_by_its_number(council):
    letter = ReceivedLetterFactory(organization=council, their_number="REF-7/2020")
    from crm.search.writing import index

    index(letter)
    assert [option.value for option in offered("letter").find("7/2020").options] == [str(letter.pk)]
    assert offered("letter").find("8/2020").options == []


def test_gifts_to_thank_for_are_the_partners_own_or_those_of_others_of_it(council):
    own = GiftFactory(partner=council.city)
    other = GiftFactory(partner=OrganizationFactory(kind="company", city=council.city))
    city = {"city": [council.city_id]}
    assert values(offered("thanks", **city)) == [own.pk]
    assert values(offered("thanks", **city, others=["1"])) == [other.pk]
    assert values(offered("thanks")) == []


def test_whom_a_letter_may_go_to_is_asked_by_the_partner(council):
    assert offered_recipients(None, TODAY).options == []
    assert offered_recipients(council.city, TODAY).asked == {"city": [council.city_id]}
    assert offered_at("recipient", {"city": [str(council.city_id)]}, TODAY).options != []
    assert offered_at("nonsense", {}, TODAY) is None
