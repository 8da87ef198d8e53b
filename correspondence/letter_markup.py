"""The little mark-up a letter's body has: **bold** and lists. All else is literal."""

import re

BOLD = re.compile(r"\*\*(.+?)\*\*")


def split_bold(text: str) -> list[tuple[str, bool]]:
    """Text as (words, bold) runs."""
    runs = [(part, bool(number % 2)) for number, part in enumerate(BOLD.split(text))]
    return [(words, bold) for words, bold in runs if words]
