"""The kinds of places, and the kind that a place's name tells: 南岳区 a district, Bærum kommune a municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db import models
from django.utils.translation import pgettext_lazy

from crm.folding import fold
from crm.languages import CHINESE


class PlaceKind(models.TextChoices):
    """What a place is by the law of its country, as near as one list for all countries has it."""

    CITY = "city", pgettext_lazy("kind of place", "City")
    MUNICIPALITY = "municipality", pgettext_lazy("kind of place", "Municipality")
    BOROUGH = "borough", pgettext_lazy("kind of place", "Borough")
    DISTRICT = "district", pgettext_lazy("kind of place", "District")
    COUNTY = "county", pgettext_lazy("kind of place", "County")
    TOWN = "town", pgettext_lazy("kind of place", "Town")
    VILLAGE = "village", pgettext_lazy("kind of place", "Village")
    PREFECTURE = "prefecture", pgettext_lazy("kind of place", "Prefecture")
    PROVINCE = "province", pgettext_lazy("kind of place", "Province")
    STATE = "state", pgettext_lazy("kind of place", "State")
    REGION = "region", pgettext_lazy("kind of place", "Region")
    DEPARTMENT = "department", pgettext_lazy("kind of place", "Department")


@dataclass(frozen=True)
class Marks:
    """Parts of names that tell a kind, as ``{kind: "mark|mark"}``.

    A mark with a space at its end begins a name, any other ends one. ``only`` and ``never`` are country codes.
    """

    kinds: dict[str, str]
    only: str = ""
    never: str = ""


OBLASTS = "RU UA BY KZ KG UZ TJ BG"
DEPARTMENTS = "FR HT CO BO UY PY SV GT HN NI"
HOMES = {CHINESE: "CN TW HK MO", "ja": "JP", "ko": "KR KP"}
MARKS = {
    CHINESE: (
        Marks(
            {
                "city": "市",
                "municipality": "自治市|市镇",
                "borough": "自治市镇|市辖区",
                "district": "区|街道",
                "county": "县|郡|自治县",
                "town": "镇|乡|町",
                "village": "村",
                "province": "省",
                "region": "自治区|特别行政区|大区|地区|边疆区",
            }
        ),
        Marks({"state": "州"}, never="CN TW JP KR KP VN"),  # 广州, 光州, 德州 are names of cities
        Marks({"district": "区|市辖区", "prefecture": "自治州|地区|盟", "county": "旗"}, only="CN"),
        Marks({"prefecture": "县|东京都|京都府|大阪府|北海道"}, only="JP"),
        Marks({"province": "道"}, only="KR KP"),
        Marks({"province": "府"}, only="TH"),
        Marks({"region": "州|共和国"}, only=OBLASTS),
        Marks({"department": "省"}, only=DEPARTMENTS),
    ),
    "ja": (
        Marks(
            {
                "city": "市",
                "municipality": "自治体|基礎自治体",
                "district": "区",
                "county": "郡",
                "town": "町",
                "village": "村",
                "province": "省|県",
                "region": "自治区|地方|地域圏",
            }
        ),
        Marks({"state": "州"}, never="CN TW JP KR KP VN"),
        Marks({"prefecture": "県|東京都|京都府|大阪府|北海道"}, only="JP"),
        Marks({"county": "県", "prefecture": "自治州"}, only="CN"),
        Marks({"province": "道"}, only="KR KP"),
        Marks({"region": "州"}, only=OBLASTS),
        Marks({"department": "県"}, only=DEPARTMENTS),
    ),
    "ko": (
        Marks({"city": "시", "county": "군", "district": "구"}),
        Marks({"province": "도", "town": "읍|면", "village": "리"}, only="KR KP"),
        Marks({"prefecture": "현|도쿄도|교토부|오사카부|홋카이도"}, only="JP"),
        Marks({"county": "현", "region": "자치구", "prefecture": "자치주"}, only="CN"),
        Marks({"province": "성"}, never="JP KR KP"),
        Marks({"state": "주"}, never=f"CN TW JP KR KP VN {OBLASTS}"),
        Marks({"region": "주"}, only=OBLASTS),
    ),
    "": (
        Marks(
            {  # English
                "city": "city of | city",
                "municipality": "municipality of | municipality|commune of ",
                "borough": "borough of |london borough of |royal borough of | borough",
                "district": "district of | district| raion",
                "county": "county of |county | county",
                "town": "town of |township of | township",
                "village": "village of ",
                "prefecture": " prefecture",
                "province": "province of | province| voivodeship| governorate",
                "state": "state of | state|canton of ",
                "region": "region of | region| oblast| krai|republic of |autonomous community of ",
                "department": "department of | department",
            }
        ),
        Marks(
            {  # Spanish, Portuguese, Italian, French
                "city": "ciudad de |cidade de |citta di |ville de ",
                "municipality": "municipio de |concelho de |comune di |commune de |ayuntamiento de ",
                "district": "distrito de |arrondissement de |arrondissement du ",
                "county": "condado de |comte de ",
                "town": "villa de |vila de ",
                "province": "provincia de |provincia del |provincia di |province de |province du ",
                "state": "estado de |estado do |estado da |canton de |canton du ",
                "region": "region de |region del |regiao |regione |region |comunidad |comunitat ",
                "department": "departamento de |departamento del |departement de |departement du |departement des ",
            }
        ),
        Marks(
            {  # German, Dutch, Norwegian, Swedish, Danish, Finnish
                "city": "stadt |kreisfreie stadt |landeshauptstadt | kaupunki| stad",
                "municipality": "gemeinde |gemeente | gemeinde| kommune| kommun| kunta",
                "district": "bezirk |stadtbezirk ",
                "county": "landkreis |kreis |kreis| landkreis| fylke| fylkeskommune",
                "town": "markt |marktgemeinde ",
                "province": "provinz |provincie ",
                "state": "freistaat |bundesland |kanton ",
                "region": "regierungsbezirk | maakunta",
            }
        ),
        Marks(
            {  # Romanian, Polish, Czech, Slovak, Hungarian, Turkish, Vietnamese, Indonesian, Filipino
                "city": "miasto |mesto |statutarni mesto |thanh pho |kota |lungsod ng ",
                "municipality": "municipiul |comuna |gmina |bayan ng |munisipalidad ng | belediyesi",
                "district": "sectorul |okres | okres| jaras| ilcesi|quan |huyen |kecamatan ",
                "county": "judetul |powiat | megye|kabupaten ",
                "town": "orasul |thi tran ",
                "village": "satul |barangay |xa |desa ",
                "province": "wojewodztwo | ili|tinh |provinsi |lalawigan ng ",
                "region": "regiunea | kraj|rehiyon ng ",
            }
        ),
        Marks(
            {  # Ukrainian, Russian
                "city": "місто |город |г. |м. ",
                "municipality": " громада| муниципальный округ| городской округ",
                "district": " район",
                "town": "селище |посёлок |пгт ",
                "village": "село |деревня |станица ",
                "region": " область| край|республика ",
            }
        ),
        Marks({"state": "land "}, only="DE AT"),
        Marks({"county": " lan"}, only="SE"),
        Marks(
            {
                "city": "-shi",
                "district": "-ku",
                "county": "-gun",
                "town": "-machi|-cho",
                "village": "-mura|-son",
                "prefecture": "-ken|-fu|-to",
            },
            only="JP",
        ),
        Marks(
            {
                "city": "-si",
                "district": "-gu",
                "county": "-gun",
                "town": "-eup|-myeon",
                "village": "-ri",
                "province": "-do",
            },
            only="KR KP",
        ),
    ),
}
SHORTEST_STEM = {"ko": 2}  # 대구 is a city, 강남구 a district
SHORT_DISTRICTS = ("중구", "동구", "서구", "남구", "북구")


@cache
def marks_for(language: str, country: str) -> list[tuple[str, str]]:
    """The marks (text, kind) that count in a language for a country, long ones first, then the country's own."""
    found = []
    for marks in MARKS[language]:
        if (not marks.only or country in marks.only.split()) and country not in marks.never.split():
            for kind, texts in marks.kinds.items():
                found += [(len(text), bool(marks.only), text, kind) for text in map(plain, texts.split("|"))]
    return [(text, kind) for *_order, text, kind in sorted(found, key=lambda row: row[:2], reverse=True)]


