"""Languages as crm knows them: those of letters, which settings name, and those of names, all of CLDR."""

from functools import cache
from importlib import import_module

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from crm.folding import fold, pinyin

CHINESE = "zh-hans"
NO_LANGUAGES = {"und", "mul", "mis", "zxx"}


def letter_rules() -> dict:
    """Each letter language by its code, in the office's order; settings name the module, which stands upstairs."""
    return import_module(settings.LETTER_LANGUAGES_FROM).LANGUAGES


def letter_languages() -> list[tuple[str, str]]:
    """Code and name of every letter language, for choices."""
    return [(code, language_name(code)) for code in letter_rules()]


def name_languages() -> list[tuple[str, str]]:
    """Code and name of every language there is, for choices: those of letters, then the others by name."""
    return list(languages_named_in(get_language() or "en").items())


def language_name(code: str) -> str:
    """A language's name in the interface language; the code itself where it is no language's."""
    return languages_named_in(get_language() or "en").get(code, code)


@cache
def languages_named_in(interface: str) -> dict[str, str]:
    """Every language's name by code, as CLDR says it in the interface language, else in English."""
    names = dict(Locale.parse("en").languages) | dict(Locale.parse(interface, sep="-").languages)
    letters = {code: names[rules.named_as or code] for code, rules in letter_rules().items()}
    taken = {*letters, *(rules.named_as for rules in letter_rules().values()), *NO_LANGUAGES}
    others = {code: name for code, name in own_languages(names).items() if code not in taken}
    return letters | dict(sorted(others.items(), key=lambda pair: fold(pinyin(pair[1]))))


def own_languages(names: dict[str, str]) -> dict[str, str]:
    """Without countries' and scripts' varieties of a language, but for Traditional Chinese."""
    return {code.replace("_", "-").lower(): names[code] for code in names if "_" not in code or code == "zh_Hant"}


def word_forms(code: str) -> tuple[str, ...]:
    """The forms that a letter language's counting needs of a thing's word; none for another language."""
    rules = letter_rules().get(code)
    return rules.word_forms if rules else ()


def optional_forms(code: str) -> tuple[str, ...]:
    """The forms that a letter language's counting uses of a thing's word where they are kept."""
    rules = letter_rules().get(code)
    return rules.optional_forms if rules else ()


def html_language(code: str) -> str:
    """The ``lang`` attribute of a language; it decides the shapes of Han characters."""
    rules = letter_rules().get(code)
    return (rules and rules.html_code) or code
