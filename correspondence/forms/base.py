"""Fields that several forms of the study share."""

from django import forms

from crm.models import LedgerEntry


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class CourtesiesField(forms.ModelMultipleChoiceField):
    """Courtesies without a gift, each with its day, direction and what it was."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, queryset=None, **kwargs):
        super().__init__(LedgerEntry.objects.none() if queryset is None else queryset, required=False, **kwargs)