def plain(text: str) -> str:
    """Text as marks are compared: Latin and Cyrillic letters folded, East Asian ones as they are."""
    return text if any(char >= "\u3000" for char in text) else fold(text)


def propose_place_kind(names: Iterable[tuple[str, str]], country: str) -> str | None:
    """The kind that a place's names (language, text) tell, its own language's first; None where none tells."""
    for language, text in sorted(names, key=lambda name: distance(name[0], country)):
        if kind := kind_told(language if language in HOMES else "", country, plain(text.strip())):
            return kind
    return None


def distance(language: str, country: str) -> int:
    """How far a language is from a place: its own 0, English 1, an East Asian one for a place elsewhere 2."""
    if language in HOMES:
        return 0 if country in HOMES[language].split() else 2
    return 1 if language == "en" else 0


def kind_told(language: str, country: str, name: str) -> str | None:
    """The kind that one name tells, or None; a mark alone is no name."""
    if name in SHORT_DISTRICTS:
        return PlaceKind.DISTRICT
    shortest = SHORTEST_STEM.get(language, 1)
    for mark, kind in marks_for(language, country):
        there = name.startswith(mark) if mark.endswith(" ") else name.endswith(mark)
        if there and (len(name) - len(mark) >= shortest or (len(mark) > 2 and name == mark)):
            return PlaceKind(kind)
    return None
