"""Looking a place up: what is offered, and what a step does with what was typed."""

import pytest
from django.utils import translation

from crm.forms.place import LOOK_UP, TAKE, PlaceLookup, look_up
from crm.models import Country
from tests.pages import sent

pytestmark = pytest.mark.django_db
RITTO, SIMFEROPOL, PRISTINA = "6822115", "693805", "786714"


def carried_out(data) -> dict:
    """What the form goes on with."""
    return PlaceLookup(data).carry_out().dict()


def test_homonyms_are_offered_with_region_country_and_population():
    assert list(look_up("Guadalajara").labels.values()) == [
        "Guadalajara · Jalisco · Mexico · 1,385,629 inhabitants",
        "Guadalajara · Castille-La Mancha · Spain · 93,470 inhabitants",
        "Guadalajara de Buga · Valle del Cauca Department · Colombia · 114,316 inhabitants",
    ]


def test_a_place_is_offered_in_the_readers_language_with_the_name_that_was_asked():
    with translation.override("zh-hans"):
        assert list(look_up("丰希罗拉").labels.values()) == ["Fuengirola 丰希罗拉 · 安达鲁西亚 · 西班牙 · 人口71482"]
        assert list(look_up("Ritto").labels.values()) == ["Rittō 栗東市 · 滋贺县 · 日本 · 人口70312"]


@pytest.mark.parametrize("where", ["Spain", "spain", "ES", "西班牙", "Castil", "卡斯蒂利亚", "castilla-la mancha"])
@pytest.mark.parametrize("comma", [", ", ",", "，", "、"])
def test_a_country_or_region_after_a_comma_tells_which_of_the_name(where, comma):
    assert list(look_up(f"Guadalajara{comma}{where}").labels) == ["3121070"]


def test_no_more_than_twelve_places_are_offered_and_the_page_says_that_there_are_others():
    found = look_up("San")
    assert (len(found.labels), found.more, look_up("Ritto").more) == (12, True, False)


def test_the_offices_table_of_countries_says_how_a_place_is_filed():
    assert list(look_up("Taipei").labels.values()) == [
        "Taipei 台北市 · Taiwan, China (filed apart, no partnerships) · 7,871,900 inhabitants"
    ]
    with translation.override("zh-hans"):
        assert list(look_up("臺北").labels.values()) == ["Taipei 台北市 · 中国台湾（单列，不结好） · 人口7871900"]
    Country.objects.filter(pk="JP").update(name_en="Nippon")
    assert look_up("Ritto").labels[RITTO] == "Rittō 栗東市 · Shiga · Nippon · 70,312 inhabitants"


@pytest.mark.parametrize(("name", "key"), [("Simferopol", SIMFEROPOL), ("Pristina", PRISTINA)])
def test_the_country_of_a_disputed_place_is_asked_and_never_assigned(name, key):
    assert "country or region for you to choose" in look_up(name).labels[key]
    data = carried_out(sent(step=TAKE, place=key, country="RU"))
    assert (data["country"], data["taken"]) == ("", key)


def test_a_country_that_the_office_does_not_have_is_asked_about_too():
    Country.objects.filter(pk="JP").delete()
    assert look_up("Ritto").labels[RITTO].startswith("Rittō 栗東市 · Shiga · country or region for you to choose")
    assert carried_out(sent(step=TAKE, place=RITTO))["country"] == ""


def test_a_place_taken_fills_the_form_and_keeps_all_else():
    data = carried_out(sent(("en", "Rit"), step=TAKE, place=RITTO, look_up="ritto", looked_up="ritto", note="n"))
    assert data == {
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0",
        "names-0-language": "en",
        "names-0-text": "Rit",
        "note": "n",
        "country": "JP",
        "latitude": "35.02745",
        "longitude": "135.99971",
        "time_zone": "Asia/Tokyo",
        "taken": RITTO,
    }


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ({}, ""),
        ({"look_up": "Ritto"}, LOOK_UP),
        ({"look_up": "Ritto", "looked_up": "Ritto"}, ""),
        ({"look_up": "Ritto", "looked_up": "Ritto", "step": "look_up"}, LOOK_UP),
        ({"look_up": "Ritto", "looked_up": "Ritto", "place": RITTO}, TAKE),
        ({"look_up": "Kusatsu", "looked_up": "Ritto", "place": RITTO, "step": "look_up"}, LOOK_UP),
        ({"taken": RITTO, "step": "names"}, ""),
        ({"taken": RITTO, "step": "another"}, ""),
    ],
)
def test_a_name_not_looked_up_or_a_place_not_taken_goes_before_saving(typed, step):
    assert PlaceLookup(sent(**typed)).step == step
