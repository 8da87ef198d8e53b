"""Names and kind of a place, ticked as right."""

import pytest

from crm.forms.city_lookup import NAMES, CityLookup
from tests.pages import sent

pytestmark = pytest.mark.django_db
RITTO, TAIPEI, FUENGIROLA = "6822115", "1668341", "2517595"


def carried_out(data) -> dict:
    """What the form goes on with."""
    return CityLookup(data).carry_out().dict()


def test_what_is_ticked_may_be_put_into_the_form_before_saving():
    lookup = CityLookup(sent(taken=RITTO, step=NAMES, right_name="en Ritto"))
    assert (lookup.step, lookup.carry_out()["names-0-text"]) == (NAMES, "Ritto")


def test_names_ticked_as_right_go_into_empty_lines_and_then_new_ones_with_their_regions():
    ticked = ["ja 栗東市", "zh-hans 栗东市", "en Ritto", "en Made up"]
    data = carried_out(sent(("es", "Ritto"), ("", ""), taken=RITTO, right_name=ticked, right_kind="city"))
    rows = [tuple(data[f"names-{n}-{what}"] for what in ("language", "text", "region")) for n in (1, 2, 3)]
    assert rows == [("ja", "栗東市", "滋賀県"), ("zh-hans", "栗东市", "滋贺县"), ("en", "Ritto", "Shiga")]
    assert (data["names-TOTAL_FORMS"], data["names-0-text"], data["place_kind"]) == ("4", "Ritto", "city")
    assert {"right_name", "right_kind"} & data.keys() == set()


def test_a_line_on_record_that_somebody_emptied_takes_no_other_name():
    data = sent(("", ""), taken=RITTO, right_name=["en Ritto"])
    data["names-INITIAL_FORMS"] = "1"
    answer = carried_out(data)
    assert (answer["names-0-text"], answer["names-1-text"]) == ("", "Ritto")


def test_what_is_in_the_form_is_not_offered_again():
    lookup = CityLookup(sent(("ja", "栗東市"), taken=RITTO, place_kind="city"))
    assert [name.text for _value, name in lookup.names] == ["栗東", "栗东市", "栗东", "Ritto"]
    assert lookup.kind is None


def test_the_kind_that_a_name_tells_is_offered_with_that_name():
    assert CityLookup(sent(taken=RITTO)).kind == ("city", "City", "栗東市")
    assert CityLookup(sent(taken=TAIPEI)).kind == ("city", "City", "台北市")
    assert CityLookup(sent(taken=FUENGIROLA)).kind is None


@pytest.mark.parametrize("count", ["", "x", "9" * 30, "-1"])
def test_a_made_up_count_of_lines_does_no_harm(count):
    data = sent(taken=RITTO, right_name=["en Ritto"])
    data["names-TOTAL_FORMS"] = count
    assert carried_out(data)["names-0-text"] == "Ritto"
