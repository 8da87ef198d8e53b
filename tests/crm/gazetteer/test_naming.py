"""Which names of a place may be right in which language."""

import pytest

from crm.gazetteer.naming import languages_of, propose_names, scripts_of
from crm.gazetteer.table import find_places


def names_of(text: str, language: str) -> list[tuple[str, str]]:
    """Name and region proposed in a language for the first place of a name."""
    return [(name.text, name.region) for name in propose_names(find_places(text)[0]) if name.language == language]


PROPOSED = [
    ("Ritto", "ja", [("栗東市", "滋賀県"), ("栗東", "滋賀県")]),
    ("Ritto", "zh-hans", [("栗东市", "滋贺县"), ("栗东", "滋贺县")]),
    ("Ritto", "en", [("Ritto", "Shiga")]),
    ("Ritto", "es", []),
    ("Fuengirola", "es", [("Fuengirola", "Andalucía")]),
    ("Fuengirola", "zh-hans", [("丰希罗拉", "安达鲁西亚"), ("福恩吉罗拉", "安达鲁西亚")]),
    ("Donostia", "es", [("Donostia", "País Vasco"), ("San Sebastián", "País Vasco")]),
    ("Valdivia, ", "es", [("Valdivia", "Región de Los Ríos")]),
    ("Chillán", "es", [("Chillán", "Región de Ñuble")]),
    ("Chillán", "zh-hans", []),
    ("Chillán", "ja", [("チリャン", "")]),
    ("Hengyang", "zh-hans", [("衡阳市", "湖南省"), ("衡阳", "湖南省")]),
    ("Hengyang", "ko", [("헝양시", ""), ("헝양", "")]),
    ("Hengyang", "uk", [("Хенʼян", "")]),
    ("Brovary", "uk", [("Бровари", "Київська область"), ("Броварі", "Київська область")]),
    ("Brovary", "ru", []),
    ("Podolsk", "ru", [("Подольск", "Московская область")]),
    ("Legazpi", "fil", [("Legazpi", "")]),
    ("Calarasi", "ro", [("Călărași", "Călărași")]),
    ("Taipei", "zh-hant", [("台北市", ""), ("台北", ""), ("臺北市", "")]),
    ("Taipei", "zh-hans", [("台北市", ""), ("台北", "")]),
    ("Budapest", "hu", [("Budapest", "Budapest")]),
    ("Shanghai", "zh-hans", [("上海市", "上海市"), ("上海", "上海市"), ("中国上海", "上海市")]),
    ("Sevastopol", "zh-hans", [("塞瓦斯托波尔", "")]),
]


@pytest.mark.parametrize(("text", "language", "names"), PROPOSED)
def test_a_name_is_proposed_in_the_languages_that_its_script_and_country_tell(text, language, names):
    assert names_of(text.strip(", "), language) == names


def test_languages_of_the_country_come_first_then_chinese_and_english():
    languages = [name.language for name in propose_names(find_places("Akashi")[0])]
    assert list(dict.fromkeys(languages)) == ["ja", "zh-hans", "en", "ko", "uk", "ru"]


@pytest.mark.parametrize(
    ("country", "languages"),
    [
        ("JP", ("ja",)),
        ("NO", ("nb", "nn")),
        ("PH", ("fil",)),
        ("UA", ("uk",)),
        ("TW", ("zh-hant",)),
        ("US", ()),
        ("", ()),
    ],
)
def test_the_languages_of_a_country_are_those_that_cldr_names_by_our_codes(country, languages):
    assert languages_of(country) == languages


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("ko", ("HANGUL",)),
        ("hu", ("LATIN",)),
        ("el", ("GREEK",)),
        ("bn", ("BENGALI",)),
        ("ar", ("ARABIC",)),
        ("nb", ("LATIN",)),
    ],
)
def test_a_language_has_its_scripts_as_unicode_names_their_letters(language, scripts):
    assert scripts_of(language) == scripts
