"""Write crm/gazetteer/places.tsv.xz and regions.tsv.xz anew: the places that the form of a city looks up.

    .ci/make_gazetteer.py GEONAMES CLDR_SUBDIVISIONS

The first is a folder with GeoNames' places of 15,000 people and more (geonames_cities15000.csv.gz: geonameid, name,
native, native_confirmed, country, admin1, lat, lng, population, timezone, alternates) and their regions (admin1.csv:
country, admin1, name). The second has the names of regions by language (Debian: unicode-cldr-core,
common/subdivisions).
"""

import csv
import gzip
import lzma
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from difflib import get_close_matches
from pathlib import Path

from babel.languages import get_official_languages

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from crm.folding import fold
from crm.han_forms import simplify

TARGET = Path(__file__).resolve().parent.parent / "crm" / "gazetteer"
SOURCES = (
    "# Made by .ci/make_gazetteer.py from GeoNames (https://www.geonames.org/, CC BY 4.0) and, for the regions' names,"
    " Unicode CLDR 41 (Unicode License)."
)
CHINESE = "zh-hans"
# Whose country or region the table does not say (docs/domain.md §8): territories, regions of one, single places.
DISPUTED = set("EH FK GI XK YT".split())
DISPUTED |= {("UA", code) for code in "05 08 11 14 20 26".split()}
DISPUTED |= {("IN", code) for code in "12 30 41".split()} | {("PK", "06"), ("PK", "07")}
DISPUTED |= {("GE", "02"), ("MD", "58"), ("CY", "02"), ("ES", "CE"), ("ES", "ML"), ("IL", "WE")}
DISPUTED |= set("281184 7303419 7498240 611403 618577 146617 146286".split())
# What the table lacks of the partners of docs/domain.md §0, and names of theirs.
ADDED = [
    {
        "geonameid": "calarasi-ro",
        "name": "Călărași",
        "native": "",
        "native_confirmed": "",
        "country": "RO",
        "admin1": "41",
        "lat": "44.2",
        "lng": "27.3333",
        "population": "",
        "timezone": "Europe/Bucharest",
        "alternates": "克勒拉什|Кэлэраши|Келераш",
    }
]
REGIONS = [  # likewise
    {"country": "UA", "admin1": "13", "name": "Kyiv Oblast"},
    {"country": "UA", "admin1": "19", "name": "Rivne Oblast"},
    {"country": "UA", "admin1": "24", "name": "Volyn Oblast"},
    {"country": "UA", "admin1": "27", "name": "Zhytomyr Oblast"},
]
NAMES = {
    "1808370": "衡阳|헝양|Хен'ян|Хен’ян|Хэнъян|衡陽市|Hengyang Shi",
    "6822115": "栗东|栗东市",
    "508101": "波多利斯克",
    "711390": "布洛瓦雷",
    "2517595": "丰希罗拉",
    "1706889": "黎牙实比|黎牙实比市",
    "3121070": "瓜达拉哈拉|瓜达拉哈拉市",
    "4005539": "瓜达拉哈拉|瓜达拉哈拉市",
}
# Regions that GeoNames and CLDR call by other names: GeoNames' code and CLDR's.
SAME = {
    "UA": "01=ua71 02=ua74 03=ua77 04=ua12 05=ua14 06=ua26 07=ua63 08=ua65 09=ua68 10=ua35 12=ua30 13=ua32 14=ua09"
    " 15=ua46 16=ua48 17=ua51 18=ua53 21=ua59 22=ua61 23=ua05 25=ua21 19=ua56 24=ua07 27=ua18",
    "KR": "03=kr45 14=kr47 16=kr46 17=kr44 20=kr48",
    "ES": "07=esib 27=esri 29=esmd 31=esmc 32=esnc 34=esas 39=escb 53=escn 60=esvc",
    "DE": "08=derp",
    "RU": "11=rubu 12=ruce 27=rukc 29=rukem 42=rulen 80=ruud 93=ruzab",
    "CL": "08=clli",
    "RO": "10=rob",
    "MY": "04=my04",
    "PL": "73=pl04 81=pl20 84=pl26",
    "DK": "18=dk82",
    "FI": "05=fi06 07=fi16 11=fi15",
    "CZ": "52=cz10 78=cz64 79=cz31 83=cz51 87=cz32 88=cz20 89=cz42 90=cz72",
    "AR": "01=arb 07=arc",
    "BY": "02=byho 03=byhr 06=byma",
    "IT": "17=it32",
}
USUAL_NAME = {"1706889": "Legazpi"}  # where GeoNames' first name is not the one in use
LEFT_OUT = {"UA": ("ru",)}  # Ukraine gets no letter in Russian (docs/domain.md §0)
REMARK = "²³¹ "  # what CLDR tells its homonyms apart by
GENERIC = re.compile(
    r"\b(region|province|oblast|district|county|governorate|prefecture|state|republic|department|krai|kray|city|of|the"
    r"|municipality|autonomous|community|voivodeship|canton|raion|rayon|parish|division|metropolitan|special|do|si"
    r"|territory|gwangyeoksi)\b"
)


def plain(name: str) -> str:
    """A region's name for comparing: folded, without what regions are called."""
    letters = re.sub(r"[^a-z ]", " ", fold(name))
    return "".join(GENERIC.sub(" ", letters).split()) or "".join(letters.split())


