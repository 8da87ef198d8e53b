"""The little mark-up a letter's words have: **bold**, ^raised^ and lists. All else is literal."""

import re

BOLD = re.compile(r"\*\*(.+?)\*\*")
RAISED = re.compile(r"\^([^^\s]{1,4})\^")
EMPTY_LINES = re.compile(r"\n\s*\n")


def split_bold(text: str) -> list[tuple[str, bool]]:
    """Text as (words, bold) runs."""
    runs = [(part, bool(number % 2)) for number, part in enumerate(BOLD.split(text))]
    return [(words, bold) for words, bold in runs if words]


def split_raised(text: str) -> list[tuple[str, bool]]:
    """Text as (words, raised) runs: the er of 1er, the o of 1.o."""
    runs = [(part, bool(number % 2)) for number, part in enumerate(RAISED.split(text))]
    return [(words, raised) for words, raised in runs if words]


def unmarked(text: str) -> str:
    """Text without the marks of bold and raised words."""
    return RAISED.sub(r"\1", text.replace("**", ""))


def split_paragraphs(text: str) -> list[str]:
    """Text as paragraphs: an empty line, also one that a drafter typed, begins a new one."""
    return [paragraph.strip("\n") for paragraph in EMPTY_LINES.split(text) if paragraph.strip()]


def list_items(paragraph: str) -> list[str]:
    """The items of a paragraph that is a list, each line of which begins with "- "; [] where it is none."""
    lines = paragraph.split("\n")
    return [line[2:] for line in lines] if all(line.startswith("- ") for line in lines) else []
