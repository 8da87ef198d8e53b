"""The steps of a partnership as a ladder."""

from datetime import date

import pytest

from crm.ladder import ladder_of
from crm.models import Partnership
from tests.factories import PartnershipFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def rungs(*steps, **facts):
    """The rungs of a partnership with these steps: label, day, and a mark at the last one taken."""
    partnership = Partnership.objects.get(pk=PartnershipFactory(steps=steps, **facts).pk)
    found = ladder_of(partnership, ON)
    return [(rung.label, rung.step and str(rung.step.day or "?"), rung.is_last_taken) for rung in found]


def test_the_steps_ahead_of_a_planned_one_follow_those_taken():
    assert rungs(("contact", None), ("intent", "2019")) == [
        ("First contact", "?", False),
        ("Letter of intent", "2019", True),
        ("City government's review", None, False),
        ("Provincial review", None, False),
        ("Approved by the national association", None, False),
        ("Agreement signed", None, False),
        ("Filed", None, False),
    ]


def test_what_nobody_noted_on_the_way_is_not_shown_as_missing():
    assert rungs(("signed", "1992-08-15")) == [("Agreement signed", "1992-08-15", True), ("Filed", None, False)]


def test_the_national_association_does_not_approve_of_friendship_cities():
    assert "Approved by the national association" not in [label for label, *_ in rungs(kind="friendly")]


def test_nothing_is_ahead_of_what_sleeps_and_a_step_to_come_is_not_taken_yet():
    assert rungs(("signed", "1992"), ("dormant", "2010")) == [
        ("Agreement signed", "1992", False),
        ("Dormant", "2010", True),
    ]
    assert [label for label, day, _last in rungs(("contact", "2021")) if day] == []
