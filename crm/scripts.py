"""Which script a text is written in, by the Unicode names of its letters."""

import unicodedata

LATIN = "LATIN"
READ_EVERYWHERE = (LATIN, "MODIFIER", "FEMININE", "MASCULINE")  # as Unicode begins their letters' names: Å, ʼ, ª, º
WITHOUT_SPACES = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA")


def script_of(letter: str) -> str:
    """The script of a letter, as the first word of its Unicode name: LATIN, CYRILLIC, CJK."""
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]


def is_written_in(text: str, scripts: tuple[str, ...]) -> bool:
    """Whether every letter of a text is of one of the scripts."""
    return all(script_of(letter) in scripts for letter in text if letter.isalpha())
