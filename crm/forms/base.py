"""What all forms share. A form checks what was typed; what follows from it is an action."""

from django import forms
from django.forms.utils import ErrorDict, ErrorList

from crm.fields import STILL_TO_COME
from crm.forms.joining import JoinedForm
from crm.forms.sections import Sectioned


class PastDays:
    """A form that asks on which day something happened; what is still to come has not happened."""

    def __init__(self, *args, today, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)

    def past_days(self, cleaned) -> tuple[str, ...]:
        """The names of the fields whose day must have come."""
        return ("day",)

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        for name in self.past_days(cleaned):
            day = cleaned.get(name)
            if day and getattr(day, "first", day) > self.today:
                self.add_error(name, STILL_TO_COME)
        return cleaned


class RecordModelForm(Sectioned, JoinedForm, forms.ModelForm):
    """A record's form; what others change of the record while it is open is joined or asked."""


def leave_unchecked(form, *formsets) -> None:
    """Have forms show what was typed without a note on it: it is not being saved yet."""
    for rows in formsets:
        rows._errors, rows._non_form_errors = [ErrorDict() for _row in rows.forms], ErrorList()
    for one in (form, *(row for rows in formsets for row in rows.forms)):
        one._errors, one.cleaned_data = ErrorDict(), {}
