"""The form of a courtesy that is no gift and no letter."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.choosing.kinds import offered
from crm.fields import PartialDateFormField
from crm.forms.base import PastDays
from crm.forms.choices import PickerField, offer
from crm.forms.partner import AnswersField, offer_help
from crm.models import CourtesyKind, Direction, Duty
from crm.models.ledger import WITHOUT_GIFT

BY_HAND = (*WITHOUT_GIFT, CourtesyKind.VISIT)


class AnswersForm(forms.Form):
    """What help of theirs a courtesy of ours answers."""

    answers = AnswersField()

    def __init__(self, *args, unanswered, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "answers", unanswered)


class ClosingForm(forms.Form):
    """Why no thanks, or no answer, is due for help received."""

    duties = forms.MultipleChoiceField(
        label=gettext_lazy("What is not due"), choices=Duty, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("Thanked in person during the visit; the partnership has ended; too long ago."),
    )

    def clean_duties(self):
        return [Duty(duty) for duty in self.cleaned_data["duties"]]


class CourtesyForm(PastDays, forms.Form):
    """A service, experience shared or a visit."""

    direction = forms.ChoiceField(label=gettext_lazy("Direction"), choices=Direction)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[(kind.value, kind.label) for kind in BY_HAND])
    day = PartialDateFormField(label=gettext_lazy("Day"))
    occasion = PickerField(required=False, label=gettext_lazy("Occasion"))
    summary = forms.CharField(
        label=gettext_lazy("What"), max_length=300, help_text=gettext_lazy("In one line: five doctors for two weeks.")
    )
    answers = AnswersField()

    def __init__(self, *args, unanswered, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "occasion", offered("occasion"))
        offer_help(self, unanswered)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answers") and cleaned.get("direction") != Direction.GIVEN:
            self.add_error("answers", _("Only what we give answers help."))
        return cleaned
