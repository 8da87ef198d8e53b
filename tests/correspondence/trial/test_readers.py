"""Whom trial letters go to."""

from correspondence.trial.places import read_places
from correspondence.trial.readers import Reader, is_at_home, is_of_the_city, readers
from crm.models import Rank

NB = read_places("nb")


def named(name: str, places=NB) -> Reader:
    return next(reader for reader in readers(places) if reader.name == name)


def test_every_rank_is_held_by_a_woman_and_a_man():
    held = {(reader.rank, reader.gender) for reader in readers(NB)}
    assert {(rank, gender) for rank in NB.ranks for gender in "fm"} <= held
    assert set(NB.ranks) >= {rank for rank in Rank.values if rank != "town_head"}


def test_readers_have_names_of_their_own():
    names = [str(reader) for reader in readers(NB)]
    assert len(set(names)) == len(names)


def test_a_gender_that_is_not_on_record_is_refused_where_words_agree_with_it():
    name = "mayor, gender not on record"
    assert [named(name, read_places(code)).refused for code in ("nb", "ro", "uk")] == [False, True, True]


def test_a_place_its_council_and_its_departments_are_the_city_and_other_bodies_are_not():
    names = ("government", "council president f", "director f", "governor f", "company", "ambassador f")
    asked = [named(name) for name in names]
    assert [is_of_the_city(reader, NB) for reader in asked] == [True, True, True, True, False, False]
    assert [is_at_home(reader, NB) for reader in asked] == [True, True, True, False, False, False]


def test_our_own_missions_alone_read_chinese():
    places = read_places("zh-hans")
    assert {reader.at for reader in readers(places)} == {"own_mission", "own_consulate"}