def read_cldr(folder: Path) -> dict[str, dict[str, str]]:
    """CLDR's names of regions by code, then by language."""
    names: dict[str, dict[str, str]] = {}
    for file in folder.glob("*.xml"):
        for element in ElementTree.parse(file).iter("subdivision"):
            names.setdefault(element.get("type"), {})[file.stem] = element.text
    return names


def codes_of(regions: list[dict], cldr: dict) -> dict[tuple[str, str], str]:
    """CLDR's code of each region: as SAME says, else of the same English name, else of one like it that is free."""
    found = {}
    for country in {row["country"] for row in regions}:
        there = {code: names["en"] for code, names in cldr.items() if code[:2].upper() == country and "en" in names}
        rest = {row["admin1"]: row["name"] for row in regions if row["country"] == country}
        for match in (said(country), same(fold), same(plain), alike):
            codes = match(rest, there)
            found |= {(country, region): code for region, code in codes.items()}
            rest = {region: name for region, name in rest.items() if region not in codes}
            there = {code: name for code, name in there.items() if code not in codes.values()}
    return found


def said(country: str):
    """Match what SAME says of a country."""
    pairs = dict(pair.split("=") for pair in SAME.get(country, "").split())
    return lambda rest, there: {region: code for region, code in pairs.items() if region in rest and code in there}


def same(key):
    """Match names that are the same to ``key``, one of a kind."""

    def match(rest: dict, there: dict) -> dict:
        known = {key(name): code for code, name in there.items()}
        wanted = Counter(key(name) for name in rest.values())
        return {region: known[key(n)] for region, n in rest.items() if key(n) in known and wanted[key(n)] == 1}

    return match


def alike(rest: dict, there: dict) -> dict:
    """Match names that a letter or two tell apart."""
    known, found = {plain(name): code for code, name in there.items()}, {}
    for region, name in rest.items():
        if close := get_close_matches(plain(name), known, 1, 0.82):
            found[region] = known.pop(close[0])
    return found


def names_of_region(row: dict, names: dict[str, str]) -> str:
    """A region's names as ``language=name|…``: English as GeoNames has it, Chinese, and those of the country."""
    found = {"en": row["name"]}
    if chinese := names.get("zh"):
        found[CHINESE] = simplify(chinese.split(" (")[0].strip(REMARK))
    for language in get_official_languages(row["country"], de_facto=True):
        code = {"no": "nb", "tl": "fil"}.get(language, language)
        if language in names and code not in LEFT_OUT.get(row["country"], ("en", "zh")):
            found[code.replace("_", "-").lower()] = names[language].strip(REMARK)
    return "|".join(f"{language}={name}" for language, name in found.items())


def write_regions(regions: list[dict], cldr: dict) -> None:
    """Write the regions: country, code, names."""
    codes = codes_of(regions, cldr)
    rows = (
        (row["country"], row["admin1"], names_of_region(row, cldr.get(codes.get((row["country"], row["admin1"])), {})))
        for row in regions
    )
    write("regions", ["\t".join(row) for row in rows])


def is_disputed(row: dict) -> bool:
    """Whether the table leaves open where a place belongs."""
    return bool({row["country"], (row["country"], row["admin1"]), row["geonameid"]} & DISPUTED)


def names_of_place(row: dict) -> list[str]:
    """A place's names: the usual one, its own where it is sure, the others; one of those that only accents tell apart.

    Chinese characters stay as they are: simplified, traditional and Japanese forms are names of their own.
    """
    first = USUAL_NAME.get(row["geonameid"], row["name"])
    native = row["native"] if row["native_confirmed"] == "1" else ""
    others = [row["name"], row["native"], *row["alternates"].split("|"), *NAMES.get(row["geonameid"], "").split("|")]
    known, kept = {first, native, fold(first)}, []
    for name in map(str.strip, others):
        mark = name if any("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in name) else fold(name)
        if name and name not in known and mark not in known:
            known |= {name, mark}
            kept.append(name)
    return [first, native, *kept]


def line_of(row: dict) -> str:
    """A place as a line: id, country, region, latitude, longitude, population, time zone, names."""
    where = ("", "") if is_disputed(row) else (row["country"], row["admin1"])
    cells = [row["geonameid"], *where, row["lat"], row["lng"], row["population"], row["timezone"]]
    return "\t".join([*cells, "|".join(names_of_place(row))])


def write(name: str, lines: list[str]) -> None:
    """Write a compressed table."""
    text = "".join(f"{line}\n" for line in [SOURCES, *lines]).encode()
    (TARGET / f"{name}.tsv.xz").write_bytes(lzma.compress(text, preset=9 | lzma.PRESET_EXTREME))


def main(geonames: str, cldr: str) -> None:
    """Write both tables."""
    with gzip.open(Path(geonames) / "geonames_cities15000.csv.gz", "rt", encoding="utf-8") as file:
        places = [*csv.DictReader(file), *ADDED]
    with (Path(geonames) / "admin1.csv").open(encoding="utf-8") as file:
        regions = [*csv.DictReader(file), *REGIONS]
    places.sort(key=lambda row: -int(row["population"] or 0))
    write("places", [line_of(row) for row in places])
    write_regions(regions, read_cldr(Path(cldr)))


if __name__ == "__main__":
    main(*sys.argv[1:])
