"""Which of a place's names may be its name in which language; somebody ticks those that are right.

The table says of no name what language it is in: the script tells, with the languages of the country.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from crm.gazetteer.table import Place
from crm.han_forms import is_simplified, simplify, simplify_japanese_name
from crm.languages import CHINESE, letter_rules, name_languages
from crm.scripts import LATIN, WITHOUT_SPACES, is_written_in

CHOICES, CHOICES_ABROAD = 3, 2  # names in one language, at most: of the country, Chinese, English; of others
HAN = WITHOUT_SPACES[:2]
KANA = WITHOUT_SPACES[2:]
JAPANESE, TRADITIONAL = "ja", "zh-hant"
NAMES_IN_HAN = {"CN": CHINESE, "SG": CHINESE, "TW": TRADITIONAL, "HK": TRADITIONAL, "MO": TRADITIONAL, "JP": JAPANESE}
KOREAN_KIND = re.compile(" (?=[시군구도]$)")
APOSTROPHES = str.maketrans("'’", "ʼʼ")
NEVER = {"UA": ("ru",)}  # docs/domain.md §0
OUR_CODES = {"no": "nb", "tl": "fil", "zh_Hant": TRADITIONAL}
SCRIPTS = {"Hang": ("HANGUL",), "Kore": ("HANGUL",), "Beng": ("BENGALI",), "Orya": ("ORIYA",)}
ALPHABETS = {  # of languages in one script, where a letter tells them apart
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
}


@dataclass(frozen=True)
class ProposedName:
    """A name that may be right in a language, with the region's in that language or ""."""

    language: str
    text: str
    region: str


def propose_names(place: Place) -> Iterator[ProposedName]:
    """Yield the names that may be right: in the country's languages, Chinese, English, then those of letters."""
    first = (*languages_of(place.country), CHINESE, "en")
    for language in dict.fromkeys((*first, *letter_rules(), "ru")):
        for text in islice(dict.fromkeys(names_in(place, language)), CHOICES if language in first else CHOICES_ABROAD):
            yield ProposedName(language, text, place.regions.get(language, ""))


@cache
def languages_of(country: str) -> tuple[str, ...]:
    """The languages of a country or region that CLDR names official, by our codes, Chinese by how it is written."""
    known, found = dict(name_languages()), [NAMES_IN_HAN.get(country, "")]
    for code in get_official_languages(country, de_facto=True) if country else ():
        found.append(OUR_CODES.get(code, code.replace("_", "-").lower()))
    left_out = NEVER.get(country, ())
    return tuple(code for code in dict.fromkeys(found) if code in known and code not in ("zh", "en", *left_out))


def names_in(place: Place, language: str) -> Iterable[str]:
    """The names of a place that may be right in a language, the likeliest first."""
    if language in NEVER.get(place.country, ()):
        return ()
    if language in (CHINESE, TRADITIONAL, JAPANESE):
        return names_in_han(place, language)
    if scripts_of(language) == (LATIN,):
        return latin_names(place, language)
    written = written_in(place, scripts_of(language))
    letters = ALPHABETS.get(language)
    return (name for name in written if not letters or set(name.lower()) - set(" -") <= letters)


def latin_names(place: Place, language: str) -> Iterable[str]:
    """The usual names, for English and languages of the country; without Rittō's stroke where others are written."""
    own = languages_of(place.country)
    if language != "en" and language not in own:
        return ()
    if any(scripts_of(code) == (LATIN,) for code in own):
        return place.usual_names
    apart = (unicodedata.normalize("NFD", name) for name in place.usual_names)
    return ("".join(letter for letter in name if not unicodedata.combining(letter)) for name in apart)


def names_in_han(place: Place, language: str) -> Iterable[str]:
    """The names of a place in Chinese characters, or in Japanese with kana.

    Names of a place in Japan are Japanese, those with the signs of other scripts no Chinese ones; 沪 is short for one.
    """
    home = NAMES_IN_HAN.get(place.country)
    names = [name for name in written_in(place, HAN) if len(name) > 1]
    if language == JAPANESE and home == JAPANESE:
        changed = {simplify(name) for name in names if simplify(name) != name}
        return [name for name in names if name not in changed]
    if language == JAPANESE:
        return written_in(place, (*HAN, *KANA), but=HAN)
    if language == TRADITIONAL:
        return names if home == TRADITIONAL else ()
    change = simplify_japanese_name if home == JAPANESE else simplify
    return sorted(map(change, names), key=lambda name: name not in names and not is_simplified(name))


def written_in(place: Place, scripts: Iterable[str], but: Iterable[str] = ()) -> list[str]:
    """The names of a place that are written in some scripts, without those in others; its own first.

    What has more words than the usual name says more than that: a byname, the district too.
    """
    names = [write_closed(name) for name in place.names[1:] if any(map(str.isalpha, name))]
    names = [name for name in names if len(name.split()) <= len(place.name.split())]
    letters = [(name, name.replace("ʼ", "")) for name in names]  # no script's own
    return [name for name, text in letters if is_written_in(text, scripts) and not (but and is_written_in(text, but))]


def write_closed(name: str) -> str:
    """A name as its language writes it: 헝양시 without a space, Хенʼян with the letter U+02BC."""
    return KOREAN_KIND.sub("", name).translate(APOSTROPHES)


@cache
def scripts_of(language: str) -> tuple[str, ...]:
    """The scripts of a language, as Unicode begins their letters' names."""
    rules = letter_rules().get(language)
    if rules and rules.scripts:
        return tuple(rules.scripts)
    likely = get_global("likely_subtags").get(language.replace("-", "_"), "")
    code = next((part for part in likely.split("_") if len(part) == 4 and part.isalpha()), "Latn")
    return SCRIPTS.get(code) or (Locale.parse("en").scripts.get(code, LATIN).split()[0].upper(),)
