"""What nouns share: names in a language, found in any script, and an address of their own."""

import unicodedata

import pytest
from django.db.models import prefetch_related_objects
from django.utils import translation

from crm.actions.places import record_city
from crm.actions.records import PartChanges, change_record
from crm.models import City, CityName, ItemWord, LedgerEntry
from crm.models.common import normalize_romanian
from tests.factories import (
    CityFactory,
    ItemKindFactory,
    OccasionFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)

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


def test_every_door_composes_letters():
    decomposed = unicodedata.normalize("NFD", "Călărași")
    CityFactory(names={"en": decomposed})
    record_city(by=UserFactory(), country_id="RO", names=[{"language": "ro", "text": decomposed}], note=decomposed)
    entry = LedgerEntry(direction="given", kind="visit", day="2020", summary=decomposed)
    entry.save()
    word = ItemWord.objects.create(kind=ItemKindFactory(), language="es", bulk="x", forms={"one": decomposed})
    assert {name.text for name in CityName.objects.all()} == {"Călărași"}
    assert (City.objects.last().note, entry.summary, word.forms["one"]) == ("Călărași",) * 3


@pytest.mark.parametrize(
    ("factory", "names"),
    [
        (CityFactory, {"en": "Ritto", "ja": "栗東市"}),
        (OrganizationFactory, {"en": "Ritto", "ja": "栗東市"}),
        (OccasionFactory, {"en": "Ritto", "ja": "栗東市"}),
        (PersonFactory, {"latin": ("", "Ritto"), "own": ("", "栗東市")}),
    ],
)
def test_a_record_is_no_longer_found_by_a_name_that_was_deleted(factory, names):
    record = factory(names=names)
    prefetch_related_objects([record], "names")
    gone = min(record.names.all(), key=lambda name: name.pk)
    assert type(record).objects.search("ritto").count() == 1
    change_record(by=UserFactory(), record=record, parts=[PartChanges(deleted=(gone,))])
    assert [type(record).objects.search(asked).count() for asked in ("ritto", "栗東")] == [0, 1]
    assert gone not in record.names.all()  # though they were read before
