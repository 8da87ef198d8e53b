"""What nouns share: names in a language, found in any script, and an address of their own."""

import pytest
from django.utils import translation

from crm.models import City, CityName, ItemWord
from crm.models.common import normalize_romanian
from tests.factories import CityFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "written"), [("ro", "Călărași Țara"), ("tr", "Călăraşi Ţara")])
def test_romanian_is_written_with_a_comma_below(language, written):
    assert normalize_romanian("Călăraşi Ţara", language) == written


def test_every_way_into_the_database_writes_romanian_so():
    CityFactory(names={"ro": "Călăraşi"})
    word = ItemWord(language="ro", bulk="măşti", forms={"one": "mască", "few": "măşti"})
    word.prepare()
    assert CityName.objects.get().text == "Călărași"
    assert (word.bulk, word.forms["few"]) == ("măști", "măști")


def test_a_record_is_called_in_the_readers_language_else_english_else_chinese_else_any():
    ritto = CityFactory(names={"ja": "栗東市", "zh-hans": "栗东市", "en": "Ritto"})
    with translation.override("zh-hans"):
        assert str(ritto) == "栗东市"
    assert str(ritto) == "Ritto"
    assert str(CityFactory(names={"ja": "栗東市"})) == "栗東市"
    assert str(CityFactory(names={})) == "—"


def test_a_name_that_is_not_known_is_left_to_the_caller():
    city = CityFactory(names={"en": "Ritto"})
    assert [city.name_in("en"), city.name_in("ja"), city.name_in("ja", "?")] == ["Ritto", "", "?"]


@pytest.mark.parametrize("asked", ["calarasi", "CĂLĂRAȘI", "guadala", "gdlhl", "瓜达", "cala 瓜达", ""])
def test_a_record_is_found_in_every_script_and_by_pinyin(asked):
    city = CityFactory(names={"ro": "Călărași", "zh-hans": "瓜达拉哈拉"})
    CityFactory(names={"en": "Ritto"}, archived=True)
    assert city in City.objects.search(asked)
    assert list(City.objects.search("ritto").active()) == []
