"""What a new letter is asked to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import CourtesiesField, DateInput, GiftsField, drop_empty_choices
from correspondence.models import Letter, LetterKind
from correspondence.texts.brief import NAME_RECEIVED
from crm.fields import DayFormField
from crm.forms.choices import RecordsField, TickBoxesField, offer, organizations
from crm.languages import CHINESE, letter_languages
from crm.models import IssuingIdentity, ItemKind, Occasion, Organization


class WriteForm(forms.Form):
    """What a new letter is asked to say; everything is proposed from the record."""

    identity = forms.ModelChoiceField(IssuingIdentity.objects.none(), label=_("Issued by"), empty_label=None)
    recipient = forms.ChoiceField(label=_("Recipient"))
    kind = forms.ChoiceField(label=_("Kind"))
    language = forms.ChoiceField(label=_("Language"), choices=letter_languages)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    day = DayFormField(label=_("Day"), widget=DateInput())
    received = GiftsField(label=_("What they gave us, named in the letter"))
    given = GiftsField(label=_("What we give, announced in the letter"))
    courtesies = CourtesiesField(label=_("Experience and services it tells of"))
    replies_to = forms.ModelChoiceField(
        Letter.objects.none(), label=_("It answers their letter"), required=False, empty_label=_("None")
    )
    show_quantities = forms.BooleanField(
        label=_("Say how much they gave"),
        required=False,
        help_text=_("Beside a larger gift of ours their quantity may look small."),
    )
    needs = RecordsField(
        ItemKind.objects.none(), label=_("Supplies we need"), required=False, widget=forms.CheckboxSelectMultiple
    )
    copies = TickBoxesField(Organization.objects.none(), label=_("Copies to"), required=False)

    def __init__(self, *args, kind, recipients, gifts, courtesies, letters, ask_again, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["identity"].queryset = IssuingIdentity.objects.in_use()
        self.fields["recipient"].choices = recipients
        offer(self, "occasion", Occasion.objects.active().prefetch_related("names"))
        gifts = gifts.with_details()
        self.fields["received"].queryset = gifts.filter(direction="received", state="received")
        self.fields["given"].queryset = gifts.filter(direction="given")
        self.fields["courtesies"].queryset = courtesies
        self.fields["replies_to"].queryset = letters
        self.fields["needs"].queryset = ItemKind.objects.goods()
        offer(self, "copies", organizations().active())
        self.fields["kind"].choices = kinds_with_text()
        self.drop_empty_questions(kind)
        asks = {"hx-get": ask_again, "hx-include": "[name=kind], [name=recipient]", "hx-target": "form.record-form"}
        for name in ("kind", "recipient"):
            self.fields[name].widget.attrs |= {**asks, "hx-select": "form.record-form", "hx-swap": "outerHTML"}

    def drop_empty_questions(self, kind: str) -> None:
        """Nothing is asked that has no answer or that this kind of letter does not say."""
        unasked = {"received", "courtesies"} if kind not in NAME_RECEIVED else set()
        unasked |= {"given"} if kind != LetterKind.RECIPROCAL_SUPPORT else set()
        for name in unasked:
            del self.fields[name]
        drop_empty_choices(self, ("received", "given", "courtesies", "replies_to"))
        if "received" not in self.fields or kind == LetterKind.THANKS:
            del self.fields["show_quantities"]
        if kind != LetterKind.NOTIFICATION:
            del self.fields["needs"]


class WriteManyForm(forms.Form):
    """What one letter each to several people is for."""

    kind = forms.ChoiceField(label=_("Kind"))
    occasion = forms.ModelChoiceField(
        Occasion.objects.none(), label=_("Occasion"), required=False, empty_label=_("As the record proposes for each")
    )
    day = DayFormField(label=_("Day"), widget=DateInput())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_with_text()
        self.fields["occasion"].queryset = Occasion.objects.active().prefetch_related("names")


def kinds_with_text() -> list[tuple[str, str]]:
    """The kinds of letters that the office has a text for, in Chinese at least."""
    return LetterKind.objects.active().with_text(CHINESE).as_choices()
