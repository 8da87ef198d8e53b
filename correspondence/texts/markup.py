"""The little mark-up a letter's body has: **bold** and lists. All else is literal."""

import re

BOLD = re.compile(r"\*\*(.+?)\*\*")
EMPTY_LINES = re.compile(r"\n\s*\n")


def split_bold(text: str) -> list[tuple[str, bool]]:
    """Text as (words, bold) runs."""
    runs = [(part, bool(number % 2)) for number, part in enumerate(BOLD.split(text))]
    return [(words, bold) for words, bold in runs if words]


def split_paragraphs(text: str) -> list[str]:
    """Text as paragraphs: an empty line, also one that a drafter typed, begins a new one."""
    return [paragraph.strip("\n") for paragraph in EMPTY_LINES.split(text) if paragraph.strip()]
