"""Serials of the two registers."""

import pytest
from django.db import IntegrityError, transaction

from correspondence.actions.incoming import (
    build_received_letters,
    correct_received_letter,
    insert_received_letters,
    receive_letter,
)
from correspondence.models import Letter, RegisterSeries
from crm.dates import parse_partial_date
from crm.history import changes_of
from tests.factories import LetterFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def facts(received_on: str, **more) -> dict:
    """A letter of theirs."""
    day = parse_partial_date(received_on)
    told = {"kind": "thanks", "day": day, "received_on": day, "means": "letter", "language": "es", **more}
    return {"organization": OrganizationFactory(), **told}


def serials() -> list[tuple]:
    """Year and serial of each letter, in the order of entry."""
    return list(Letter.objects.order_by("pk").values_list("register_year", "register_serial"))


def test_each_year_begins_with_one_and_has_no_hole(clerk):
    for day in ("2026-01-03", "2025-12-30", "2026-02", "2025"):
        receive_letter(by=clerk, **facts(day))
    assert serials() == [(2026, 1), (2025, 1), (2026, 2), (2025, 2)]


def test_letters_entered_together_are_numbered_in_their_order(clerk):
    receive_letter(by=clerk, **facts("2026-01-03"))
    built = build_received_letters([facts(day) for day in ("2026-05-01", "2025-05-01", "2026-04-01")])
    letters = insert_received_letters(by=clerk, built=built)
    assert serials() == [(2026, 1), (2026, 2), (2025, 1), (2026, 3)]
    assert [letter.receipt_number for letter in letters] == ["收〔2026〕2号", "收〔2025〕1号", "收〔2026〕3号"]
    assert changes_of(letters[0])[0].changes["register_serial"] == ["None", "2"]


def test_a_failed_entry_leaves_no_hole(clerk):
    receive_letter(by=clerk, **facts("2026-01-03"))
    with pytest.raises(IntegrityError), transaction.atomic():
        receive_letter(by=clerk, **facts("2026-01-04", means=""))
    assert RegisterSeries.objects.get().last == 1


def test_a_correction_keeps_the_serial(clerk):
    letter = receive_letter(by=clerk, **facts("2026-01-03"))
    correct_received_letter(by=clerk, letter=letter, reason="read again", **facts("2025-12-31"))
    assert serials() == [(2026, 1)]


def test_letters_of_ours_are_registered_when_they_are_issued(clerk):
    assert LetterFactory(state="approved").register_serial is None
    first, second = LetterFactory(state="issued"), LetterFactory(state="sent")
    year = first.day.first.year
    assert [(row.register_year, row.register_serial) for row in (first, second)] == [(year, 1), (year, 2)]
    assert first.receipt_number == ""
    receive_letter(by=clerk, **facts(f"{year}-01-03"))
    assert serials()[-1] == (year, 1)
