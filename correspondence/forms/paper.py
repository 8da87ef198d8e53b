"""The form of a paper that is kept with a step, a gift or a person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import ScanField
from crm.models import Paper


class PaperForm(forms.Form):
    """A file and what it is."""

    file = ScanField(label=_("File"))
    what = forms.CharField(
        label=_("What it is"),
        max_length=Paper._meta.get_field("what").max_length,
        required=False,
        help_text=_("The signed agreement; a certificate; a card."),
    )
