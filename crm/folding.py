"""One text a record is found by: all its names, folded, and Chinese by pinyin too."""

import unicodedata

from pypinyin import lazy_pinyin

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "å": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ʼ": "", "’": "", "'": ""}
)


def fold(text: str) -> str:
    """Case, accents and apostrophes taken away: Călărași and CALARASI fold alike."""
    folded = text.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def pinyin(text: str) -> str:
    """The pinyin of Chinese text without tones; other characters stay."""
    return "".join(lazy_pinyin(text))


def search_text(*names: str) -> str:
    """The folded names, each with its pinyin and pinyin initials where it has Chinese characters."""
    parts = []
    for name in filter(None, names):
        parts.append(fold(name))
        if any("\u4e00" <= c <= "\u9fff" for c in name):
            syllables = lazy_pinyin(name)
            parts += ["".join(syllables), "".join(s[0] for s in syllables)]
    return " ".join(dict.fromkeys(parts)).lower()


_NUMBER_SIGNS = str.maketrans("〔〕[]{}【】〖〗號", "()()()()()号")


def fold_number(text: str) -> str:
    """A document number without what may differ in writing: widths, brackets, 号 and 號, spaces, case.

    衡外函〔2020〕12号, 衡外函[2020]12號 and 衡外函（２０２０） 12 号 fold alike.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_NUMBER_SIGNS).casefold()
    return "".join(c for c in folded if not (c.isspace() or unicodedata.category(c) == "Cf"))
