"""Template filters that the boxes of forms are written with."""

from django import template
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

register.filter("attributes", flatatt)


@register.filter
def choices(groups) -> SafeString:
    """The choices of a list, group by group as its widget has them."""
    return mark_safe("".join(write_group(name, of_it) for name, of_it, _at in groups))


def write_group(name: str | None, of_it: list[dict]) -> str:
    """Choices, within a group where it has a name."""
    written = "".join(map(write_choice, of_it))
    return f'<optgroup label="{escape(name)}">{written}</optgroup>' if name else written


def write_choice(one: dict) -> str:
    """A choice."""
    value, label = escape(str(one["value"])), conditional_escape(one["label"])
    return f'<option value="{value}"{flatatt(one["attrs"])}>{label}</option>'
