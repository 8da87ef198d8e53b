"""What a letter is called where nobody has given it a title."""

from django.utils.translation import get_language, override

from correspondence.models.kind import LetterKind
from correspondence.models.states import LetterDirection
from crm.languages import CHINESE

PLAIN = (LetterKind.LETTER, LetterKind.MESSAGE)  # of no kind that a title would name


def propose_title(letter) -> str:
    """Its kind and its correspondent in the reader's language; in Chinese as a register has it."""
    if (get_language() or "").startswith("zh"):
        return propose_chinese_title(letter)
    return f"{letter.kind} – {letter.correspondent}"


def propose_chinese_title(letter) -> str:
    """致瓜达拉哈拉市政府市长关于新冠疫情的慰问函; of one of theirs 瓜达拉哈拉市政府市长的来函."""
    out = letter.direction == LetterDirection.OUT
    with override(CHINESE):
        about = f"关于{letter.occasion}" if letter.occasion else ""
        plain = "函" if out else "来函"
        kind = plain if letter.kind_id in PLAIN else letter.kind
        return f"{'致' if out else ''}{letter.post or letter.correspondent}{about}的{kind}"
