"""Letters that would have nothing to tell are refused, with what is missing and a plain letter instead."""

import pytest

from correspondence.errors import NothingToSay
from correspondence.texts.proposing import propose_brief
from correspondence.texts.something import propose_kind
from crm.models import Gift, LedgerEntry
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def world():
    return World("en", "GB")


@pytest.fixture
def place(world):
    place = world.city("Ely", "伊利市")
    world.holder(place, "mayor", "Mayor of Ely", family="Fenn", given="Ruth", chinese=("芬恩", "露丝"))
    return place


@pytest.mark.parametrize(
    ("kind", "said", "where"),
    [
        ("thanks", "to thank for", "/gifts/add/"),
        ("reciprocal_support", "that we give them", "/gifts/add/"),
        ("condolence", "No occasion is on record", "/occasions/add/"),
    ],
)
def test_what_is_missing_and_where_and_a_plain_letter(place, kind, said, where):
    with pytest.raises(NothingToSay, match=said) as refusal:
        propose_brief(kind=kind, on=ON, city=place)
    assert where in str(refusal.value)
    assert f"/letters/write/?city={place.slug}&kind=letter" in str(refusal.value)


def test_a_plain_letter_needs_no_reason(place):
    assert propose_brief(kind="letter", on=ON, city=place).to_city


def test_what_is_on_record_is_reason_enough(world, place):
    gift = world.gift(place, mask=20)
    assert propose_brief(kind="thanks", on=ON, city=place).received == (gift,)
    flood = world.occasion("flood", {"en": "Floods"}, cities=[place])
    assert propose_brief(kind="condolence", on=ON, city=place).occasion == flood


def test_the_kind_proposed_follows_the_record(world, place):
    assert propose_kind(on=ON, city=place) == "letter"
    world.gift(place, mask=20)
    assert (LedgerEntry.objects.unthanked(ON).of(city=place).count(), propose_kind(on=ON, city=place)) == (1, "thanks")
    Gift.objects.create(direction="given", state="planned", day="2020-05").partners.create(city=place)
    assert propose_kind(on=ON, city=place) == "reciprocal_support"
