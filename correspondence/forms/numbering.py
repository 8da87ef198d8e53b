"""The form of a number series."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LastNumberForm(forms.Form):
    """Which number of a year was the last one given, here or before."""

    year = forms.IntegerField(label=_("Year"), min_value=1949, max_value=2999)
    last = forms.IntegerField(label=_("Last number given"), min_value=0, max_value=99999)
