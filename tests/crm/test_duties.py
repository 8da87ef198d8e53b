"""What help received asks of us says the same as the ledger's own questions."""

from datetime import date

import pytest

from crm.actions.ledger import link_entries, reopen_help, reverse_entry
from crm.duties import dues
from crm.models import Duty, LedgerEntry
from tests.factories import ClosingFactory, CourtesyFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def linked(kind: str, source: LedgerEntry | None = None) -> LedgerEntry:
    """Help received that a courtesy of ours answers or thanks for."""
    target = CourtesyFactory()
    ours = source or CourtesyFactory(
        direction="given", kind="service" if kind == "answers" else "letter", day="2020-05"
    )
    link_entries(by=None, source=ours, target=target, kind=kind)
    return target


def fill() -> None:
    """Help of every fate."""
    CourtesyFactory(), CourtesyFactory(day="2020"), CourtesyFactory(day="2020-07"), CourtesyFactory(direction="given")
    CourtesyFactory(kind="letter")
    linked("answers"), linked("thanks")
    both = linked("answers")
    link_entries(by=None, source=CourtesyFactory(direction="given", kind="letter"), target=both, kind="thanks")
    reverse_entry(by=None, entry=CourtesyFactory(), reason="twice")
    taken_back = CourtesyFactory(direction="given", day="2020-05")
    linked("answers", taken_back)
    reverse_entry(by=None, entry=taken_back, reason="never left")
    linked("answers", CourtesyFactory(direction="given", day="2020-08"))
    for duty in Duty:
        ClosingFactory(duty=duty)
    reopen_help(by=None, closing=ClosingFactory(), reason="They asked", on=date(2020, 5, 20))
    CourtesyFactory(partner=OrganizationFactory(kind="own_mission", country_id="NO"))
    CourtesyFactory(partner=PersonFactory(ours_abroad=True))


def test_it_says_what_the_ledgers_own_questions_find():
    fill()
    found = dues(ON)
    for name, rows in (("thanks", LedgerEntry.objects.unthanked(ON)), ("answer", LedgerEntry.objects.unanswered(ON))):
        assert {due.key for due in found if getattr(due, name)} == set(rows.values_list("pk", flat=True))
    assert {due.thanks or due.answer for due in found} == {True}


def test_the_oldest_comes_first_and_a_day_known_to_the_year_before_its_months():
    later, earlier, year = (
        CourtesyFactory(day="2020-03-02"),
        CourtesyFactory(day="2020-03"),
        CourtesyFactory(day="2020"),
    )
    assert [(due.key, due.day) for due in dues(ON)] == [
        (year.pk, "2020"),
        (earlier.pk, "2020-03"),
        (later.pk, "2020-03-02"),
    ]
