"""The forms of a gift: its facts; its next step; the reason of a correction."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.actions.gifts import NEXT_STATES
from crm.choosing.kinds import offered
from crm.fields import PartialDateFormField
from crm.forms.base import PastDays, RecordModelForm
from crm.forms.choices import PickerField, offer
from crm.forms.partner import AnswersField, offer_help
from crm.models import Direction, Gift, GiftState
from crm.models.gift import LEFT_ITS_GIVER


class GiftDetailsForm(RecordModelForm):
    """What is written of a gift beside its facts, also once it has left; its consignments and disposals are parts."""

    class Meta:
        model = Gift
        fields = ["note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}


class GiftForm(PastDays, GiftDetailsForm):
    """A gift's facts; ``unanswered`` is the help it may answer."""

    answers = AnswersField()
    first = ("direction",)
    folded = ("title", "via_organization", "via_person", "source", "note", "consignments", "disposals")

    class Meta(GiftDetailsForm.Meta):
        fields = [
            "direction",
            "state",
            "day",
            "received_on",
            "occasion",
            "title",
            "via_organization",
            "via_person",
            "source",
            *GiftDetailsForm.Meta.fields,
        ]
        field_classes = dict.fromkeys(("occasion", "via_organization", "via_person"), PickerField)

    def __init__(self, *args, unanswered=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name, kind in (("via_organization", "organization"), ("via_person", "person"), ("occasion", "occasion")):
            offer(self, name, offered(kind))
        self.fields["state"].choices = [pair for pair in GiftState.choices if pair[0] != GiftState.CORRECTED]
        offer_help(self, unanswered)

    def past_days(self, cleaned):
        return ("day", "received_on") if cleaned.get("state") in LEFT_ITS_GIVER else ()

    def clean(self):
        cleaned = super().clean()
        left, arrived = cleaned.get("day"), cleaned.get("received_on")
        if left and arrived and arrived.last < left.first:
            self.add_error("received_on", _("It cannot have arrived before it left."))
        if arrived and cleaned.get("state") != GiftState.RECEIVED:
            self.add_error("received_on", _("Only a gift whose state is “received” has a day it was received on."))
        if cleaned.get("via_organization") and cleaned.get("via_person"):
            self.add_error("via_person", _("Choose the organization or the person, not both."))
        if cleaned.get("answers") and cleaned.get("direction") != Direction.GIVEN:
            self.add_error("answers", _("Only a gift that we give answers help."))
        elif cleaned.get("answers") and cleaned.get("state") not in LEFT_ITS_GIVER:
            self.add_error("answers", _("A gift answers help once it has left. Tick this when it is sent."))
        return cleaned


class AdvanceForm(PastDays, forms.Form):
    """The next state of a gift and since when; what it answers, where we give it."""

    state = forms.ChoiceField(label=gettext_lazy("It is now"))
    day = PartialDateFormField(label=gettext_lazy("Day"), required=False)
    answers = AnswersField()

    def __init__(self, *args, gift, unanswered=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [(state, state.label) for state in NEXT_STATES.get(gift.state, ())]
        self.fields["day"].help_text = _("The day it left its giver, or arrived; as precise as known.")
        offer_help(self, unanswered)

    def past_days(self, cleaned):
        return ("day",) if cleaned.get("state") in LEFT_ITS_GIVER else ()

    def clean(self):
        cleaned = super().clean()
        left = cleaned.get("state") in LEFT_ITS_GIVER
        if left and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Say when, as precisely as known."))
        if cleaned.get("answers") and not left:
            self.add_error("answers", _("A gift answers help once it has left. Tick this when it is sent."))
        return cleaned


class ReasonForm(forms.Form):
    """Why an entry is taken back."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)
