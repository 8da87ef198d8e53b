"""One folding for what is stored and what is asked, character by character; and Chinese read as pinyin."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from pypinyin import lazy_pinyin

# The number of the folding below. A new one has the index written anew after the next migration or restore
# (crm/search/rebuilding.py); raise it with any change of ``fold``, of crm/tokens.py or of the table of variants.
FOLDING = 4

_LETTERS = {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
_APOSTROPHES = frozenset("'’‘‛`´ʹʻʼʽʾʿˈˊˋ′՚׳ꞌ＇｀")
_VOICED = frozenset("\u3099\u309a")  # が is another letter than か, and no か with an accent
_VOICED_ALONE = {"゛": "\u3099", "゜": "\u309a"}
# The consonants that end a syllable of Hangul as those that begin one: however far 가나 is typed, 간 on the way too.
_HANGUL_BEGINNINGS = (
    "ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ"
)
_HANGUL_ENDS = dict(zip(map(chr, range(0x11A8, 0x11C3)), _HANGUL_BEGINNINGS.split(), strict=True))


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


class _Folds(dict):
    """What each character folds to, by its code point; it fills itself as characters come."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_character(chr(code))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text without what may differ in writing: case, accents, apostrophes, width, kana, forms of one character.

    Each character is folded by itself, so that fold(a + b) == fold(a) + fold(b): what is found of a text is found
    wherever it is cut. Letters come apart (NFD), for composed Hangul would break that rule.
    """
    return text.translate(_FOLDS)


def fold_character(character: str) -> str:
    """What one character folds to: nothing, a letter or several."""
    apart = unicodedata.normalize("NFKD", _VOICED_ALONE.get(character, character)).casefold()
    return "".join(map(_fold_letter, unicodedata.normalize("NFKD", apart)))


def _fold_letter(letter: str) -> str:
    """What one letter, an accent or a sign by itself folds to."""
    if letter in _VOICED:
        return letter
    if letter in _APOSTROPHES or unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return ""
    if "ァ" <= letter <= "ヶ":
        return chr(ord(letter) - ord("ァ") + ord("ぁ"))
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return str(digit)
    return _LETTERS.get(letter) or _HANGUL_ENDS.get(letter) or han_variants().get(ord(letter), letter)


def pinyin(text: str) -> str:
    """The pinyin of Chinese text without tones; other characters stay."""
    return "".join(syllables(text))


@lru_cache(maxsize=1000)
def name_order(text: str) -> str:
    """By what names are sorted: Latin letters, Chinese by pinyin; kept, for the same few stand in every list."""
    return fold(pinyin(text))


def syllables(text: str) -> list[str]:
    """The pinyin of each Chinese character, of a rare one as of that which it is a variant of: 𠮷田 is ji, tian."""
    return lazy_pinyin(text, errors=syllables_of_variants)


def syllables_of_variants(text: str) -> list[str]:
    """The pinyin of characters that have none of their own, by their variants; the others stay in one piece."""
    return lazy_pinyin(text.translate(han_variants()))


def is_han(character: str) -> bool:
    """Whether it is a Chinese character, also of the rare planes: 橋, 𠮷, 﨑."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


_NUMBER_SIGNS = str.maketrans("〔〕[]{}【】〖〗號", "()()()()()号")


def fold_number(text: str) -> str:
    """A document number without what may differ in writing: widths, brackets, 号 and 號, spaces, case.

    衡外函〔2020〕12号, 衡外函[2020]12號 and 衡外函（２０２０） 12 号 fold alike.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_NUMBER_SIGNS).casefold()
    return "".join(c for c in folded if not (c.isspace() or unicodedata.category(c) == "Cf"))
