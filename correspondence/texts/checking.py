"""Checks a letter text against the closed lists of conditions and placeholders."""

from django.utils.translation import gettext as _

from correspondence.errors import UnreadableText
from correspondence.texts.conditions import CONDITIONS
from correspondence.texts.placeholders import PLACEHOLDERS
from correspondence.texts.source import FIELD, LetterSource, read_source


def check_source(source: str) -> LetterSource:
    """Reads the text and checks every condition and placeholder against the closed lists; raises UnreadableText."""
    read = read_source(source)
    for block in read.blocks:
        for condition in block.conditions:
            if condition.removeprefix("not_") not in CONDITIONS:
                raise UnreadableText(_("“%(name)s” is no condition; docs: letter texts.") % {"name": condition})
    for name in [*FIELD.findall(read.heading), *(name for block in read.blocks for name in block.fields)]:
        if name not in PLACEHOLDERS:
            raise UnreadableText(_("“{%(name)s}” is no placeholder.") % {"name": name})
    for block in read.blocks:
        if set("{}") & set(FIELD.sub("", block.body)):
            raise UnreadableText(_("The paragraph “%(key)s” has a lone brace.") % {"key": block.key})
    return read
