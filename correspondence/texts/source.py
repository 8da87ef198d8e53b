"""Reads a letter text (docs/letter-texts.md): blocks with a key, conditions and one paragraph. Nothing is executed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from correspondence.errors import UnreadableText

BLOCK = re.compile(r"^## +([a-z_]+)(?: +\[([a-z_, ]*)\])? *$")
FIELD = re.compile(r"\{([^{}]*)\}")
# [condition, condition: words that stand if all hold|words that stand else]
CHOICE = re.compile(r"\[([a-z_]+(?:, *[a-z_]+)*):([^\[\]|]*)(?:\|([^\[\]|]*))?\]")


def split_conditions(text: str) -> tuple[str, ...]:
    """The conditions named in a list."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


@dataclass(frozen=True)
class Block:
    """A paragraph, the key that ties it to its twin, and the conditions that must all hold."""

    key: str
    conditions: tuple[str, ...]
    body: str

    @property
    def fields(self) -> list[str]:
        """The placeholders in it, in order."""
        return FIELD.findall(self.body)


@dataclass(frozen=True)
class LetterSource:
    """A letter text as read: the heading (or "") and the blocks in order."""

    heading: str
    blocks: tuple[Block, ...]


def inner_conditions(text: str) -> list[str]:
    """The conditions of the choices within a paragraph."""
    return [condition for names, *_words in CHOICE.findall(text) for condition in split_conditions(names)]


def choose(text: str, holds: Callable[[str], bool]) -> str:
    """The text with each choice settled: ``[one_signs: I|we]`` is I or we."""

    def settle(match):
        stands = all(holds(condition) for condition in split_conditions(match[1]))
        return match[2].removeprefix(" ") if stands else match[3] or ""

    return CHOICE.sub(settle, text)


def read_source(source: str) -> LetterSource:
    """Reads the text; raises UnreadableText with the line that is wrong."""
    heading, blocks, current = "", [], None
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("## "):
            match = BLOCK.match(line)
            if not match:
                raise UnreadableText(_("Line %(line)d: write “## key [condition, condition]”.") % {"line": number})
            current = (match[1], split_conditions(match[2] or ""), [])
            blocks.append(current)
        elif current is not None:
            current[2].append(line)
        elif line.startswith("heading:"):
            heading = line.removeprefix("heading:").strip()
        elif line.strip():
            raise UnreadableText(_("Line %(line)d: a paragraph stands below a “## key” line.") % {"line": number})
    read = tuple(Block(key, conditions, "\n".join(lines).strip()) for key, conditions, lines in blocks)
    if not read:
        raise UnreadableText(_("The text has no paragraph."))
    for block in read:
        if not block.body:
            raise UnreadableText(_("The paragraph “%(key)s” is empty.") % {"key": block.key})
    return LetterSource(heading, read)
