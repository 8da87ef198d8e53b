"""Small things that pages say in the interface language: a gift line, a date, a number of days."""

from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


def interface_locale() -> str:
    """Babel's name of the interface language."""
    return "zh_Hans_CN" if (get_language() or "").startswith("zh") else "en_GB"


def number(value) -> str:
    """A number grouped for the reader, without trailing zeros."""
    return "" if value is None else format_decimal(value, locale=interface_locale())


def describe_line(line) -> str:
    """A gift line in a few words: "masks: about 20 cartons", "masks (quantity not known)"."""
    if line.value is not None:
        return f"{line.item}: {number(line.value)} {line.currency}"
    if line.quantity is None:
        return _("%(item)s (quantity not known)") % {"item": line.item}
    quantity = number(line.quantity)
    if line.qualifier != "exact":
        quantity = f"{line.get_qualifier_display()} {quantity}"
    return f"{line.item}: {quantity} {line.get_unit_display()}"


register.filter("number", number)
register.filter("describe_line", describe_line)


@register.filter
def language_label(code) -> str:
    """A letter language's name in the interface language."""
    return dict(settings.NAME_LANGUAGES).get(code, code)
