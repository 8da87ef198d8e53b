"""Han characters as Simplified Chinese writes them: 鈴木 is 铃木, 渡辺 渡边."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "han_simplified.txt"
# What Chinese has too and means otherwise; in a Japanese name it is another character's short form: 浜崎 is 滨崎.
IN_JAPANESE_NAMES = str.maketrans("浜芸", "滨艺")
REPEATED = "々"


@cache
def simplified_forms() -> dict[int, str]:
    """Each character that Simplified Chinese writes otherwise, to the form that it writes; the file says whence."""
    lines = (line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {ord(form): line[0] for line in lines for form in line[1:]}


def is_simplified(text: str) -> bool:
    """Whether Simplified Chinese writes every character of a text so; what has no form of its own in it may stand."""
    return not any(ord(character) in simplified_forms() for character in text)


def simplify(text: str) -> str:
    """A text in the characters of Simplified Chinese."""
    return text.translate(simplified_forms())


def simplify_japanese_name(name: str) -> str:
    """A Japanese name as Chinese writes it: 佐々木 is 佐佐木."""
    written = "".join(name[place - 1] if place and c == REPEATED else c for place, c in enumerate(name))
    return simplify(written).translate(IN_JAPANESE_NAMES)
