"""Checks a letter text against the closed lists of conditions and placeholders."""

from django.utils.translation import gettext as _

from correspondence.errors import UnreadableText
from correspondence.languages import LANGUAGES
from correspondence.texts.conditions import CONDITIONS
from correspondence.texts.placeholders import PLACEHOLDERS, split_field
from correspondence.texts.source import CHOICE, FIELD, Block, LetterSource, inner_conditions, read_source


def check_source(source: str, language: str = "") -> LetterSource:
    """Reads the text and checks every condition and placeholder against the closed lists; raises UnreadableText.

    ``language`` says in which cases a placeholder may be asked for.
    """
    read = read_source(source)
    for block in read.blocks:
        for condition in (*block.conditions, *inner_conditions(block.body)):
            check_condition(condition)
    for condition in inner_conditions(read.heading):
        check_condition(condition)
    for field in [*FIELD.findall(read.heading), *(name for block in read.blocks for name in block.fields)]:
        check_field(field, language)
    for block in read.blocks:
        check_braces(block)
    return read


def check_condition(condition: str) -> None:
    """Raise UnreadableText for a condition that is not on the list."""
    if condition.removeprefix("not_") not in CONDITIONS:
        raise UnreadableText(_("“%(name)s” is no condition; docs: letter texts.") % {"name": condition})


def check_field(field: str, language: str) -> None:
    """Raise UnreadableText for a placeholder that is not on the list, or not in a case that it may be asked for in."""
    name, case = split_field(field)
    if name not in PLACEHOLDERS:
        raise UnreadableText(_("“{%(name)s}” is no placeholder.") % {"name": field})
    known = LANGUAGES[language].cases if language in LANGUAGES else ()
    if case and (not PLACEHOLDERS[name].declines or (language and case not in known)):
        raise UnreadableText(_("“{%(name)s}” is asked for in a case that it has not.") % {"name": field})


def check_braces(block: Block) -> None:
    """Raise UnreadableText for braces or brackets that open or close nothing."""
    plain = FIELD.sub("", CHOICE.sub(r"\2\3", block.body))
    if set("{}") & set(plain):
        raise UnreadableText(_("The paragraph “%(key)s” has a lone brace.") % {"key": block.key})
    if set("[]|") & set(plain):
        raise UnreadableText(
            _("The paragraph “%(key)s” has a bracket that is no choice; write “[condition: words|other words]”.")
            % {"key": block.key}
        )
