"""Entering a letter that came in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import CourtesiesField, GiftsField, ScanField
from correspondence.models import Letter, LetterKind, Means
from crm.fields import LanguageSelect, PartialDateFormField
from crm.forms.base import PastDays
from crm.forms.choices import RecordChoiceField, organizations
from crm.languages import name_languages
from crm.models import Gift, LedgerEntry, Occasion, Organization, Person
from crm.models.ledger import WITHOUT_GIFT


def languages_or_none() -> list[tuple[str, str]]:
    """Every language there is, and none chosen yet."""
    return [("", "—"), *name_languages()]


class ReceiveForm(PastDays, forms.Form):
    """A letter of theirs: sender, day, how it came, its words or a scan, what it thanks for or answers."""

    has_scan = False

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Sender: a person"), required=False)
    organization = RecordChoiceField(Organization.objects.none(), label=_("or an organization"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", "—"), *LetterKind.choices])
    day = PartialDateFormField(label=_("Day it bears"))
    received_on = PartialDateFormField(label=_("Received on"))
    means = forms.ChoiceField(label=_("Came by"), choices=Means.choices)
    language = forms.ChoiceField(label=_("Language"), choices=languages_or_none, widget=LanguageSelect)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    their_number = forms.CharField(label=_("Their number"), max_length=80, required=False)
    words = forms.CharField(label=_("Its words"), widget=forms.Textarea(attrs={"rows": 8}), required=False)
    scan = ScanField(label=_("Scan"), required=False, help_text=_("PDF, JPEG, PNG, TIFF or WebP. Never state secrets."))
    thanks_for = GiftsField(label=_("It thanks for"))
    courtesies = CourtesiesField(label=_("It thanks for experience or services"))
    replies_to = forms.ModelChoiceField(Letter.objects.none(), label=_("It answers"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.active().prefetch_related("names")
        self.fields["organization"].queryset = organizations().active()
        self.fields["occasion"].queryset = Occasion.objects.active().prefetch_related("names")
        self.fields["thanks_for"].queryset = Gift.objects.given().with_details()
        ours = LedgerEntry.objects.courtesies().given().filter(kind__in=WITHOUT_GIFT)
        self.fields["courtesies"].queryset = ours.with_details()
        sent = Letter.objects.outgoing().filter(state__in=["sent", "closed"])
        self.fields["replies_to"].queryset = sent.select_related("person", "organization").prefetch_related(
            "person__names", "organization__names"
        )

    def past_days(self, cleaned):
        return ("day", "received_on")

    def clean(self):
        data = super().clean()
        person, organization = data.get("person"), data.get("organization")
        if person and organization and person.posts.filter(organization=organization).exists():
            data["organization"] = None  # the organization was proposed; whoever signs for it is the sender
        elif bool(person) == bool(organization):
            raise forms.ValidationError(_("Name the sender: a person or an organization, one of the two."))
        day, received = data.get("day"), data.get("received_on")
        if day and received and received.last < day.first:
            self.add_error("received_on", _("It cannot have been received before the day it bears."))
        if not (data.get("words") or data.get("scan") or self.has_scan or self.errors):
            raise forms.ValidationError(_("Give its words or a scan."))
        return data


class CorrectForm(ReceiveForm):
    """The same, put right, and why."""

    reason = forms.CharField(label=_("Why it is corrected"), max_length=300)
    field_order = ["reason"]
    has_scan = True  # what was entered with a scan needs no second one
