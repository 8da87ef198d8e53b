"""The forms of the study. A form checks what was typed; what follows from it is an action."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from correspondence.errors import UnreadableText
from correspondence.letter_text import check_source
from correspondence.models import Letter, LetterKind, LetterTemplateText, Means
from correspondence.uploads import check_upload
from crm.fields import PartialDateFormField
from crm.models import Body, Gift, IssuingIdentity, ItemKind, Occasion, Person


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class WriteForm(forms.Form):
    """What a new letter is asked to say; everything is proposed from the record."""

    identity = forms.ModelChoiceField(IssuingIdentity.objects.none(), label=_("Issued by"), empty_label=None)
    recipient = forms.ChoiceField(label=_("Recipient"))
    kind = forms.ChoiceField(label=_("Kind"), choices=LetterKind.choices)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LETTER_LANGUAGES)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    day = forms.DateField(label=_("Day"), widget=DateInput())
    received = forms.ModelMultipleChoiceField(
        Gift.objects.none(),
        label=_("What they gave us, named in the letter"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    given = forms.ModelMultipleChoiceField(
        Gift.objects.none(),
        label=_("What we give, announced in the letter"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    show_quantities = forms.BooleanField(
        label=_("Say how much they gave"),
        required=False,
        help_text=_("Beside a larger gift of ours their quantity may look small. A letter of thanks always says it."),
    )
    needs = forms.ModelMultipleChoiceField(
        ItemKind.objects.none(),
        label=_("Supplies we need"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("For a notification only."),
    )
    copies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label=_("Copies to"), required=False, widget=forms.SelectMultiple(attrs={"size": 4})
    )

    def __init__(self, *args, recipients, gifts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["identity"].queryset = IssuingIdentity.objects.filter(archived=False).prefetch_related(
            "body__names"
        )
        self.fields["recipient"].choices = recipients
        self.fields["occasion"].queryset = Occasion.objects.present().prefetch_related("names")
        gifts = gifts.prefetch_related("lines__item__words")
        self.fields["received"].queryset = gifts.filter(direction="received", state="received")
        self.fields["given"].queryset = gifts.filter(direction="given")
        self.fields["needs"].queryset = ItemKind.objects.filter(is_money=False, archived=False).prefetch_related(
            "words"
        )
        self.fields["copies"].queryset = Body.objects.present().prefetch_related("names")


class ReceiveForm(forms.Form):
    """A letter of theirs: sender, day, how it came, its words or a scan, what it thanks for or answers."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Sender: a person"), required=False)
    body = forms.ModelChoiceField(Body.objects.none(), label=_("or a body"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=LetterKind.choices)
    day = PartialDateFormField(label=_("Day it bears"))
    received_on = PartialDateFormField(label=_("Received on"))
    means = forms.ChoiceField(label=_("Came by"), choices=Means.choices)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LETTER_LANGUAGES)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    their_number = forms.CharField(label=_("Their number"), max_length=80, required=False)
    words = forms.CharField(label=_("Its words"), widget=forms.Textarea(attrs={"rows": 8}), required=False)
    scan = forms.FileField(
        label=_("Scan"), required=False, help_text=_("PDF, JPEG, PNG, TIFF or WebP. Never state secrets.")
    )
    thanks_for = forms.ModelMultipleChoiceField(
        Gift.objects.none(), label=_("It thanks for"), required=False, widget=forms.SelectMultiple(attrs={"size": 5})
    )
    replies_to = forms.ModelChoiceField(Letter.objects.none(), label=_("It answers"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.present().prefetch_related("names")
        self.fields["body"].queryset = Body.objects.present().prefetch_related("names")
        self.fields["occasion"].queryset = Occasion.objects.present().prefetch_related("names")
        self.fields["thanks_for"].queryset = Gift.objects.given().prefetch_related("lines__item__words")
        sent = Letter.objects.outgoing().filter(state__in=["sent", "closed"])
        self.fields["replies_to"].queryset = sent.select_related("person", "body").prefetch_related(
            "person__names", "body__names"
        )

    def clean_scan(self):
        scan = self.cleaned_data.get("scan")
        return check_upload(scan) if scan else None

    def clean(self):
        data = super().clean()
        if bool(data.get("person")) == bool(data.get("body")):
            raise forms.ValidationError(_("Name the sender: a person or a body, one of the two."))
        day, received = data.get("day"), data.get("received_on")
        if day and received and received.last < day.first:
            self.add_error("received_on", _("It cannot have been received before the day it bears."))
        if not data.get("words") and not data.get("scan") and not self.errors:
            raise forms.ValidationError(_("Give its words or a scan."))
        return data


class SlipForm(forms.ModelForm):
    """What the approval slip 发文稿纸 says besides the words."""

    class Meta:
        model = Letter
        fields = ["urgency", "openness", "copies_printed", "checked_by", "countersigned_by"]


class PaperApprovalForm(forms.Form):
    """Approved on paper by NAME, post, day, with a scan where there is one."""

    name = forms.CharField(label=_("Approved on paper by"), max_length=80)
    post = forms.CharField(label=_("Post"), max_length=120)
    day = forms.DateField(label=_("Day"), widget=DateInput())
    scan = forms.FileField(label=_("Scan of the slip"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_scan(self):
        scan = self.cleaned_data.get("scan")
        return check_upload(scan) if scan else None


class DecisionForm(forms.Form):
    """Approve here, or return with a note."""

    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class IssueForm(forms.Form):
    """Number and date are given; who read the foreign text is named, or why nobody did."""

    day = forms.DateField(label=_("Day the letter bears"), widget=DateInput())
    read_by = forms.CharField(label=_("Foreign text read by"), max_length=80, required=False)
    unread_reason = forms.CharField(label=_("or why nobody read it"), max_length=200, required=False)


class DispatchForm(forms.Form):
    """A sending: channel, day, reference."""

    means = forms.ChoiceField(label=_("Sent by"), choices=Means.choices)
    day = forms.DateField(label=_("Day"), widget=DateInput())
    reference = forms.CharField(label=_("Reference"), max_length=120, required=False)


class LetterTextForm(forms.ModelForm):
    """A letter text; its conditions and placeholders are checked against the closed lists."""

    class Meta:
        model = LetterTemplateText
        fields = ["source", "reviewed_by", "reviewed_on"]
        widgets = {"source": forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}), "reviewed_on": DateInput()}

    def clean_source(self):
        source = self.cleaned_data["source"].replace("\r\n", "\n")
        try:
            check_source(source)
        except UnreadableText as error:
            raise forms.ValidationError(str(error)) from error
        return source

    def clean(self):
        data = super().clean()
        if bool(data.get("reviewed_by")) != bool(data.get("reviewed_on")):
            self.add_error("reviewed_by", _("Name the reader and the day together."))
        if "source" in self.changed_data and not {"reviewed_by", "reviewed_on"} & set(self.changed_data):
            data["reviewed_by"], data["reviewed_on"] = "", None  # changed words were read by nobody
        return data
