"""A language's file for trials."""

import pytest

from correspondence.errors import UnreadableText
from correspondence.languages import CODES
from correspondence.trial.places import read_places
from correspondence.trial.readers import readers
from crm.models import OccasionKind, OrganizationKind, Rank
from crm.place_kinds import PlaceKind


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_a_file_whose_keys_are_known(code):
    places = read_places(code)
    assert set(places.ranks) <= set(Rank.values)
    assert set(places.places) <= set(PlaceKind.values)
    assert set(places.occasions) <= set(OccasionKind.values)
    assert {body.get("kind", key) for key, body in places.bodies.items()} <= {*OrganizationKind.values, "red_cross"}
    assert {reader.at for reader in readers(places)} <= {"", *places.places, *places.bodies}


@pytest.mark.parametrize("code", CODES)
def test_names_differ_between_languages_wherever_they_are_told_from_one_another(code):
    places = read_places(code)
    rows = [*places.bodies.values(), *places.occasions.values()]
    assert [row["name"] for row in rows if row["name"] == row["other"]] == []
    if code != "zh-hans":
        assert [row["name"] for row in rows if row["name"] == row["chinese"]] == []


def test_a_title_is_that_of_the_holders_gender():
    places = read_places("nb")
    assert [places.title("royal", gender) for gender in ("f", "m", "")] == ["Kronprinsesse", "Kronprins", "Kronprins"]
    assert places.title("royal", "f", chinese=True) == "王储妃"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (None, "fixtures/trial/nb.toml is missing"),
        ("country =", "fixtures/trial/nb.toml cannot be read"),
        ('country = "NO"', "fixtures/trial/nb.toml lacks country, other_language or formal"),
        ('contry = "NO"', "fixtures/trial/nb.toml has “contry”, which is not asked for"),
    ],
)
def test_what_is_wrong_with_a_file_is_a_sentence(settings, tmp_path, written, sentence):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "trial").mkdir()
    if written is not None:
        (tmp_path / "trial" / "nb.toml").write_text(written)
    with pytest.raises(UnreadableText, match=sentence):
        read_places("nb")
