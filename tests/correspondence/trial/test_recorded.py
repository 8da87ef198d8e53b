"""What a trial letter may say."""

from decimal import Decimal

import pytest

from correspondence.trial.places import read_places
from correspondence.trial.readers import Reader
from correspondence.trial.recorded import Recorded, numbers_of
from correspondence.trial.situations import Situation

MAYOR = Reader("mayor f", "municipality", "mayor", "f")
DAY = {2020, 4, 20}  # the letter's


def numbers(**said) -> set[Decimal]:
    return set(numbers_of(Situation("reciprocal_support", MAYOR, **said)))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({}, DAY),
        ({"received": "20,000 masks"}, DAY | {20000, 2, 5}),
        ({"received": "three alike"}, DAY | {20, 7, 3, 1, 2, 5, 30}),
        ({"received": "theirs and a firm's"}, DAY | {20000, 12, 2, 5, 3}),
        ({"received": "money of theirs and masks"}, DAY | {Decimal("5000.5"), 5, 2}),
        ({"given": "one ventilator under way"}, DAY | {1, 10, 26}),
        ({"standing": "sister cities since 1992"}, DAY | {1992, 8, 15}),
        ({"besides": "answering a letter"}, DAY | {3, 5}),
    ],
)
def test_the_numbers_on_record_are_quantities_sums_and_days(said, known):
    assert numbers(**said) == known


@pytest.fixture
def nb(demo):
    return Recorded(read_places("nb"))


def test_a_text_may_have_the_names_of_its_language_and_not_those_of_another(nb):
    record = nb.of(Situation("thanks", MAYOR), "nb", "Ålesund kommune")
    assert {"Ålesund", "Kari", "Ordfører", "vårflommen", "Hengyang"} <= record.names
    assert {"Alesund", "奥勒松市", "Mayor", "the spring flood"} <= record.borrowed
    twin = nb.of(Situation("thanks", MAYOR), "zh-hans", "奥勒松市政府")
    assert {"奥勒松市", "衡阳市", "克里斯托弗森"} <= twin.names
    assert {"Ålesund", "Alesund"} <= twin.borrowed


@pytest.mark.parametrize(
    ("standing", "stands"),
    [("no tie", False), ("sister cities", True), ("a tie to come", False), ("a tie that ended", False)],
)
def test_only_a_signed_partnership_stands(nb, standing, stands):
    assert nb.of(Situation("thanks", MAYOR, standing=standing), "nb", "").tie_stands == stands
