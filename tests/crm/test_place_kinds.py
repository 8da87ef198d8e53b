"""The kind of place that names tell, in many languages and countries."""

import pytest

from crm.place_kinds import PlaceKind, propose_place_kind

TOLD = [
    # China, in Chinese and in Latin letters
    ("zh-hans", "衡阳市", "CN", "city"),
    ("zh-hans", "南岳区", "CN", "district"),
    ("zh-hans", "衡山县", "CN", "county"),
    ("zh-hans", "江华瑶族自治县", "CN", "county"),
    ("zh-hans", "湘西土家族苗族自治州", "CN", "prefecture"),
    ("zh-hans", "兴安盟", "CN", "prefecture"),
    ("zh-hans", "大兴安岭地区", "CN", "prefecture"),
    ("zh-hans", "阿荣旗", "CN", "county"),
    ("zh-hans", "南岳镇", "CN", "town"),
    ("zh-hans", "华西村", "CN", "village"),
    ("zh-hans", "湖南省", "CN", "province"),
    ("zh-hans", "广西壮族自治区", "CN", "region"),
    ("en", "Hunan Province", "CN", "province"),
    # Japan
    ("ja", "栗東市", "JP", "city"),
    ("ja", "高浜町", "JP", "town"),
    ("ja", "白川村", "JP", "village"),
    ("ja", "港区", "JP", "district"),
    ("ja", "滋賀県", "JP", "prefecture"),
    ("ja", "北海道", "JP", "prefecture"),
    ("ja", "京都府", "JP", "prefecture"),
    ("ja", "東京都", "JP", "prefecture"),
    ("zh-hans", "滋贺县", "JP", "prefecture"),
    ("en", "Shiga Prefecture", "JP", "prefecture"),
    # Korea
    ("ko", "수원시", "KR", "city"),
    ("ko", "가평군", "KR", "county"),
    ("ko", "강남구", "KR", "district"),
    ("ko", "중구", "KR", "district"),
    ("ko", "경기도", "KR", "province"),
    ("ko", "고창읍", "KR", "town"),
    ("ko", "판문면", "KR", "town"),
    ("zh-hans", "京畿道", "KR", "province"),
    ("en", "Gapyeong-gun", "KR", "county"),
    ("en", "Gyeonggi-do", "KR", "province"),
    # English-speaking countries
    ("en", "Cook County", "US", "county"),
    ("en", "County Cork", "IE", "county"),
    ("en", "Washington State", "US", "state"),
    ("zh-hans", "加利福尼亚州", "US", "state"),
    ("en", "London Borough of Camden", "GB", "borough"),
    ("en", "City of Westminster", "GB", "city"),
    ("zh-hans", "卡姆登自治市镇", "GB", "borough"),
    ("en", "Peel District", "CA", "district"),
    # Europe
    ("de", "Landkreis München", "DE", "county"),
    ("de", "Ostalbkreis", "DE", "county"),
    ("de", "Land Hessen", "DE", "state"),
    ("de", "Freistaat Bayern", "DE", "state"),
    ("de", "Kanton Zürich", "CH", "state"),
    ("es", "Comunidad de Madrid", "ES", "region"),
    ("es", "Provincia de Guadalajara", "ES", "province"),
    ("zh-hans", "马德里自治区", "ES", "region"),
    ("es", "Estado de Jalisco", "MX", "state"),
    ("es", "Departamento de Antioquia", "CO", "department"),
    ("fr", "Département de la Drôme", "FR", "department"),
    ("fr", "Région Bretagne", "FR", "region"),
    ("zh-hans", "德龙省", "FR", "department"),
    ("pt", "Município de Évora", "PT", "municipality"),
    ("it", "Comune di Prato", "IT", "municipality"),
    ("it", "Città di Torino", "IT", "city"),
    ("nb", "Bærum kommune", "NO", "municipality"),
    ("nb", "Vestland fylke", "NO", "county"),
    ("sv", "Stockholms län", "SE", "county"),
    ("ro", "Județul Călărași", "RO", "county"),
    ("pl", "Województwo śląskie", "PL", "province"),
    ("uk", "Київська область", "UA", "region"),
    ("uk", "Броварський район", "UA", "district"),
    ("uk", "місто Бровари", "UA", "city"),
    ("zh-hans", "基辅州", "UA", "region"),
    ("ru", "Московская область", "RU", "region"),
    ("en", "Moscow Oblast", "RU", "region"),
    # South-East Asia
    ("fil", "Lungsod ng Legazpi", "PH", "city"),
    ("fil", "Lalawigan ng Albay", "PH", "province"),
    ("vi", "Tỉnh Nghệ An", "VN", "province"),
    ("id", "Kabupaten Sleman", "ID", "county"),
    ("zh-hans", "清迈府", "TH", "province"),
    # what looks like a kind and is none
    ("zh-hans", "广州", "CN", None),
    ("zh-hans", "成都", "CN", None),
    ("zh-hans", "光州", "KR", None),
    ("ja", "京都", "JP", None),
    ("ja", "太宰府", "JP", None),
    ("ko", "대구", "KR", None),
    ("ko", "광주", "KR", None),
    ("ko", "파리", "FR", None),
    ("en", "Cape Town", "ZA", None),
    ("en", "Georgetown", "GY", None),
    ("en", "Koh Lan", "TH", None),
    ("fr", "Villeneuve-de-la-Son", "FR", None),
    ("en", "Land O' Lakes", "US", None),
    ("es", "Guadalajara", "ES", None),
    ("uk", "Бровари", "UA", None),
    ("zh-hans", "市", "CN", None),
    ("en", "", "GB", None),
]


@pytest.mark.parametrize(("language", "name", "country", "kind"), TOLD)
def test_a_name_tells_its_kind_of_place(language, name, country, kind):
    assert propose_place_kind([(language, name)], country) == kind


def test_each_kind_of_place_is_told_by_some_name():
    assert {kind for *_name, kind in TOLD if kind} == set(PlaceKind.values)


@pytest.mark.parametrize(
    ("names", "country", "kind"),
    [
        ({"zh-hans": "贝鲁姆市", "nb": "Bærum kommune"}, "NO", "municipality"),
        ({"zh-hans": "加平郡", "en": "Gapyeong", "ko": "가평군"}, "KR", "county"),
        ({"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, "ES", "city"),
        ({"ja": "カリフォルニア", "en": "State of California"}, "US", "state"),
        ({}, "ES", None),
    ],
)
def test_the_places_own_language_is_asked_first_and_chinese_last(names, country, kind):
    assert propose_place_kind(names.items(), country) == kind
