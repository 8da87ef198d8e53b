"""Forms' boxes as HTML, without a template for each: a long form has a hundred, a list of years thirty options."""

from django.forms.renderers import DjangoTemplates
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

INPUTS = ("text", "number", "email", "url", "password", "hidden", "date", "checkbox", "input")


class WidgetWriter(DjangoTemplates):
    """Django's own renderer, which writes the plain boxes itself; all others have their templates."""

    def render(self, template_name, context, request=None):
        write = WRITERS.get(template_name)
        return write(context["widget"]) if write else super().render(template_name, context, request)


def write_attributes(widget: dict) -> SafeString:
    """The attributes of a box: those that are True by their names alone, those that are False not at all."""
    said = widget["attrs"].items()
    parts = (
        format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)
        for name, value in said
        if value is not False
    )
    return mark_safe("".join(parts))


def write_input(widget: dict) -> SafeString:
    """A box for one line, or to tick."""
    value = "" if widget["value"] is None else format_html(' value="{}"', str(widget["value"]))
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, write_attributes(widget)
    )


def write_textarea(widget: dict) -> SafeString:
    """A box for several lines, the first of which browsers pass over."""
    attributes = write_attributes(widget)
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attributes, widget["value"] or "")


def write_select(widget: dict) -> SafeString:
    """A list of choices, perhaps in groups."""
    groups = (write_group(name, options) for name, options, _place in widget["optgroups"])
    return format_html(
        '<select name="{}"{}>{}\n</select>', widget["name"], write_attributes(widget), mark_safe("".join(groups))
    )


def write_group(name: str | None, options: list[dict]) -> SafeString:
    """The choices of a group; those without one stand by themselves."""
    rows = ((str(one["value"]), write_attributes(one), one["label"]) for one in options)
    written = format_html_join("", '\n<option value="{}"{}>{}</option>', rows)
    return format_html('\n<optgroup label="{}">{}\n</optgroup>', name, written) if name else written


WRITERS = {
    **{f"django/forms/widgets/{name}.html": write_input for name in INPUTS},
    "django/forms/widgets/textarea.html": write_textarea,
    "django/forms/widgets/select.html": write_select,
}
