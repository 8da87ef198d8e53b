"""Fields that several forms of letters share."""

from django import forms

from correspondence.uploads import check_upload
from crm.forms.choices import RecordsField
from crm.models import Gift, LedgerEntry
from crm.phrases import names_of


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class ScanField(forms.FileField):
    """A scan, named after what its content is; see ``check_upload``."""

    def clean(self, data, initial=None):
        scan = super().clean(data, initial)
        return check_upload(scan) if scan else None


class GiftsField(RecordsField):
    """Gifts to tick, each with its day, contents and partners."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, queryset=None, **kwargs):
        super().__init__(Gift.objects.none() if queryset is None else queryset, required=False, **kwargs)

    def label_from_instance(self, obj):
        return f"{obj} · {names_of(obj.partner_list)}"


class CourtesiesField(RecordsField):
    """Courtesies without a gift, each with its day, direction and what it was."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, queryset=None, **kwargs):
        super().__init__(LedgerEntry.objects.none() if queryset is None else queryset, required=False, **kwargs)


def drop_empty_choices(form, names) -> None:
    """Remove the named fields of a form that have nothing to choose."""
    for name in names:
        if name in form.fields and not form.fields[name].queryset.exists():
            del form.fields[name]
