"""The letter languages: the files of this folder, each one language, in the order that they ask for."""

from importlib import import_module
from pkgutil import iter_modules

from correspondence.languages.base import Language


def find_languages() -> dict[str, Language]:
    """Every language by its code, in order: Chinese and English first, new ones last."""
    names = [module.name for module in iter_modules(__path__) if module.name != "base"]
    found = [import_module(f"{__name__}.{name}").LANGUAGE for name in names]
    return {rules.code: rules for rules in sorted(found, key=lambda rules: (rules.order, rules.code))}


LANGUAGES = find_languages()
CODES = tuple(LANGUAGES)


def language_rules(code: str, country: str = "") -> Language:
    """The rules of a letter language as its reader's country writes it; raises KeyError for a code that no file has."""
    return LANGUAGES[code].variety(country)
