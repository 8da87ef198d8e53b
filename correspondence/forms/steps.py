"""The forms of a letter's steps: approved, issued, sealed, sent."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import DateInput, ScanField
from correspondence.models import Letter, Means, SealUse
from correspondence.texts.proposing import our_office
from crm.fields import DayFormField
from crm.forms.base import PastDays
from crm.models.office import Numbering


class ReadForm(forms.Form):
    """``seen`` says which words were on the page that is decided on."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class PaperApprovalForm(PastDays, ReadForm):
    """Approved on paper by NAME, post, day, with the scan of the signed slip, which may come later."""

    name = forms.CharField(label=_("Approved on paper by"), max_length=80)
    post = forms.CharField(label=_("Post"), max_length=120)
    day = DayFormField(label=_("Day"), widget=DateInput())
    scan = ScanField(
        label=_("Scan of the slip"), required=False, help_text=_("It may be put in later, before the letter is issued.")
    )


class SlipScanForm(forms.Form):
    """The scan of the slip that was signed on paper."""

    scan = ScanField(label=_("Scan of the slip"))


class DecisionForm(ReadForm):
    """Approve here, or return with a note."""

    note = forms.CharField(label=_("Note of the decision"), widget=forms.Textarea(attrs={"rows": 2}), required=False)


class IssueForm(forms.Form):
    """Number and date are given; who read the foreign text is named, or why nobody did.

    The number is asked for where the identity of ``letter`` is given its numbers elsewhere.
    """

    number = forms.CharField(
        label=_("Number it was given"), max_length=80, help_text=_("As it was given: 衡外函〔2020〕12号.")
    )
    day = DayFormField(label=_("Day the letter bears"), since=None, widget=DateInput())
    read_by = forms.CharField(label=_("Foreign text read by"), max_length=80, required=False)
    unread_reason = forms.CharField(label=_("or why nobody read it"), max_length=200, required=False)

    def __init__(self, *args, letter: Letter, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.today, self.office = letter, today, our_office()
        first, last = letter.issue_days(today, self.office)
        self.fields["day"].widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}
        if letter.identity is None or letter.identity.numbering != Numbering.GIVEN:
            del self.fields["number"]

    def clean_day(self):
        day = self.cleaned_data["day"]
        if why_not := self.letter.why_not_dated(day, self.today, self.office):
            raise forms.ValidationError(why_not)
        return day


class SealForm(PastDays, forms.ModelForm):
    """A use of the seal; which, who allowed it and how many copies are proposed from the letter."""

    class Meta:
        model = SealUse
        fields = ["seal", "allowed_by", "copies", "day"]
        field_classes = {"day": DayFormField}
        widgets = {"day": DateInput()}


class DispatchForm(PastDays, forms.Form):
    """A sending: channel, day, reference; the first one without a use of the seal on record asks for a tick."""

    means = forms.ChoiceField(label=_("Sent by"), choices=Means.choices)
    day = DayFormField(label=_("Day"), widget=DateInput())
    reference = forms.CharField(label=_("Reference"), max_length=120, required=False)
    without_seal = forms.BooleanField(
        label=_("No use of the seal is on record; tick to send without it"),
        error_messages={"required": _("Record the use of the seal first, or tick here.")},
    )

    def __init__(self, *args, letter: Letter, **kwargs):
        super().__init__(*args, **kwargs)
        if not letter.asks_for_seal:
            del self.fields["without_seal"]


class CancelForm(forms.Form):
    """Why a letter will not be sent."""

    reason = forms.CharField(label=_("Why it is cancelled"), max_length=200)
