"""The form of a hand-over."""

from django import forms

from correspondence.forms.base import DateInput
from crm.choosing.kinds import offered
from crm.fields import DayFormField
from crm.forms.base import PastDays
from crm.forms.choices import PickerField, offer
from crm.models import HandOver, User


class HandOverForm(PastDays, forms.ModelForm):
    """To whom, on which day, and whether the account is to be closed."""

    class Meta:
        model = HandOver
        fields = ["taker", "day", "note", "asks_to_close"]
        field_classes = {"day": DayFormField, "taker": PickerField}
        widgets = {"day": DateInput(), "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, giver: User, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "taker", offered("account", writers=["1"], without=[giver.pk]))
