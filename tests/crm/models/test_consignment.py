"""A gift's consignments."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from crm.actions.gifts import enter_gift
from crm.models import Consignment
from tests.factories import ConsignmentFactory, GiftFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"carrier": "SF", "tracking": "SF1"}, "SF SF1"),
        ({"carrier": "", "tracking": "SF1"}, "SF1"),
        ({"carrier": "", "packages": 3}, "carrier not on record"),
    ],
)
def test_it_is_called_by_its_carrier_and_number(facts, words):
    assert str(Consignment(**facts)) == words


@pytest.mark.parametrize(
    ("departed", "arrived", "right"),
    [("2020-04-02", "2020-04", True), ("2020-04", "2020-04-01", True), ("2020-04-02", "2020-04-01", False)],
)
def test_it_arrives_no_earlier_than_it_departed(departed, arrived, right):
    consignment = Consignment(departed=departed, arrived=arrived)
    if right:
        consignment.clean()
        return
    with pytest.raises(ValidationError, match="cannot have arrived before it left"):
        consignment.clean()


def test_packages_are_counted_from_one():
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsignmentFactory(packages=0)


def test_consignments_of_a_gift_that_has_left_are_told_and_changed():
    gift = GiftFactory(direction="given", state="sent")
    enter_gift(by=None, gift=gift)
    first, second = ConsignmentFactory(gift=gift), ConsignmentFactory(gift=gift, carrier="DHL")
    first.arrived = "2020-04-12"
    first.save()
    second.delete()
    assert [(row.carrier, str(row.arrived)) for row in gift.consignments.all()] == [(first.carrier, "2020-04-12")]


@pytest.mark.parametrize("said", ["carrier", "tracking", "packages", "departed", "expected", "arrived"])
def test_it_is_empty_until_something_is_said(said):
    consignment = Consignment()
    assert consignment.is_empty
    setattr(consignment, said, "2020")
    assert not consignment.is_empty
