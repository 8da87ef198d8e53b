"""Addresses of every country: each part that is filled stands in the lines, apart from the others, as it was typed."""

import re
from itertools import combinations

import pytest
from babel import Locale

from crm.postal import LETTERS, address_format, write_address, writes_latin

COUNTRIES = sorted(code for code in Locale.parse("en").territories if re.fullmatch("[A-Z]{2}", code))
MARKS = {
    "street": "nTreet",
    "district": "nDistrict",
    "town": "nTown",
    "region": "nRegion",
    "postcode": "90817",
    "sorting_code": "5x6y",
}
NAME = "nName"
TWICE = ("CI", "sorting_code")  # 06 B.P. 37 Abidjan 06, so its format says
STRAY = re.compile(r"^[\s,/-]|[\s,/-]$|[,/-]\s*[,/-]|\s\s")


def faults(country: str, parts: dict, *, latin: bool, capitals: bool = False) -> list:
    """What is wrong with an address's lines: a part that is missing, doubled, touched or changed; a stray sign."""
    lines = write_address(country, parts, names=[NAME], latin=latin, capitals=capitals)
    text, found = "\n".join(lines), [line for line in lines if STRAY.search(line)]
    for name, mark in {**parts, "names": NAME}.items():
        flags = re.IGNORECASE if capitals else 0
        code = "(?:[A-Z]{2})?" if name == "postcode" else ""  # FO100, HT6110: the country's own mark before it
        whole = re.findall(rf"(?<!\w){code}{mark}(?!\w)", text, flags)
        if len(whole) != (2 if (country, name) == TWICE else 1) or len(re.findall(mark, text, flags)) != len(whole):
            found.append((name, lines))
    return found


@pytest.mark.parametrize("latin", [False, True])
@pytest.mark.parametrize("capitals", [False, True])
def test_every_part_that_a_countrys_form_offers_is_in_its_lines(latin, capitals):
    for country in COUNTRIES:
        parts = {name: MARKS[name] for name in address_format(country).offered}
        assert faults(country, parts, latin=latin, capitals=capitals) == [], country
    assert len(COUNTRIES) > 240


@pytest.mark.parametrize("latin", [False, True])
def test_every_part_that_is_filled_is_in_the_lines_also_where_the_country_does_not_use_it(latin):
    formats = {}
    for country in COUNTRIES:
        form = address_format(country)
        formats.setdefault((form.local, form.latin), country)
    for country in formats.values():
        for count in range(1, len(MARKS) + 1):
            for names in combinations(MARKS, count):
                assert faults(country, {name: MARKS[name] for name in names}, latin=latin) == [], country
    assert len(formats) > 60


def test_lines_are_told_to_be_wrong_where_a_part_is_missing_touched_or_changed(monkeypatch):
    def told(lines):
        monkeypatch.setattr("tests.crm.test_postal.write_address", lambda *args, **kwargs: lines)
        return bool(faults("ES", {"town": "nTown", "postcode": "90817"}, latin=False))

    right = ["nName", "90817 nTown"]
    wrong = (["nName", "90817"], ["nName", "90817nTown"], ["nName", "90817 NTOWN"], ["nName", "90817 nTown,"])
    assert [told(lines) for lines in (right, *wrong, [*right, "nTown"])] == [False, True, True, True, True, True]


