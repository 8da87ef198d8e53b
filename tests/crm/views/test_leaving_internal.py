"""Lists as Excel files: what we owe leaves only in a head's own file, which says so and is on the security log."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from crm.actions.gifts import enter_gift
from crm.models import SecurityEvent
from tests.factories import CityFactory, CourtesyFactory, GiftFactory

LEDGER, GIFTS = reverse("ledger"), reverse("gift-list")
REPLIES = "Thanked, answered"


@pytest.fixture
def owed(db):
    """A gift that we owe thanks and an answer."""
    gift = GiftFactory(partner=CityFactory(names={"en": "Ritto"}, country_id="JP"), day="2020-02")
    return enter_gift(by=None, gift=gift)


def book_of(client, address, **asked):
    """The workbook that a list is saved as."""
    return load_workbook(BytesIO(client.get(address, {"_export": "xlsx", **asked}).content))


@pytest.mark.parametrize("address", [LEDGER, GIFTS])
def test_no_file_of_a_clerk_says_what_we_owe(browser, owed, address):
    book = book_of(browser, address)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell == REPLIES or "not thanked" in cell or "not answered" in cell] == []
    assert REPLIES in browser.get(address).content.decode()


@pytest.mark.parametrize("asked", [{"owed": "on"}, {"unthanked": "on"}, {"internal": "on"}])
def test_a_clerk_is_offered_no_list_of_what_we_owe_as_a_file_and_refused_it(browser, owed, asked):
    assert "(internal)" not in browser.get(LEDGER, asked).content.decode()
    assert browser.get(LEDGER, {**asked, "_export": "xlsx"}).status_code == 403
    listed = "_export=xlsx" in browser.get(LEDGER, asked).content.decode()
    assert listed is ("internal" in asked)


def test_a_heads_own_file_says_what_we_owe_bears_that_it_is_internal_and_is_logged(client_of, head, owed):
    client = client_of(head)
    assert client.get(LEDGER, {"owed": "on", "_export": "xlsx"}).status_code == 403
    answer = client.get(LEDGER, {"owed": "on", "_export": "xlsx", "internal": "on"})
    assert (
        "Ledger%20internal%20" in answer["Content-Disposition"] or "Ledger internal " in answer["Content-Disposition"]
    )
    courtesies, partners = load_workbook(BytesIO(answer.content)).worksheets
    assert [sheet.title for sheet in (courtesies, partners)] == ["Courtesies internal", "Partners internal"]
    assert {sheet.oddHeader.center.text for sheet in (courtesies, partners)} == {"internal"}
    rows = list(courtesies.iter_rows(values_only=True))
    assert dict(zip(*rows, strict=True))[REPLIES] == "not thanked yet, not answered yet"
    head_row, row = partners.iter_rows(values_only=True)
    assert head_row == ("Partner", "Country or region", "Received", "Given", "What we owe", "Oldest", "Since")
    assert row[:5] == ("Ritto", "Japan", 1, 0, 1)
    assert row[6] == "2020-02"
    assert SecurityEvent.objects.get(kind="export").facts["internal"] is True


def test_a_heads_ordinary_file_is_as_everybodys(client_of, head, owed):
    book = book_of(client_of(head), LEDGER)
    assert [cell.value for cell in book.active[1]].count(REPLIES) == 0
    assert "internal" not in SecurityEvent.objects.get(kind="export").facts


def test_what_a_partner_is_called_is_never_a_formula(client_of, head):
    CourtesyFactory(partner=CityFactory(names={"en": "=1+1"}))
    sheet = book_of(client_of(head), LEDGER, internal="on").worksheets[1]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
