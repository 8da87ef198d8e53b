"""A gift's disposals."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import RestrictedError

from crm.actions.gifts import enter_gift
from crm.models import Disposal, Gift
from tests.factories import DisposalFactory, GiftFactory, ItemKindFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"beneficiary": "hospitals"}, "Hospitals"),
        ({"beneficiary": "hospitals", "recipient": "Nanhua"}, "Hospitals, Nanhua"),
        ({"beneficiary": "", "recipient": "Nanhua", "quantity": 200, "unit": "box"}, "Nanhua (200 boxes)"),
        ({"beneficiary": "", "note": "in store"}, "for whom is not on record"),
    ],
)
def test_it_says_for_whom_and_how_much(facts, words):
    assert str(Disposal(**facts)) == words


def test_it_says_of_which_line_and_for_which_organization():
    gift = GiftFactory(item=ItemKindFactory(words={"en": "masks"}))
    hospital = OrganizationFactory(kind="hospital", names={"en": "Nanhua Hospital"})
    disposal = DisposalFactory(gift=gift, beneficiary="", organization=hospital, line=gift.lines.get(), quantity=200)
    disposal.clean()
    assert str(disposal) == "Nanhua Hospital (masks: 200 pieces)"
    disposal.quantity = None
    assert str(disposal) == "Nanhua Hospital (masks)"


def test_its_line_is_one_of_its_gift():
    with pytest.raises(ValidationError, match="This line is of another gift"):
        DisposalFactory(line=GiftFactory().lines.get()).clean()


def test_a_line_whose_use_is_on_record_stays_and_goes_with_its_gift():
    gift = GiftFactory(state="planned")
    DisposalFactory(gift=gift, line=gift.lines.get())
    with pytest.raises(RestrictedError):
        gift.lines.get().delete()
    gift.delete()
    assert (Gift.objects.count(), Disposal.objects.count()) == (0, 0)


def test_a_quantity_is_more_than_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        DisposalFactory(quantity=0)


def test_disposals_of_a_gift_that_has_left_are_told_and_changed():
    gift = GiftFactory()
    enter_gift(by=None, gift=gift)
    first, second = DisposalFactory(gift=gift), DisposalFactory(gift=gift, beneficiary="schools")
    first.note = "with thanks"
    first.save()
    second.delete()
    assert [(row.beneficiary, row.note) for row in gift.disposals.all()] == [("hospitals", "with thanks")]


@pytest.mark.parametrize(
    "said",
    [
        {"beneficiary": "schools"},
        {"recipient": "x"},
        {"organization_id": 1},
        {"line_id": 1},
        {"quantity": 1},
        {"note": "x"},
    ],
)
def test_it_is_empty_until_something_is_said(said):
    assert (Disposal().is_empty, Disposal(**said).is_empty) == (True, False)