@pytest.mark.parametrize(
    ("country", "parts", "line"),
    [
        ("ES", {"town": "Guadalajara", "region": "guadalajara ", "postcode": "19001"}, "19001 Guadalajara"),
        ("CN", {"region": "北京市", "town": "北京市", "district": "朝阳区"}, "北京市朝阳区"),
        ("SG", {"town": "Singapore", "postcode": "049213"}, "Singapore 049213"),
        ("SG", {"postcode": "Singapore 049213"}, "Singapore 049213"),
        ("SG", {"town": "singapore"}, "Singapore"),
        ("GI", {"town": "Gibraltar"}, "Gibraltar"),
        ("JP", {"postcode": "520-3088"}, "〒520-3088"),
        ("JP", {"postcode": "〒520-3088"}, "〒520-3088"),
        ("CH", {"postcode": "3000", "town": "Bern"}, "CH-3000 Bern"),
        ("CH", {"postcode": "ch-3000", "town": "Bern"}, "ch-3000 Bern"),
        ("PR", {"postcode": "00901"}, "PR 00901"),
        ("US", {"town": "Springfield", "postcode": "62701"}, "Springfield 62701"),
        ("VE", {"town": "Caracas", "region": "Miranda"}, "Caracas, Miranda"),
        ("MX", {"postcode": "44100", "region": "Jalisco"}, "44100 Jalisco"),
        ("FR", {"town": " Annecy , ", "postcode": "74000"}, "74000 Annecy"),
    ],
)
def test_a_line_says_each_place_once_with_the_separator_that_fits(country, parts, line):
    assert write_address(country, parts) == [line]


def test_a_part_without_a_place_in_the_format_stands_where_a_reader_looks_for_it():
    parts = {"street": "35 Dubai Street", "town": "Al Ain", "region": "Abu Dhabi"}
    assert write_address("AE", parts, latin=True) == ["35 Dubai Street", "Al Ain, Abu Dhabi"]
    parts = {"street": "1 High Street", "district": "Didsbury", "town": "Manchester", "region": "Lancashire"}
    assert write_address("GB", {**parts, "postcode": "M20 6RE"}) == [*parts.values(), "M20 6RE"]
    parts = {"street": "南湾大马路1号", "district": "大堂区", "town": "澳门", "postcode": "999078"}
    assert write_address("MO", parts, names=["某人"]) == ["999078", "澳门大堂区", "南湾大马路1号", "某人"]


def test_a_street_of_several_lines_keeps_them_where_it_stands_alone():
    parts = {"street": "City Hall\r\n1-13-33 Anyoji,\n", "town": "Ritto"}
    assert write_address("PH", parts) == ["City Hall", "1-13-33 Anyoji", "Ritto"]
    assert write_address("JP", parts, latin=True) == ["City Hall, 1-13-33 Anyoji, Ritto"]


@pytest.mark.parametrize(
    ("country", "parts", "lines"),
    [
        ("TR", {"town": "Çiğli", "region": "İzmir"}, ["ÇİĞLİ/İzmir"]),
        ("GR", {"town": "Αθήνα", "postcode": "105 57"}, ["105 57 ΑΘΗΝΑ"]),
        ("GE", {"town": "თბილისი"}, ["თბილისი"]),
        ("RO", {"street": "Str. Păcii", "town": "Iași"}, ["STR. PĂCII", "IAȘI"]),
        ("CH", {"town": "Bern"}, ["Bern"]),
        ("SG", {"postcode": "049213"}, ["SINGAPORE 049213"]),
    ],
)
def test_an_envelope_has_the_capitals_of_country_and_language(country, parts, lines):
    assert write_address(country, parts, capitals=True) == lines


def test_without_any_part_nothing_but_the_addressee_stands():
    assert write_address("SG", {"street": "  "}, names=["Ms Tan"]) == ["Ms Tan"]
    assert write_address("GI", {}) == []


def test_a_country_that_the_package_does_not_know_has_the_general_format():
    assert write_address("XX", {"street": "1 Road", "town": "Zeta", "postcode": "7"}) == ["1 Road", "Zeta 7"]


def test_a_form_offers_what_the_country_uses():
    offered = {country: address_format(country).offered for country in ("NO", "JP", "CI", "SG")}
    assert offered == {
        "NO": ("street", "town", "postcode"),
        "JP": ("street", "town", "region", "postcode"),
        "CI": ("street", "town", "sorting_code"),
        "SG": ("street", "postcode"),
    }
    assert [*LETTERS] == [*MARKS]


def test_the_countrys_own_script_is_told():
    assert [country for country in ("ES", "JP", "UA", "VN", "TR", "US") if not writes_latin(country)] == ["JP", "UA"]
