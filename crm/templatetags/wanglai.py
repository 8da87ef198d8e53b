"""Small things that pages say in the interface language: a gift line, a date, a number of days."""

import re
from secrets import token_urlsafe
from unicodedata import east_asian_width

from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()
PAGE = re.compile(r"(?<!\w)(/(?:[\w.-]+/)+)")


def interface_locale() -> str:
    """Babel's name of the interface language."""
    return "zh_Hans_CN" if (get_language() or "").startswith("zh") else "en_GB"


def number(value) -> str:
    """A number grouped for the reader, without trailing zeros."""
    return "" if value is None else format_decimal(value, locale=interface_locale())


def describe_line(line) -> str:
    """A gift line in a few words: "masks: about 20 cartons (500 EUR)", "masks (quantity not known)"."""
    value = f"{number(line.value)} {line.currency}" if line.value is not None else ""
    if line.item.is_money:
        return _("%(item)s: %(amount)s") % {"item": line.item, "amount": qualified(line, value)}
    if line.quantity is None:
        things = _("%(item)s (quantity not known)") % {"item": line.item}
    else:
        counted = _("%(number)s %(unit)s") % {"number": number(line.quantity), "unit": unit_of(line)}
        things = _("%(item)s: %(amount)s") % {"item": line.item, "amount": qualified(line, counted)}
    return _("%(things)s (%(value)s)") % {"things": things, "value": value} if value else things


def unit_of(line) -> str:
    """What a quantity counts: pieces by the thing's own measure word where the interface language has one."""
    word = line.item.word_in(get_language() or "") if line.unit == "piece" else None
    return (word and word.measure) or line.get_unit_display()


def qualified(line, amount: str) -> str:
    """An amount with how sure it is, where it is not exact."""
    if line.qualifier == "exact":
        return amount
    return _("%(qualifier)s %(amount)s") % {"qualifier": line.get_qualifier_display(), "amount": amount}


@register.simple_tag
def form_token() -> str:
    """A new token for crm.views.base.IdempotentFormMixin."""
    return token_urlsafe(12)


register.filter("number", number)
register.filter("describe_line", describe_line)


@register.filter
def link_addresses(sentence):
    """A sentence of ours as HTML, in which the pages it names (/people/3/edit/) are links; all else is literal."""
    parts = PAGE.split(str(sentence))
    linked = (format_html('<a href="{0}">{0}</a>', part) if at % 2 else escape(part) for at, part in enumerate(parts))
    return mark_safe("".join(linked))


@register.filter
def language_label(code) -> str:
    """A letter language's name in the interface language."""
    return dict(settings.NAME_LANGUAGES).get(code, code)


@register.filter
def html_language(code) -> str:
    """The ``lang`` attribute of a letter language; it decides the shapes of Han characters."""
    return "zh-Hans" if code == "zh-hans" else code


@register.filter
def rows(text: str) -> int:
    """How many rows a box for this text needs on a wide page, and one to spare; a full-width letter counts twice."""
    widths = (sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))
    return 1 + sum(1 + width // 62 for width in widths)
