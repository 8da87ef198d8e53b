"""Years that a list offers: those in which something is on record, however precisely its day is known."""

import pytest

from crm.filters.partner import years_of
from crm.models import Gift
from tests.factories import GiftFactory


@pytest.mark.django_db
def test_years_are_those_on_record_newest_first():
    assert years_of(Gift, "received_on")() == years_of(Gift, "day")() == []
    for day in ("2019", "2021-03-05", "2021", "2008-12", "2019-12-31"):
        GiftFactory(day=day, received_on=None)
    assert years_of(Gift, "day")() == [("2021", "2021"), ("2019", "2019"), ("2008", "2008")]
    assert years_of(Gift, "received_on")() == []
