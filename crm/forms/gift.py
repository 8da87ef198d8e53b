"""The forms of a gift: its facts, partners and lines; its next step; the reason of a correction."""

from babel.numbers import is_currency
from django import forms
from django.forms import fields_for_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.actions.gifts import NEXT_STATES
from crm.choosing.kinds import offered
from crm.fields import PartialDateFormField
from crm.forms.base import PastDays, RecordModelForm
from crm.forms.choices import PickerField, offer
from crm.forms.inline import inline
from crm.forms.partner import AnswersField, GiftPartnerForm, offer_help
from crm.models import Consignment, Direction, Disposal, Gift, GiftLine, GiftPartner, GiftState, Unit
from crm.models.gift import LEFT_ITS_GIVER
from crm.models.item import UNCOUNTED

NO_CURRENCY = ("XXX", "XTS")  # "none" and "for tests" of ISO 4217


WEIGHED = (Unit.KILOGRAM, Unit.TONNE, Unit.LITRE)  # all else is counted in whole numbers
DISPOSAL, CONSIGNMENT = ("beneficiary",), ("carrier", "tracking", "expected")


class GiftDetailsForm(RecordModelForm):
    """What is learned of a gift after it has left, and is no fact of the ledger; see actions.gifts_parts."""

    beneficiary = fields_for_model(Disposal, DISPOSAL)["beneficiary"]
    carrier, tracking, expected = fields_for_model(Consignment, CONSIGNMENT).values()

    class Meta:
        model = Gift
        fields = [*DISPOSAL, *CONSIGNMENT, "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            first = (self.instance.disposals.first(), DISPOSAL), (self.instance.consignments.first(), CONSIGNMENT)
            said = {name: getattr(row, name) for row, names in first if row for name in names}
            self.initial = {**said, **self.initial}

    @property
    def details(self) -> dict:
        """What was typed of its first disposal and consignment, by field."""
        return {name: self.cleaned_data[name] for name in (*DISPOSAL, *CONSIGNMENT)}


class GiftForm(PastDays, GiftDetailsForm):
    """A gift's facts; ``unanswered`` is the help it may answer."""

    answers = AnswersField()

    class Meta(GiftDetailsForm.Meta):
        fields = [
            "direction",
            "title",
            "state",
            "day",
            "received_on",
            "occasion",
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


LINE_FIELDS = [
    "item",
    "quantity",
    "qualifier",
    "unit",
    "value",
    "currency",
    "value_qualifier",
    "other_value",
    "other_currency",
]


class GiftLineForm(RecordModelForm):
    """A thing with its quantity, or an amount of money."""

    class Meta:
        model = GiftLine
        fields = LINE_FIELDS
        field_classes = {"item": PickerField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "item", offered("item"))
        self.fields["value_qualifier"].required = False  # most lines have no value; left out it is exact
        for name in ("quantity", "value", "other_value"):
            if self.initial.get(name) is not None:
                self.initial[name] = f"{self.initial[name].normalize():f}"

    def clean_currency(self):
        return self.read_currency("currency")

    def clean_other_currency(self):
        return self.read_currency("other_currency")

    def read_currency(self, name: str) -> str:
        """The currency's code as typed, in capitals; raises ValidationError for what is none."""
        currency = self.cleaned_data[name].strip().upper()
        if currency and (currency in NO_CURRENCY or not is_currency(currency)):
            raise forms.ValidationError(_("“%(code)s” is no currency. Write CNY, JPY, EUR …") % {"code": currency})
        return currency

    def clean(self):
        cleaned = super().clean()
        self.check_quantity(cleaned)
        for value, currency in (("value", "currency"), ("other_value", "other_currency")):
            self.check_pair(cleaned, value, currency)
        if cleaned.get("other_value") is not None and cleaned.get("value") is None and "value" not in self.errors:
            self.add_error("value", _("Give the value too."))
        return cleaned

    def check_quantity(self, cleaned: dict) -> None:
        """Money has none; what is told as a large quantity or as some is not counted; things are counted in wholes."""
        item, quantity, qualifier = cleaned.get("item"), cleaned.get("quantity"), cleaned.get("qualifier")
        if item and item.is_money and quantity is not None:
            self.add_error("quantity", _("Money has a value and a currency, no quantity."))
        elif quantity is not None and qualifier in UNCOUNTED:
            self.add_error("qualifier", _("Where there is a number, it is exact, about it or more than it."))
        elif quantity is not None and cleaned.get("unit") not in WEIGHED and quantity % 1:
            self.add_error("quantity", _("Things are counted in whole numbers."))

    def check_pair(self, cleaned: dict, value: str, currency: str) -> None:
        """A value and its currency come together."""
        if cleaned.get(value) is None and cleaned.get(currency) and value not in self.errors:
            self.add_error(value, _("Give the value too."))
        if cleaned.get(value) is not None and not cleaned.get(currency) and currency not in self.errors:
            self.add_error(currency, _("Give the currency too."))


GiftPartners = inline(
    Gift,
    GiftPartner,
    ["city", "organization", "person"],
    form=GiftPartnerForm,
    title=gettext_lazy("From or to whom"),
    help_text=gettext_lazy("One city, organization or person a line."),
    needs_one=True,
)
GiftLines = inline(
    Gift,
    GiftLine,
    LINE_FIELDS,
    form=GiftLineForm,
    title=gettext_lazy("Contents"),
    help_text=gettext_lazy(
        "Leave the quantity empty where nobody knows it, and say “a large quantity” only where the source does. Money "
        "has a value and a currency instead, or neither where the sum is not to be stated."
    ),
)


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
