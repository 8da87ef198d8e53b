"""What lists say of thanks and answers: of help we received alone, and only on the screen."""

from datetime import date

import pytest

from crm.models import LedgerEntry
from crm.tables.gift import GiftTable
from crm.tables.ledger import LedgerTable
from crm.tables.partner import RepliesColumn
from tests.factories import ClosingFactory, CourtesyFactory

ON = date(2020, 6, 1)


def said() -> list[str]:
    """What the column says of each courtesy on record, oldest first."""
    entries = LedgerEntry.objects.with_status(ON).order_by("day")
    return [RepliesColumn().value(entry) for entry in entries]


@pytest.mark.django_db
def test_of_help_received_it_says_what_is_due_and_of_all_else_nothing():
    CourtesyFactory(day="2020-01")
    CourtesyFactory(day="2020-02", kind="letter")
    CourtesyFactory(day="2020-03", direction="given")
    ClosingFactory(entry=CourtesyFactory(day="2020-04"), on=ON)
    assert said() == ["not thanked yet, not answered yet", "", "", "not thanked yet, no answer due"]


@pytest.mark.django_db
def test_what_is_owed_is_marked():
    ClosingFactory(entry=CourtesyFactory(), on=ON)
    entry = LedgerEntry.objects.with_status(ON).get()
    assert RepliesColumn().render(entry) == (
        '<span class="owed">not thanked yet</span>, <span class="">no answer due</span>'
    )


def test_it_is_for_the_screen():
    assert [table.internal_columns() for table in (GiftTable, LedgerTable)] == [("replied",), ("replied",)]
    assert "screen-only" in RepliesColumn().attrs["td"]["class"]
