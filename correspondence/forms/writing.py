"""What a new letter is asked to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.forms.base import CourtesiesField, DateInput, GiftsField, drop_empty_choices
from correspondence.models import Commitment, Letter, LetterKind
from correspondence.texts.brief import NAME_RECEIVED
from crm.fields import DayFormField
from crm.forms.choices import RecordsField, TickBoxesField, offer, organizations
from crm.forms.partner import PartnerLine
from crm.languages import CHINESE, letter_languages
from crm.models import IssuingIdentity, ItemKind, Occasion, Organization

OWN_WORDS = forms.Textarea(attrs={"rows": 4})
BY_HAND = (LetterKind.NOTIFICATION, LetterKind.LETTER)  # the kinds with a paragraph that the drafter writes
COMMITMENTS = {
    LetterKind.CONDOLENCE: (Commitment.OFFERS_HELP,),
    LetterKind.RECIPROCAL_SUPPORT: (Commitment.OFFERS_HELP,),
    LetterKind.NOTIFICATION: (Commitment.TAKES_MEASURES, Commitment.POSTPONES_VISITS),
}


class WriteForm(forms.Form):
    """What a new letter is asked to say; everything is proposed from the record."""

    identity = forms.ModelChoiceField(IssuingIdentity.objects.none(), label=_("Issued by"), empty_label=None)
    recipient = forms.ChoiceField(label=_("Recipient"))
    kind = forms.ChoiceField(label=_("Kind"))
    language = forms.ChoiceField(label=_("Language"), choices=letter_languages)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    day = DayFormField(label=_("Day"), widget=DateInput())
    received = GiftsField(label=_("What they gave us, named in the letter"))
    received_from_others = GiftsField(
        label=_("What others of theirs gave us, thanked through them"),
        help_text=_("The letter names who gave it: a firm, a citizen, our ambassador."),
    )
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
    commitments = forms.MultipleChoiceField(
        label=_("What the letter commits us to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Said only where ticked, and listed on the approval slip."),
    )
    facts_chinese = forms.CharField(label=_("What it tells, in Chinese"), required=False, widget=OWN_WORDS)
    facts_foreign = forms.CharField(
        label=_("What it tells, in the recipient's language"), required=False, widget=OWN_WORDS
    )
    copies = TickBoxesField(Organization.objects.none(), label=_("Copies to"), required=False)

    def __init__(self, *args, kind, recipients, gifts, others, courtesies, letters, ask_again, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["identity"].queryset = IssuingIdentity.objects.in_use()
        self.fields["recipient"].choices = recipients
        offer(self, "occasion", Occasion.objects.active().prefetch_related("names"))
        gifts = gifts.with_details()
        theirs = gifts.filter(direction="received", state="received")
        self.fields["received"].queryset = theirs.exclude(pk__in=others)
        self.fields["received_from_others"].queryset = theirs.filter(pk__in=others)
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
        unasked = {"received", "received_from_others", "courtesies"} if kind not in NAME_RECEIVED else set()
        unasked |= {"given"} if kind != LetterKind.RECIPROCAL_SUPPORT else set()
        unasked |= {"facts_chinese", "facts_foreign"} if kind not in BY_HAND else set()
        unasked |= {"occasion"} if kind == LetterKind.LETTER else set()
        for name in unasked:
            del self.fields[name]
        drop_empty_choices(self, ("received", "received_from_others", "given", "courtesies", "replies_to"))
        if not {"received", "received_from_others"} & set(self.fields) or kind == LetterKind.THANKS:
            del self.fields["show_quantities"]
        if kind != LetterKind.NOTIFICATION:
            del self.fields["needs"]
        may_commit = COMMITMENTS.get(kind, ())
        self.fields["commitments"].choices = [(one.value, one.label) for one in may_commit]
        if not may_commit:
            del self.fields["commitments"]

    def facts(self, language: str) -> dict[str, str]:
        """What the drafter wrote by hand, by language."""
        said = {CHINESE: self.cleaned_data.get("facts_chinese", "")}
        return said | ({language: self.cleaned_data.get("facts_foreign", "")} if language != CHINESE else {})


class ReuseForm(PartnerLine):
    """To whom, and what kind of letter, is written from an earlier one."""

    kind = forms.ChoiceField(label=_("Kind"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_with_text()


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
