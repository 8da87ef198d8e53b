"""One text a record is found by: all its names, folded, and Chinese by pinyin too."""

import unicodedata
from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

# The number of the folding below. A new one has every record's text written anew after the next migration or restore
# (crm/models/common.py); raise it with any change of ``fold``, ``search_text`` or the table of variants.
FOLDING = 2

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "å": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ʼ": "", "’": "", "'": ""}
)


def nfc(text: str) -> str:
    """The text with its letters composed: macOS sends 김 as three characters and é as two (Unicode's NFC)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@cache
def han_variants() -> dict[int, str]:
    """Each Han character that is written in several ways, to the one that stands for all of them.

    Simplified, traditional and Japanese forms and other variants, a group a line, its first the one that stands:
    高髙. The file says whence it comes.
    """
    lines = (Path(__file__).parent / "han_variants.txt").read_text("utf-8").splitlines()
    groups = (line for line in lines if not line.startswith("#"))
    return {ord(variant): group[0] for group in groups for variant in group[1:]}


def fold(text: str) -> str:
    """Case, accents, apostrophes and variants taken away: Călărași and CALARASI fold alike, 髙橋 and 高桥 too."""
    folded = text.casefold().translate(_LETTERS)
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return letters if letters.isascii() else letters.translate(han_variants())


def pinyin(text: str) -> str:
    """The pinyin of Chinese text without tones; other characters stay."""
    return "".join(syllables(text))


def syllables(text: str) -> list[str]:
    """The pinyin of each Chinese character, of a rare one as of that which it is a variant of: 𠮷田 is ji, tian."""
    return lazy_pinyin(text, errors=syllables_of_variants)


def syllables_of_variants(text: str) -> list[str]:
    """The pinyin of characters that have none of their own, by their variants; the others stay in one piece."""
    return lazy_pinyin(text.translate(han_variants()))


def is_han(character: str) -> bool:
    """Whether it is a Chinese character, also of the rare planes: 橋, 𠮷, 﨑."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def search_text(*names: str) -> str:
    """The folded names, each with its pinyin and pinyin initials where it has Chinese characters."""
    parts = []
    for name in filter(None, names):
        parts.append(fold(name))
        if any(map(is_han, name)):
            read = syllables(name)
            parts += ["".join(read), "".join(syllable[0] for syllable in read)]
    return " ".join(dict.fromkeys(parts)).lower()


_NUMBER_SIGNS = str.maketrans("〔〕[]{}【】〖〗號", "()()()()()号")


def fold_number(text: str) -> str:
    """A document number without what may differ in writing: widths, brackets, 号 and 號, spaces, case.

    衡外函〔2020〕12号, 衡外函[2020]12號 and 衡外函（２０２０） 12 号 fold alike.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_NUMBER_SIGNS).casefold()
    return "".join(c for c in folded if not (c.isspace() or unicodedata.category(c) == "Cf"))
