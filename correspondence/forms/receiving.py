"""Entering letters that were not written here: theirs that came in, ours that went out earlier."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from correspondence.choosing import offered
from correspondence.forms.base import ScanField, drop_empty_choices
from correspondence.models import Letter, LetterKind, Means
from crm.choosing.labels import mark_archived
from crm.fields import LanguageChoice, LanguageSelect, PartialDateFormField
from crm.forms.base import PastDays
from crm.forms.choices import PickerField, PickerMultipleField, offer
from crm.forms.joining import JoinedForm
from crm.languages import name_languages

NUMBER, TITLE, PAGES = (Letter._meta.get_field(name) for name in ("number", "title", "pages"))


def kinds(held: str | None = None) -> list[tuple[str, str]]:
    """The kinds a letter may be entered as, and none chosen yet; beside them the one it has, archived or not."""
    known = LetterKind.objects.filter(Q(archived=False) | Q(pk=held))
    return [("", "—"), *((kind.pk, mark_archived(kind, str(kind))) for kind in known)]


class EnteredForm(PastDays, forms.Form):
    """What is asked of either: correspondent, kind, day, its words or a scan, what it thanks for and answers.

    Subclasses set ``correspondent_missing`` and ``left`` (the field of the day it arrived or left) with ``too_early``.
    """

    has_scan = False
    correspondent_missing = ""
    left, too_early = "", ""

    person = PickerField(required=False)
    organization = PickerField(label=_("or an organization"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=kinds)
    title = TITLE.formfield()
    day = PartialDateFormField(label=_("Day it bears"))
    language = LanguageChoice(label=_("Language"), choices=name_languages, widget=LanguageSelect)
    occasion = PickerField(label=_("Occasion"), required=False)
    words = forms.CharField(label=_("Its words"), widget=forms.Textarea(attrs={"rows": 8}), required=False)
    scan = ScanField(label=_("Scan"), required=False)
    thanks_for = PickerMultipleField(label=_("It thanks for"), required=False)
    courtesies = PickerMultipleField(label=_("It thanks for experience or services"), required=False)
    replies_to = PickerField(label=_("It answers"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("person", "organization", "occasion"):
            offer(self, name, offered(name))
        self.fields["kind"].choices = kinds(self.initial.get("kind"))

    def past_days(self, cleaned):
        return ("day", self.left)

    def clean(self):
        data = super().clean()
        person, organization = data.get("person"), data.get("organization")
        if person and organization and person.posts.filter(organization=organization).exists():
            data["organization"] = None  # the organization was proposed; whoever holds a post there is meant
        elif bool(person) == bool(organization):
            raise forms.ValidationError(self.correspondent_missing)
        day, left = data.get("day"), data.get(self.left)
        if day and left and left.last < day.first:
            self.add_error(self.left, self.too_early)
        if not (data.get("words") or data.get("scan") or self.has_scan or self.errors):
            raise forms.ValidationError(_("Give its words or a scan."))
        return data


class ReceiveForm(EnteredForm):
    """A letter of theirs: sender, how it came and when, their number."""

    correspondent_missing = _("Name the sender: a person or an organization, one of the two.")
    left, too_early = "received_on", _("It cannot have been received before the day it bears.")

    received_on = PartialDateFormField(label=_("Received on"))
    means = forms.ChoiceField(label=_("Came by"), choices=Means.choices)
    their_number = forms.CharField(label=_("Their number"), max_length=80, required=False)
    pages = PAGES.formfield()
    field_order = ["person", "organization", "kind", "title", "day", "received_on", "means", "language", "occasion"]
    field_order += ["their_number", "pages"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].label = _("Sender: a person")
        offer(self, "thanks_for", offered("gift", direction=["given"]))
        offer(self, "courtesies", offered("courtesy", direction=["given"]))
        offer(self, "replies_to", offered("letter", sent=["1"]))
        drop_empty_choices(self, ("occasion", "thanks_for", "courtesies", "replies_to"))


class CorrectForm(JoinedForm, ReceiveForm):
    """The same, put right, and why."""

    reason = forms.CharField(label=_("Why it is corrected"), max_length=300)
    field_order = ["reason", *ReceiveForm.field_order]
    has_scan = True  # what was entered with a scan needs no second one


class SentForm(EnteredForm):
    """A letter of ours sent earlier: recipient, its true number, by whom it was issued, how it went and when."""

    correspondent_missing = _("Name the recipient: a person or an organization, one of the two.")
    left, too_early = "sent_on", _("It cannot have been sent before the day it bears.")

    identity = PickerField(label=_("Issued by"))
    number = NUMBER.formfield(
        label=_("Number"), help_text=_("As it was given: 衡外函〔2020〕12号. Left empty where it bore none.")
    )
    sent_on = PartialDateFormField(label=_("Sent on"))
    means = forms.ChoiceField(label=_("Sent by"), choices=Means.choices)
    reference = forms.CharField(label=_("Reference"), max_length=120, required=False)
    announces = PickerMultipleField(label=_("It announces"), required=False)
    field_order = ["person", "organization", "identity", "number", "kind", "title", "day", "sent_on", "means"]
    field_order += ["reference", "language", "occasion", "words", "scan", "thanks_for", "announces"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {
            "person": _("Recipient: a person"),
            "day": _("Day the letter bears"),
            "words": _("Words of the letter"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        offer(self, "identity", offered("identity"))
        offer(self, "thanks_for", offered("gift", direction=["received"], state=["received"]))
        offer(self, "announces", offered("gift", direction=["given"]))
        offer(self, "courtesies", offered("courtesy", direction=["received"]))
        offer(self, "replies_to", offered("letter"))
        drop_empty_choices(self, ("occasion", "thanks_for", "announces", "courtesies", "replies_to"))


class CorrectSentForm(JoinedForm, SentForm):
    """The same, put right, and why."""

    reason = forms.CharField(label=_("Why it is corrected"), max_length=300)
    field_order = ["reason", *SentForm.field_order]
    has_scan = True
