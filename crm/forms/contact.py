"""The parts that people and organizations share: channels, forms of address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.choices import PickerField
from crm.forms.inline import inline
from crm.models import Channel, FormOfAddress


def channels_of(parent):
    """The lines of a record's telephone numbers and other channels."""
    return inline(parent, Channel, ["kind", "value", "note"], title=_("Telephone, e-mail, WeChat"))


def forms_of_address_of(parent, *more):
    """The lines of a record's kept words of politeness; ``more`` are fields that come first."""
    return inline(
        parent,
        FormOfAddress,
        field_classes=dict.fromkeys(more, PickerField),
        fields=[*more, "language", "salutation", "envelope", "closing"],
        title=_("Forms of address"),
        help_text=_("Kept whole and used as they stand; what is left empty is proposed for each letter."),
        widgets={"envelope": forms.Textarea(attrs={"rows": 3})},
    )
