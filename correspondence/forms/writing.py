"""What a new letter is asked to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.choosing import offered
from correspondence.forms.base import DateInput, drop_empty_choices
from correspondence.models import Commitment, LetterKind
from correspondence.recipients import organization_of
from correspondence.texts.brief import NAME_RECEIVED
from crm.fields import DayFormField
from crm.forms.choices import PickerField, PickerMultipleField, offer
from crm.forms.partner import PartnerLine
from crm.forms.sections import Sectioned
from crm.languages import CHINESE, letter_languages
from crm.models import IssuingIdentity
from crm.picking import ListedField

OWN_WORDS = forms.Textarea(attrs={"rows": 4})
BY_HAND = (LetterKind.NOTIFICATION, LetterKind.LETTER)  # the kinds with a paragraph that the drafter writes
COMMITMENTS = {
    LetterKind.CONDOLENCE: (Commitment.OFFERS_HELP,),
    LetterKind.RECIPROCAL_SUPPORT: (Commitment.OFFERS_HELP,),
    LetterKind.NOTIFICATION: (Commitment.TAKES_MEASURES, Commitment.POSTPONES_VISITS),
}


class WriteForm(Sectioned, forms.Form):
    """What a new letter is asked to say, in the order of thought; everything is proposed from the record."""

    field_order = [
        *("recipient", "language", "kind", "occasion", "replies_to"),
        *("received", "received_from_others", "show_quantities", "given", "courtesies", "needs", "commitments"),
        *("facts_chinese", "facts_foreign", "day", "identity", "copies"),
    ]
    folded = ("copies",)
    identity = PickerField(label=_("Issued by"), empty_label=None)
    recipient = ListedField(label=_("Recipient"))
    kind = forms.ChoiceField(label=_("Kind"))
    language = forms.ChoiceField(label=_("Language"), choices=letter_languages)
    occasion = PickerField(label=_("Occasion"), required=False)
    day = DayFormField(label=_("Day"), widget=DateInput())
    received = PickerMultipleField(label=_("What they gave us, named in the letter"), required=False)
    received_from_others = PickerMultipleField(
        label=_("What others of theirs gave us, thanked through them"),
        required=False,
        help_text=_("The letter names who gave it: a firm, a citizen, our ambassador."),
    )
    given = PickerMultipleField(label=_("What we give, announced in the letter"), required=False)
    courtesies = PickerMultipleField(label=_("Experience and services it tells of"), required=False)
    replies_to = PickerField(label=_("It answers their letter"), required=False, empty_label=_("None"))
    show_quantities = forms.BooleanField(
        label=_("Say how much they gave"),
        required=False,
        help_text=_("Beside a larger gift of ours their quantity may look small."),
    )
    needs = PickerMultipleField(label=_("Supplies we need"), required=False)
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
    copies = PickerMultipleField(label=_("Copies to"), required=False)

    def __init__(self, *args, kind, partner, recipients, today, ask_again, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["recipient"].offer(recipients)
        whose = {type(partner).__name__.lower(): [partner.pk]}
        offers = {
            "identity": offered("identity", used=["1"]),
            "occasion": offered("occasion"),
            "received": offered("thanks", **whose),
            "received_from_others": offered("thanks", others=["1"], **whose),
            "given": offered("gift", direction=["given"], **whose),
            "courtesies": offered("courtesy", today, in_force=["1"], **whose),
            "replies_to": offered("letter", **whose),
            "needs": offered("item", goods=["1"]),
            "copies": offered("organization", without=self.sides()),
        }
        for name in ("received", "received_from_others"):  # the brief says both together
            proposed = offers[name].records.filter(pk__in=self.initial.get(name) or ())
            self.initial[name] = list(proposed.values_list("pk", flat=True))
        for name, records in offers.items():
            offer(self, name, records)
        self.fields["kind"].choices = kinds_with_text()
        self.drop_empty_questions(kind)
        asks = {"hx-get": ask_again, "hx-include": "[name=kind], [name=recipient]", "hx-target": "form.record-form"}
        for name in ("kind", "recipient"):
            self.fields[name].widget.attrs |= {**asks, "hx-select": "form.record-form", "hx-swap": "outerHTML"}

    def sides(self) -> list[int]:
        """The keys of the organizations that a letter is from and to, which get no copy of it."""
        recipient = self.data.get(self.add_prefix("recipient")) or self.initial.get("recipient") or ""
        ours = IssuingIdentity.objects.values_list("organization", flat=True)
        return sorted({*ours, *organization_of(recipient)})

    def drop_empty_questions(self, kind: str) -> None:
        """Nothing is asked that has no answer or that this kind of letter does not say."""
        unasked = {"received", "received_from_others", "courtesies"} if kind not in NAME_RECEIVED else set()
        unasked |= {"given"} if kind != LetterKind.RECIPROCAL_SUPPORT else set()
        unasked |= {"facts_chinese", "facts_foreign"} if kind not in BY_HAND else set()
        unasked |= {"occasion"} if kind == LetterKind.LETTER else set()
        for name in unasked:
            del self.fields[name]
        drop_empty_choices(self, ("received", "received_from_others", "given", "courtesies", "replies_to", "copies"))
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
    occasion = PickerField(label=_("Occasion"), required=False, empty_label=_("As the record proposes for each"))
    day = DayFormField(label=_("Day"), widget=DateInput())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_with_text()
        offer(self, "occasion", offered("occasion"))


def kinds_with_text() -> list[tuple[str, str]]:
    """The kinds of letters that the office has a text for, in Chinese at least."""
    return LetterKind.objects.active().with_text(CHINESE).as_choices()
