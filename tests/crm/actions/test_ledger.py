"""Courtesies are written, reversed and linked."""

from datetime import date

import pytest

from crm.actions.errors import WrongState
from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind
from tests.factories import CityFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", **more):
    """A courtesy in the ledger."""
    partners = partners or (CityFactory(),)
    return record_courtesy(
        by=None, direction=direction, kind=kind, day=parse_partial_date(day), partners=partners, **more
    )


@pytest.mark.parametrize("of_what", ["entry", "reversal"])
def test_nothing_is_reversed_twice(of_what):
    entry = courtesy()
    reversal = reverse_entry(by=None, entry=entry, reason="wrong")
    with pytest.raises(WrongState, match="reversed already"):
        reverse_entry(by=None, entry=entry if of_what == "entry" else reversal, reason="again")


def test_a_reversal_needs_its_reason():
    with pytest.raises(WrongState, match="Say why"):
        reverse_entry(by=None, entry=courtesy(), reason="  ")


def test_help_is_answered_by_the_other_side():
    earlier, later = courtesy(), courtesy(day="2020-03")
    with pytest.raises(WrongState, match="other side"):
        link_entries(by=None, source=later, target=earlier, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {earlier, later}


def test_a_letter_never_closes_a_debt_of_help():
    city = CityFactory()
    received = courtesy(city)
    letter = courtesy(city, kind="letter", direction="given", day="2020-03")
    with pytest.raises(WrongState, match="help answers help"):
        link_entries(by=None, source=letter, target=received, kind=LinkKind.ANSWERS)
    link_entries(by=None, source=letter, target=received, kind=LinkKind.THANKS)
    assert set(LedgerEntry.objects.unthanked(TODAY)) == set()
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}
