"""A date as precise as it is known, a language, and texts by name: in the database and in forms."""

import json
from collections.abc import Callable
from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from crm.dates import (
    DAY,
    SINCE_EXCHANGE,
    SINCE_OFFICE,
    UNTIL,
    PartialDate,
    UnreadableDay,
    is_sensible,
    parse_month_day,
    parse_partial_date,
)
from crm.languages import language_name, letter_languages, name_languages
from crm.picking import Picker, TypedChoice, Words

EVERY_LANGUAGE, LETTER_LANGUAGES = Words("language", name_languages), Words("letter-language", letter_languages)

# Why a day is refused, by the code of crm.dates.UnreadableDay.
UNREADABLE = {
    "unreadable": _("“%(value)s” is no date. Write 2020-03-05, or 2020-03 or 2020 where no more is known."),
    "zero": _("“%(value)s” has a zero for what is not known. Leave it out: 2020-03, or 2020."),
    "no such day": _("“%(value)s” is in no calendar: there is no such day or month."),
    "ambiguous": _("“%(value)s” is %(one)s to some and %(other)s to others. Write the one that is meant."),
    "year last": _("Write the year first: %(one)s for “%(value)s”."),
    "outside era": _("“%(value)s” does not lie in %(era)s (%(begin)s – %(end)s). Write the year of the common era."),
    "by the moon": _(
        "“%(value)s” is a day by the moon, as Japan counted until 1872. Write the day of today's calendar."
    ),
    "republic": _("Years of the Republic 民国 are not read (“%(value)s”). Write the year of the common era."),
    "not a day": _("“%(value)s” is no full day. Write the day too: 2020-03-05."),
    "outside": _("“%(value)s” lies outside what is sensible here: %(since)s to %(until)s."),
}
STILL_TO_COME = _("This day is still to come.")
NO_MONTH_DAY = _("“%(value)s” is no day of the year. Write month and day: 12-01.")


def refuse(why: str, value, **said) -> ValidationError:
    """Make the refusal of a day."""
    return ValidationError(UNREADABLE[why], code=why, params={"value": value, **said})


def to_partial_date(value) -> PartialDate | None:
    """A PartialDate from text, a date or a PartialDate; None for nothing; raises ValidationError."""
    if value in (None, ""):
        return None
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value.date() if isinstance(value, datetime) else value)
    try:
        return parse_partial_date(str(value))
    except UnreadableDay as error:
        raise refuse(error.why, value, **error.said) from error


def refuse_senseless(value, since: int | None) -> None:
    """Raise ValidationError for a day before the year ``since`` (None asks nothing) or after UNTIL."""
    when = to_partial_date(value)
    if since and when and not is_sensible(when, since):
        raise refuse("outside", when, since=since, until=UNTIL)


class ReadsDays:
    """A form field of a day, read as people write days; ``since`` is the first sensible year (crm/dates.py)."""

    def __init__(self, *args, since: int | None = SINCE_EXCHANGE, **kwargs):
        self.since = since
        super().__init__(*args, **kwargs)

    def read(self, value) -> PartialDate | None:
        """Read what was typed; raises ValidationError."""
        when = to_partial_date(value.strip() if isinstance(value, str) else value)
        refuse_senseless(when, self.since)
        return when

    def has_changed(self, initial, data):
        try:
            return to_partial_date(initial) != to_partial_date((data or "").strip())
        except ValidationError:
            return True


class PartialDateFormField(ReadsDays, forms.CharField):
    """One line of text: 2020, 2020-03, 2020-03-05, and what else ``parse_partial_date`` reads."""

    def __init__(self, *, max_length=40, **kwargs):
        kwargs.setdefault("help_text", _("As precise as known: 2020-03-05, 2020-03 or 2020."))
        kwargs.pop("empty_value", None)
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        return self.read(super().to_python(value))

    def run_validators(self, value):
        super().run_validators("" if value is None else str(value))  # they measure text


class DayFormField(ReadsDays, forms.DateField):
    """A full day of what is done here; a date picker sends it as 2020-03-05, a text line as people write days."""

    def __init__(self, *, since: int | None = SINCE_OFFICE, **kwargs):
        super().__init__(since=since, **kwargs)

    def to_python(self, value):
        when = self.read(value)
        if when and when.precision != DAY:
            raise refuse("not a day", value)
        return when and when.first


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

    def __init__(self, *args, since: int = SINCE_EXCHANGE, **kwargs):
        self.since = since  # what is sensible is asked of what is typed; what is kept already is read all the same
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return to_partial_date(value)

    def to_python(self, value):
        return to_partial_date(value)

    def run_validators(self, value):
        super().run_validators("" if value is None else str(value))  # they measure text
        refuse_senseless(value, self.since)

    def get_prep_value(self, value):
        when = to_partial_date(value)
        return None if when is None else str(when)

    def value_to_string(self, obj):
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs):
        return super().formfield(form_class=PartialDateFormField, since=self.since, **{**kwargs, "max_length": 40})


class MonthDayFormField(forms.CharField):
    """One line of text: the month and day of a day that comes every year, 12-01 or 12月1日."""

    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "max_length": 20})

    def to_python(self, value):
        return to_month_day(super().to_python(value))


def to_month_day(typed: str) -> str:
    """Return a day that comes every year as 12-01, "" for nothing; raises ValidationError."""
    try:
        return parse_month_day(typed) if typed else ""
    except UnreadableDay as error:
        raise ValidationError(NO_MONTH_DAY, code="unreadable", params={"value": typed}) from error


class MonthDayField(models.CharField):
    """Keeps a day that comes every year as 12-01; "" where none is on record."""

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 5
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": MonthDayFormField, **kwargs})

    def run_validators(self, value):
        super().run_validators(value)
        if value != to_month_day(value):
            raise ValidationError(NO_MONTH_DAY, code="unreadable", params={"value": value})


class LanguageSelect(Picker):
    """A question for a language: of the hundreds there are one is found as it is typed."""

    def __init__(self, attrs=None, choices=(), offered: Words = EVERY_LANGUAGE):
        super().__init__(attrs, choices)
        self.offered = offered


class LanguageChoice(TypedChoice, forms.TypedChoiceField):
    """A language by its code; without scripts by its name too."""


class LanguageField(models.CharField):
    """A language's code. Its choices are a callable of crm.languages, so that a new language makes no migration."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, f"get_{name}_display", lambda row: language_name(getattr(row, name)))

    def formfield(self, **kwargs):
        every = getattr(self.choices, "func", None) is not letter_languages
        widget = LanguageSelect(offered=EVERY_LANGUAGE if every else LETTER_LANGUAGES)
        return super().formfield(**{"widget": widget, "choices_form_class": LanguageChoice, **kwargs})


class TextsField(models.JSONField):
    """Short texts by name, {name: text}; the history tells each of them under the name's own label."""

    def __init__(self, *args, label_of: Callable[[str], str] = str, **kwargs):
        self.label_of = label_of
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def parts_of(self, logged: str | None) -> dict[str, str]:
        """The texts as the history keeps them, which is JSON; {} where there were none."""
        return json.loads(logged) if logged not in (None, "", "None") else {}
