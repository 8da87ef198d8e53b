"""Gifts as they are recorded, moved on and corrected."""

from datetime import date

import pytest

from crm.actions.errors import WrongState
from crm.actions.gifts import advance_gift, correct_gift, enter_gift
from crm.actions.ledger import link_entries
from crm.history import changes_of
from crm.models import Gift, GiftState, LedgerEntry, LinkKind
from tests.factories import ConsignmentFactory, DisposalFactory, GiftFactory, PersonFactory

pytestmark = pytest.mark.django_db


def gift_entered(**facts):
    """A gift with its ledger entry."""
    gift = GiftFactory(**facts)
    return gift, enter_gift(by=None, gift=gift)


@pytest.mark.parametrize(("state", "entries"), [("planned", 0), ("announced", 0), ("sent", 1), ("received", 1)])
def test_a_gift_counts_once_it_has_left_its_giver(state, entries):
    gift, _entry = gift_entered(state=state)
    enter_gift(by=None, gift=gift)
    assert gift.entries.count() == entries


def test_a_gift_does_not_go_back():
    gift, _entry = gift_entered(state="received")
    with pytest.raises(WrongState, match="cannot become"):
        advance_gift(by=None, gift=gift, state=GiftState.SENT)


def test_a_gift_that_has_not_left_is_simply_edited():
    gift, _entry = gift_entered(state="planned")
    with pytest.raises(WrongState, match="simply be edited"):
        correct_gift(by=None, gift=gift, reason="x")


def test_a_corrected_gift_that_was_answered_stays_answered():
    gift, entry = gift_entered()
    link_entries(by=None, source=gift_entered(direction="given")[1], target=entry, kind=LinkKind.ANSWERS)
    copy = correct_gift(by=None, gift=gift, reason="400, not 4,000")
    copy = advance_gift(by=None, gift=copy, state=GiftState.RECEIVED)
    assert [str(line) for line in copy.lines.all()] == [str(line) for line in gift.lines.all()]
    assert set(LedgerEntry.objects.unanswered(date(2020, 6, 1))) == set()


def test_the_gift_that_was_corrected_says_so_in_its_history():
    gift = GiftFactory()
    enter_gift(by=None, gift=gift)
    correct_gift(by=None, gift=gift, reason="4,500, not 4,000")
    assert changes_of(Gift.objects.get(pk=gift.pk))[0].changes["state"] == ["received", "corrected"]


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
