"""A field of a partial date: what is typed, what is stored, what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from crm.dates import PartialDate
from crm.fields import to_partial_date
from crm.models import Gift
from tests.factories import GiftFactory


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2020-02", "2020-02"),
        (" 2020年2月 ", "2020-02"),
        (date(2020, 2, 5), "2020-02-05"),
        (PartialDate(date(2020, 1, 1), "year"), "2020"),
    ],
)
def test_what_is_typed_is_read(typed, read):
    assert str(to_partial_date(typed)) == read


@pytest.mark.parametrize("typed", ["", None])
def test_nothing_is_no_day(typed):
    assert to_partial_date(typed) is None


@pytest.mark.parametrize("typed", ["soon", "2020-13", "2020-02-30", "20"])
def test_what_is_no_day_is_refused_in_a_sentence(typed):
    with pytest.raises(ValidationError) as refusal:
        to_partial_date(typed)
    assert refusal.value.messages[0].endswith(".")


def test_a_day_keeps_its_precision_and_is_sorted_by_its_first_possible_day(db):
    days = ["2020-02-05", "2020-02", "2020", "2019-12-31"]
    for day in days:
        GiftFactory(day=day)
    kept = [str(day) for day in Gift.objects.order_by("day").values_list("day", flat=True)]
    assert kept == ["2019-12-31", "2020", "2020-02", "2020-02-05"]
    assert Gift.objects.filter(day__gte="2020-02").count() == 2
