"""What is learned of a gift after it has left: its first consignment and disposal."""

import pytest

from crm.actions.gift_details import keep_details
from crm.actions.gifts import correct_gift, enter_gift
from crm.models import Consignment, Disposal, Gift
from tests.factories import ConsignmentFactory, DisposalFactory, GiftFactory, PersonFactory

pytestmark = pytest.mark.django_db


def parts(gift) -> tuple[list, list]:
    """A gift's carriers with expected arrival, and its beneficiaries."""
    gift = Gift.objects.get(pk=gift.pk)
    consignments = [(row.carrier, str(row.expected or "")) for row in gift.consignments.all()]
    return consignments, [row.beneficiary for row in gift.disposals.all()]


def test_nothing_said_makes_no_row():
    gift = GiftFactory()
    keep_details(by=None, gift=gift)
    assert parts(gift) == ([], [])


def test_what_is_said_makes_one_row_each_and_is_changed_there():
    gift = GiftFactory()
    keep_details(by=None, gift=gift, beneficiary="schools", carrier="SF", expected="2020-04")
    keep_details(by=None, gift=gift, beneficiary="hospitals", carrier="DHL", expected="2020-05")
    assert parts(gift) == ([("DHL", "2020-05")], ["hospitals"])


def test_what_is_no_longer_said_goes_and_what_else_a_row_says_stays():
    bare, more = GiftFactory(), GiftFactory()
    for gift in (bare, more):
        keep_details(by=None, gift=gift, beneficiary="schools", carrier="SF")
    Consignment.objects.filter(gift=more).update(packages=12)
    Disposal.objects.filter(gift=more).update(recipient="No. 1 School")
    for gift in (bare, more):
        keep_details(by=None, gift=gift)
    assert parts(bare) == ([], [])
    assert parts(more) == ([("", "")], [""])
    assert (more.consignments.get().packages, more.disposals.get().recipient) == (12, "No. 1 School")


def test_further_consignments_and_disposals_stay_as_they_are():
    gift = GiftFactory()
    for carrier, beneficiary in (("SF", "schools"), ("DHL", "hospitals")):
        ConsignmentFactory(gift=gift, carrier=carrier)
        DisposalFactory(gift=gift, beneficiary=beneficiary)
    keep_details(by=None, gift=gift, carrier="EMS", beneficiary="communities")
    assert parts(gift) == ([("EMS", ""), ("DHL", "")], ["communities", "hospitals"])


def test_a_correction_takes_consignments_and_disposals_along():
    ambassador = PersonFactory()
    gift = GiftFactory(via_person=ambassador, source="donated")
    DisposalFactory(gift=gift, line=gift.lines.get(), quantity=200)
    DisposalFactory(gift=gift, beneficiary="schools")
    ConsignmentFactory(gift=gift, carrier="SF", packages=12)
    enter_gift(by=None, gift=gift)
    copy = correct_gift(by=None, gift=gift, reason="400, not 4,000")
    kept = Gift.objects.exclude(pk=copy.pk).get()
    for record in (kept, copy):
        line = record.lines.get()
        assert [(row.beneficiary, row.line) for row in record.disposals.all()] == [
            ("hospitals", line),
            ("schools", None),
        ]
        assert [(row.carrier, row.packages) for row in record.consignments.all()] == [("SF", 12)]
        assert (record.via, record.source) == (ambassador, "donated")
