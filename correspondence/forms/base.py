"""Fields that several forms of letters share."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from correspondence.uploads import check_upload
from crm.languages import CHINESE
from crm.models import Office


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class ScanField(forms.FileField):
    """A scan, named after what its content is; see ``check_upload``. The office's sentence on secrets stands by it."""

    def get_bound_field(self, form, field_name):
        kinds, warning = _("PDF, JPEG, PNG, TIFF or WebP."), Office.warning_in(get_language())
        self.help_text = f"{kinds} {warning}" if get_language() != CHINESE else f"{kinds}{warning}"
        return super().get_bound_field(form, field_name)

    def clean(self, data, initial=None):
        scan = super().clean(data, initial)
        return check_upload(scan) if scan else None


def drop_empty_choices(form, names) -> None:
    """Remove the named fields of a form that have nothing to choose."""
    for name in names:
        if name in form.fields and not form.fields[name].queryset.exists():
            del form.fields[name]
