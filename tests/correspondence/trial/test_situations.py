"""The table of situations: every reader and every row is met, and each situation has a name of its own."""

import re

import pytest

from correspondence.texts.shipped import text_files
from correspondence.trial.places import read_places
from correspondence.trial.readers import Reader, readers
from correspondence.trial.situations import KINDS, SPEAKS_OF, TABLES, Situation, fits, partners_of, situations

MAYOR = Reader("mayor f", "municipality", "mayor", "f")
MISSION = Reader("own mission", "own_mission")


def test_every_shipped_kind_of_letter_is_tried():
    assert set(KINDS) == {path.parent.name for path in text_files()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_reader_and_every_row_that_fits_is_met(kind):
    places = read_places("nb")
    table = list(situations(kind, places))
    assert len(set(table)) == len(table)
    assert {situation.reader for situation in table} == set(readers(places))
    for name in SPEAKS_OF[kind]:
        rows = {row for row in TABLES[name] if fits(name, row, kind, MAYOR, places)}
        assert {getattr(situation, name) for situation in table} == rows


@pytest.mark.parametrize("kind", KINDS)
def test_every_situation_has_a_name_of_its_own(kind):
    names = [str(situation) for situation in situations(kind, read_places("ro"))]
    assert len(set(names)) == len(names) > 80
    assert [name for name in names if re.search("None|_|  ", name)] == []


@pytest.mark.parametrize(
    ("kind", "row", "fit"),
    [
        ("thanks", {"received": "a firm's"}, (True, False)),
        ("thanks", {"received": "together with a city"}, (True, False)),
        ("thanks", {"standing": "sister cities"}, (True, False)),
        ("condolence", {"occasion": "a flood here"}, (False, False)),
        ("notification", {"occasion": "a flood here"}, (True, True)),
    ],
)
def test_a_row_is_of_readers_whom_it_can_be_of(kind, row, fit):
    ((table, name),) = row.items()
    asked = ((MAYOR, read_places("nb")), (MISSION, read_places("zh-hans")))
    assert tuple(fits(table, name, kind, reader, places) for reader, places in asked) == fit


def test_the_partners_of_a_situation_are_those_whom_its_gifts_name():
    situation = Situation("thanks", MAYOR, received="theirs and a firm's", given="for two cities")
    assert partners_of(situation) == {"company", "neighbour"}
    assert partners_of(Situation("thanks", MAYOR, received="through our ambassador")) == {"envoy"}


def test_thanks_for_a_letter_or_experience_want_no_gift():
    assert Situation("thanks", MAYOR).is_refused
    assert not Situation("thanks", MAYOR, besides="answering a letter").is_refused
    assert not Situation("reciprocal_support", MAYOR, besides="experience both ways").is_refused
