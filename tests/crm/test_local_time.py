"""What time it is with a partner, and whether one may call."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from crm.local_time import local_time


@pytest.mark.parametrize(
    ("utc", "zone", "country", "clock", "words"),
    [
        ((2020, 4, 23, 8, 24), "Europe/Madrid", "ES", "Thursday 10:24", "one may call"),
        ((2020, 4, 23, 6, 59), "Europe/Madrid", "ES", "Thursday 08:59", "outside working hours"),
        ((2020, 4, 23, 15, 0), "Europe/Madrid", "ES", "Thursday 17:00", "outside working hours"),
        ((2020, 4, 25, 8, 0), "Europe/Madrid", "ES", "Saturday 10:00", "weekend there"),
        ((2020, 4, 26, 8, 0), "Africa/Cairo", "EG", "Sunday 10:00", "one may call"),
        ((2020, 4, 24, 8, 0), "Africa/Cairo", "EG", "Friday 10:00", "weekend there"),
        ((2020, 4, 26, 8, 0), "Antarctica/Troll", "AQ", "Sunday 10:00", "weekend there"),
    ],
)
def test_the_time_and_the_week_are_those_of_the_place(utc, zone, country, clock, words):
    there = local_time(datetime(*utc, tzinfo=UTC), zone, country)
    assert (there.clock, there.words, there.may_call) == (clock, words, words == "one may call")


def test_chinese_names_the_day_of_the_week():
    with translation.override("zh-hans"):
        assert local_time(datetime(2020, 4, 23, 2, tzinfo=UTC), "Asia/Tokyo", "JP").clock == "星期四 11:00"


@pytest.mark.parametrize("zone", ["", "Europe/Nowhere", "../etc/passwd"])
def test_of_a_place_without_a_zone_no_time_is_said(zone):
    assert local_time(datetime(2020, 4, 23, tzinfo=UTC), zone, "ES") is None
