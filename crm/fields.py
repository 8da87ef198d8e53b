"""A date as precise as it is known, a language, and texts by name: in the database and in forms."""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from crm.dates import PartialDate, parse_partial_date
from crm.languages import language_name

UNREADABLE = _("“%(value)s” is no date. Write 2020-03-05, or 2020-03 or 2020 where no more is known.")


STILL_TO_COME = _("This day is still to come.")


def to_partial_date(value) -> PartialDate | None:
    """A PartialDate from text, a date or a PartialDate; None for nothing; raises ValidationError."""
    if value in (None, ""):
        return None
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value)
    try:
        return parse_partial_date(str(value))
    except ValueError as error:
        raise ValidationError(UNREADABLE, params={"value": value}) from error


class PartialDateFormField(forms.CharField):
    """One line of text: 2020, 2020-03, 2020-03-05 or 2020年3月5日."""

    def __init__(self, *, max_length=20, **kwargs):
        kwargs.setdefault("help_text", _("As precise as known: 2020-03-05, 2020-03 or 2020."))
        kwargs.pop("empty_value", None)
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        return to_partial_date(super().to_python(value))

    def run_validators(self, value):
        super().run_validators("" if value is None else str(value))  # they measure text

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "").strip()


class PartialDateAttribute(DeferredAttribute):
    """Turns what is assigned (ISO text, a date) into a PartialDate at once."""

    def __set__(self, instance, value):
        expression = hasattr(value, "resolve_expression")
        instance.__dict__[self.field.attname] = value if expression else to_partial_date(value)


class PartialDateField(models.CharField):
    """Keeps a PartialDate as ISO 8601 text of reduced precision: 2020, 2020-02, 2020-02-05.

    Text order is then the order of first possible days, and ``lte`` a day's ISO text means
    "began by that day", whatever the precision and the database's collation.
    """

    descriptor_class = PartialDateAttribute
    description = _("Date as precise as known")

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return to_partial_date(value)

    def to_python(self, value):
        return to_partial_date(value)

    def run_validators(self, value):
        super().run_validators("" if value is None else str(value))  # they measure text

    def get_prep_value(self, value):
        when = to_partial_date(value)
        return None if when is None else str(when)

    def value_to_string(self, obj):
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs):
        return super().formfield(form_class=PartialDateFormField, **kwargs)


@lru_cache(maxsize=16)
def write_options(choices: tuple[tuple[str, str], ...]) -> str:
    """The <option>s of some choices, none of them selected."""
    return format_html_join("", '<option value="{}">{}</option>', choices)


class LanguageSelect(forms.Select):
    """A list of languages, written in one piece: there are hundreds, and Django sets each by a template of its own."""

    def render(self, name, value, attrs=None, renderer=None):
        options = write_options(tuple((code or "", str(label)) for code, label in self.choices))
        chosen = format_html('<option value="{}"', value or "")
        return format_html(
            "<select{}>{}</select>",
            flatatt(self.build_attrs({"name": name, **self.attrs}, attrs)),
            mark_safe(options.replace(f"{chosen}>", f"{chosen} selected>", 1)),
        )


class LanguageField(models.CharField):
    """A language's code. Its choices are a callable of crm.languages, so that a new language makes no migration."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, f"get_{name}_display", lambda row: language_name(getattr(row, name)))

    def formfield(self, **kwargs):
        return super().formfield(**{"widget": LanguageSelect, **kwargs})


class TextsField(models.JSONField):
    """Short texts by name, {name: text}; the history tells each of them under the name's own label."""

    def __init__(self, *args, label_of: Callable[[str], str] = str, **kwargs):
        self.label_of = label_of
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def parts_of(self, logged: str | None) -> dict[str, str]:
        """The texts as the history keeps them, which is JSON; {} where there were none."""
        return json.loads(logged) if logged not in (None, "", "None") else {}
