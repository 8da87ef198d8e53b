"""The files that come with Wanglai: letter texts and the words of things (fixtures/)."""

import tomllib
from pathlib import Path

from django.conf import settings

from correspondence.errors import UnreadableText
from crm.languages import CHINESE


def text_files() -> list[Path]:
    """Every shipped letter text, fixtures/letter_templates/<kind>/<language>.md."""
    return sorted((settings.FIXTURES_DIR / "letter_templates").glob("*/*.md"))


def item_kinds() -> tuple[str, ...]:
    """The shipped kinds of items, in order: those of the Chinese file, since every letter has a Chinese text.

    Raises UnreadableText.
    """
    return tuple(read_words(CHINESE))


def read_words(language: str) -> dict[str, dict[str, str]]:
    """The shipped words of a language, {kind of item: {form: text}}; raises UnreadableText with what is wrong."""
    path = settings.FIXTURES_DIR / "item_words" / f"{language}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UnreadableText(f"fixtures/item_words/{path.name} is missing; write it like en.toml beside it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableText(f"fixtures/item_words/{path.name} cannot be read: {error}.") from error
