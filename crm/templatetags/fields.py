"""Writes a field of a form: its label, box, notes and help, as crispy-forms' template does for one of fifty lines."""

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
FILE, TICKS = "bootstrap5/layout/field_file.html", "bootstrap5/layout/radio_checkbox_select.html"


@register.simple_tag(takes_context=True)
def form_field(context) -> SafeString:
    """The field of the page's fragment ``bootstrap5/field.html``."""
    field = context["field"]
    widget = field.field.widget
    if field.is_hidden:
        return field.as_widget()
    if isinstance(widget, CheckboxInput):
        return write_box_to_tick(field)
    if isinstance(widget, FileInput | RadioSelect | CheckboxSelectMultiple):
        fragment = FILE if isinstance(widget, FileInput) else TICKS
        return wrap(field, context.template.engine.get_template(fragment).render(context))
    looks = "form-select" if isinstance(widget, Select) else "form-control"
    return wrap(field, write_widget(field, looks) + write_notes(field))


def wrap(field: BoundField, inside: SafeString) -> SafeString:
    """A box with its label; of several boxes, the label is that of all."""
    looks = f"mb-3 {field.css_classes()}".strip()
    head, end = write_label(field), ""
    if field.use_fieldset and field.label:
        described = format_html(' aria-describedby="{}"', field.aria_describedby) if field.aria_describedby else ""
        head, end = format_html("<fieldset{}>{}", described, head), mark_safe("</fieldset>")
    return format_html('<div id="div_{}" class="{}">{}{}{}</div>', field.auto_id, looks, head, inside, end)


def write_label(field: BoundField) -> SafeString | str:
    """What is asked, with a mark where it must be answered."""
    if not field.label:
        return ""
    tag, looks = ("legend", " fs-6") if field.use_fieldset else ("label", "")
    of = format_html(' for="{}"', field.id_for_label) if field.id_for_label else ""
    required, mark = marked(field)
    words = (tag, of, required, looks, field.label, mark, tag)
    return format_html('<{}{} class="form-label{}{}">{}{}</{}>', *words)


def marked(field: BoundField) -> tuple[str, str]:
    """How a label looks and ends where its field must be filled in."""
    return (" requiredField", mark_safe('<span class="asteriskField">*</span>')) if field.field.required else ("", "")


def write_box_to_tick(field: BoundField) -> SafeString:
    """A box to tick with its label behind it."""
    looks = f"form-check {field.css_classes()}".strip()
    required, mark = marked(field)
    label = format_html(
        '<label for="{}" class="form-check-label{}">{}{}</label>', field.id_for_label, required, field.label, mark
    )
    parts = (field.auto_id, looks, write_widget(field, "form-check-input"), label, write_notes(field))
    return format_html('<div class="mb-3"><div id="div_{}" class="{}">{}{}{}</div></div>', *parts)


def write_widget(field: BoundField, looks: str) -> SafeString:
    """The box itself, which says by its class what it is and whether what is in it was refused."""
    widget = field.field.widget
    own = widget.attrs.get("class", "").split()
    wanted = (type(widget).__name__.lower(), looks, *(["is-invalid"] if field.errors else []))
    widget.attrs["class"] = " ".join(dict.fromkeys((*own, *wanted)))
    return field.as_widget()


def write_notes(field: BoundField) -> SafeString:
    """Why it was refused, and what helps to fill it in."""
    errors, text = field.errors, field.help_text
    if errors:
        notes = ((number, field.auto_id, error) for number, error in enumerate(errors, start=1))
        row = '<p id="error_{}_{}"><strong>{}</strong></p>'
        errors = format_html(
            '<div id="{}_error" class="invalid-feedback">{}</div>', errors.field_id, format_html_join("", row, notes)
        )
    if not text:
        return mark_safe(errors or "")
    name = format_html('id="{}_helptext" ', field.auto_id) if field.auto_id else ""
    return format_html('{}<div {}class="form-text">{}</div>', errors or "", name, mark_safe(text))
