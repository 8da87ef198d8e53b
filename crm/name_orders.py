"""The order and spacing of the parts of a name, by the custom that it follows (docs/domain.md §8)."""

import unicodedata
from enum import StrEnum

from crm.folding import nfc

CHINESE_CUSTOM = "zh"
# Languages whose names have the family name first, as CLDR lists them for personal names, and where they are spoken.
FAMILY_FIRST = {
    **dict.fromkeys(("zh", "yue", "wuu", "nan", "hak", "gan", "hsn", "lzh"), ("CN", "TW", "HK", "MO")),
    "ja": ("JP",),
    "ko": ("KR", "KP"),
    "vi": ("VN",),
    "km": ("KH",),
    "hu": ("HU",),
}
CUSTOM_OF_COUNTRY = {country: custom for custom, countries in reversed(FAMILY_FIRST.items()) for country in countries}
# Family-first languages whose middle name follows the given name, and whose names Chinese writes with dots.
MIDDLE_LAST = {"hu"}


class Part(StrEnum):
    """A part of a name that stands between or after the others."""

    MIDDLE = "middle"
    PATRONYMIC = "patronymic"
    SECOND_FAMILY = "second_family"


# Languages, of all that CLDR knows, whose names have another middle part than a middle name.
MIDDLE_PARTS = {
    **dict.fromkeys(("es", "ca", "eu", "gl"), Part.SECOND_FAMILY),
    **dict.fromkeys(("uk", "ru", "be", "bg", "kk", "ky"), Part.PATRONYMIC),
}


def custom_of(form: str, language: str, own: str, country: str = "") -> str:
    """Return the language whose custom a name follows, "" where nothing tells.

    ``own`` is the language of the same person's name in its own script: however a name is written, it keeps the order
    it has there. ``language`` tells of a name in its own script or in Latin letters; of another writing it only says
    who writes it so, and the ``country`` (a code) tells.
    """
    told = own or (language if form in ("own", "latin") else "")
    return told.split("-")[0] if told else CUSTOM_OF_COUNTRY.get(country, "")


def propose_order(form: str, language: str, own: str, country: str) -> bool:
    """Whether the family name comes first, unless somebody says otherwise; asked as ``custom_of`` is.

    A Hungarian is Orbán Viktor at home and Viktor Orbán where others write the name in Latin letters.
    """
    custom = custom_of(form, language, own, country)
    return custom in FAMILY_FIRST and not (custom == "hu" and form == "latin")


def arrange(family: str, given: str, middle: str, *, family_first: bool, custom: str) -> list[str]:
    """Return the parts that are filled, in the order of the name.

    Family name first: Nguyễn Thị Minh Khai, Коваль Іван Ілліч, Ruiz Gil Ana. Given name first: Ana Ruiz Gil, Іван Ілліч
    Коваль, José Protacio Rizal.
    """
    part = MIDDLE_PARTS.get(custom, Part.MIDDLE)
    if not family_first:
        parts = [given, family, middle] if part == Part.SECOND_FAMILY else [given, middle, family]
    elif part == Part.PATRONYMIC or (part == Part.MIDDLE and middle_follows(custom)):
        parts = [family, given, middle]
    else:
        parts = [family, middle, given]
    return [nfc(text) for text in parts if text]


def middle_follows(custom: str) -> bool:
    """Whether a middle name follows the given name where the family name is first: it does but in East Asia."""
    return custom in MIDDLE_LAST or bool(custom and custom not in FAMILY_FIRST)


def separator(parts: list[str], *, chinese: bool, family_first: bool, custom: str) -> str:
    """Return what stands between the parts: a dot in foreign names as Chinese writes them, nothing in 野村昌大."""
    if chinese and (not family_first or custom in MIDDLE_LAST):
        return "·"
    return "" if family_first and is_east_asian("".join(parts)) else " "


def is_east_asian(text: str) -> bool:
    """Whether all letters are Han, kana or Hangul, also of the rare planes; marks that choose a shape do not count."""
    return all(unicodedata.east_asian_width(c) == "W" or unicodedata.category(c) == "Mn" for c in text if c != " ")
