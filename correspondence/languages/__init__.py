"""The letter languages, in the office's order. A new one is a file here and its code in this tuple."""

from importlib import import_module

from correspondence.languages.base import Language

CODES = ("zh-hans", "en", "ja", "ko", "es", "uk", "nb", "ro", "fil")


def language_rules(code: str) -> Language:
    """The rules of a letter language; raises KeyError for a code not in CODES."""
    if code not in CODES:
        raise KeyError(code)
    return import_module(f"correspondence.languages.{code.replace('-', '_')}").LANGUAGE
