"""Countries and regions, and the language letters there are written in."""

import pytest

from crm.models import Country
from crm.models.country import official_language


@pytest.mark.parametrize(
    ("code", "language"),
    [("ES", "es"), ("NO", "nb"), ("PH", "en"), ("JP", "ja"), ("UA", "uk"), ("RU", "en"), ("CN", "zh-hans")],
)
def test_the_official_language_is_one_we_have_texts_in_else_english(code, language):
    assert official_language(code) == language


def test_the_offices_own_choice_goes_before_the_official_language(db):
    spain = Country.objects.get(pk="ES")
    assert spain.language == "es"
    spain.letter_language = "en"
    assert spain.language == "en"


def test_our_own_names_go_before_those_of_cldr(db):
    spain = Country.objects.get(pk="ES")
    spain.name_zh = "西班牙王国"
    assert [spain.name_in(language) for language in ("zh-hans", "en", "ja")] == ["西班牙王国", "Spain", "スペイン"]


@pytest.mark.parametrize("asked", ["西班牙", "spain", "es", "Spa 班"])
def test_a_country_is_found_by_every_word_of_either_name_or_its_code(db, asked):
    assert Country.objects.get(pk="ES") in Country.objects.search(asked)
    assert Country.objects.get(pk="JP") not in Country.objects.search(asked)
