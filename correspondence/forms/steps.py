"""The forms of a letter's steps: approved, issued, sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import DateInput, ScanField
from correspondence.models import Means
from crm.forms.base import PastDays


class ReadForm(forms.Form):
    """``seen`` says which words were on the page that is decided on."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class PaperApprovalForm(PastDays, ReadForm):
    """Approved on paper by NAME, post, day, with a scan where there is one."""

    name = forms.CharField(label=_("Approved on paper by"), max_length=80)
    post = forms.CharField(label=_("Post"), max_length=120)
    day = forms.DateField(label=_("Day"), widget=DateInput())
    scan = ScanField(label=_("Scan of the slip"), required=False)


class DecisionForm(ReadForm):
    """Approve here, or return with a note."""

    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 2}), required=False)


class IssueForm(forms.Form):
    """Number and date are given; who read the foreign text is named, or why nobody did."""

    day = forms.DateField(label=_("Day the letter bears"), widget=DateInput())
    read_by = forms.CharField(label=_("Foreign text read by"), max_length=80, required=False)
    unread_reason = forms.CharField(label=_("or why nobody read it"), max_length=200, required=False)


class DispatchForm(PastDays, forms.Form):
    """A sending: channel, day, reference."""

    means = forms.ChoiceField(label=_("Sent by"), choices=Means.choices)
    day = forms.DateField(label=_("Day"), widget=DateInput())
    reference = forms.CharField(label=_("Reference"), max_length=120, required=False)


class CancelForm(forms.Form):
    """Why a letter will not be sent."""

    reason = forms.CharField(label=_("Why it is cancelled"), max_length=200)
