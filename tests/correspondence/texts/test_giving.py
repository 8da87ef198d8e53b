"""Whose a gift is: the city written to, a body or citizen of it, or several together; and through whom it came."""

import pytest

from correspondence.texts.proposing import propose_brief
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def world():
    return World("en", "GB")


@pytest.fixture
def place(world):
    return world.city("Ely", "伊利市")


@pytest.fixture
def mayor(world, place):
    return world.holder(place, "mayor", "Mayor of Ely", family="Fenn", given="Ruth", chinese=("芬恩", "露丝"))


@pytest.fixture
def choir(world, place):
    return world.organization("Ely Choir", "伊利合唱团", city=place)


def thank(gifts, **whom):
    return propose_brief(kind="thanks", on=ON, received=gifts, **whom)


def itself(organization):
    return {"organization": organization, "organization_itself": True}


def test_a_citys_gift_and_its_governments_are_its_own_and_a_choirs_is_anothers(world, place, mayor, choir):
    own, governments = world.gift(place, mask=20), world.gift(mayor.organization, mask=30)
    choirs = world.gift(choir, mask=40)
    brief = thank([own, governments, choirs], post=mayor)
    assert brief.received_from_them == (own, governments)
    assert brief.received_from_others == (choirs,)
    assert thank([choirs], **itself(choir)).received_from_them == (choirs,)


def test_who_gave_together_is_named_once_beside_the_one_written_to(world, place, mayor, choir):
    gifts = [world.gift(place, choir, mask=20), world.gift(place, choir, gloves=5)]
    brief = thank(gifts, post=mayor)
    assert brief.received_from_them == tuple(gifts)
    assert brief.joint_givers == (choir,)
    assert thank(gifts, **itself(choir)).joint_givers == (place,)


def test_who_shared_one_gift_of_several_is_not_said_to_have_shared_all(world, place, mayor, choir):
    gifts = [world.gift(place, mask=20), world.gift(place, choir, gloves=5)]
    assert thank(gifts, post=mayor).joint_givers == ()
    assert thank(gifts[1:], post=mayor).joint_givers == (choir,)
    assert thank(gifts[1:], **itself(choir)).joint_givers == (place,)


def test_a_mayors_own_present_is_personal_only_while_the_city_gave_nothing_with_it(world, place, mayor):
    present = world.gift(mayor.person, mask=20)
    assert thank([present], post=mayor).gave_personally
    assert not thank([present, world.gift(place, mask=30)], post=mayor).gave_personally


def test_goodwill_is_carried_by_somebody_else_than_the_one_written_to(world, place, mayor, choir):
    gifts = [world.gift(place, mask=20, via_organization=choir), world.gift(place, gloves=5, via_organization=choir)]
    assert thank(gifts, post=mayor).carriers_of_goodwill == (choir,)
    own = world.gift(place, mask=20, via_person=mayor.person)
    assert thank([own], post=mayor).carriers_of_goodwill == ()


def test_a_gift_of_somebody_merged_into_the_one_written_to_is_theirs(world, place, mayor):
    twin = world.holder(place, "councillor", "Councillor", family="Fenn", given="R.").person
    present = world.gift(twin, mask=20)
    assert not thank([present], post=mayor).is_own(present)
    twin.merged_into = mayor.person
    twin.save()
    assert thank([present], post=mayor).is_own(present)
