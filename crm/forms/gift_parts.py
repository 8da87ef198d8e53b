"""The parts of a gift's form: from or to whom, its lines, how it travels, and for whom it was used."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.choosing.kinds import offered
from crm.currencies import CurrencyField
from crm.forms.base import RecordModelForm
from crm.forms.choices import PickerField, offer
from crm.forms.inline import InlineRows, inline
from crm.forms.partner import GiftPartnerForm
from crm.models import Consignment, Disposal, Gift, GiftLine, GiftPartner, Qualifier, Unit
from crm.models.item import UNCOUNTED
from crm.phrases import number

WEIGHED = (Unit.KILOGRAM, Unit.TONNE, Unit.LITRE)  # all else is counted in whole numbers
PACKING = ("packages", "pieces_per_package", "lot")
LINE_FIELDS = [
    "item",
    "quantity",
    "unit",
    "qualifier",
    "value",
    "currency",
    "value_qualifier",
    "other_value",
    "other_currency",
    *PACKING,
]


class GiftLineForm(RecordModelForm):
    """A thing with its quantity and how it is packed, or an amount of money."""

    currency = CurrencyField(label=gettext_lazy("Currency"), required=False)
    other_currency = CurrencyField(label=gettext_lazy("Other currency"), required=False)
    folded = ("value_qualifier", "other_value", "other_currency", *PACKING)

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

    def clean(self):
        cleaned = super().clean()
        self.check_quantity(cleaned)
        for value, currency in (("value", "currency"), ("other_value", "other_currency")):
            self.check_pair(cleaned, value, currency)
        self.check_packing(cleaned)
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

    def check_packing(self, cleaned: dict) -> None:
        """So many packages of so many make the number of pieces, where that is exact."""
        packages, each, quantity = (cleaned.get(name) for name in ("packages", "pieces_per_package", "quantity"))
        exact = cleaned.get("unit") == Unit.PIECE and cleaned.get("qualifier") == Qualifier.EXACT
        if packages and each and quantity and exact and packages * each != quantity:
            sentence = _(
                "%(packages)s packages of %(each)s make %(all)s. Where the last one is not full, leave this empty."
            )
            said = {"packages": number(packages), "each": number(each), "all": number(packages * each)}
            self.add_error("pieces_per_package", sentence % said)


NO_FACTS = ("gift", "unit")  # of a row's fields: they say nothing by themselves


class UnlessEmptyForm(RecordModelForm):
    """A row that is deleted where nothing is said in it any more."""

    def clean(self):
        cleaned = super().clean()
        said = [name for name in self._meta.fields if name not in NO_FACTS and cleaned.get(name) not in (None, "")]
        if not said and not self.errors:
            cleaned["DELETE"] = True
        return cleaned


class DisposalForm(UnlessEmptyForm):
    """For whom a gift was used, and how much of it."""

    folded = ("note",)

    class Meta:
        model = Disposal
        fields = ["beneficiary", "recipient", "organization", "line", "quantity", "unit", "note"]
        field_classes = {"organization": PickerField}
        widgets = {"note": forms.TextInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "organization", offered("organization"))


class DisposalRows(InlineRows):
    """The disposals of a gift; each may be of one of its lines, once these are on record."""

    def narrow(self, form):
        form.fields["line"].queryset = self.lines
        if not self.lines:
            del form.fields["line"]

    @cached_property
    def lines(self):
        """The gift's lines."""
        if not self.instance.pk:
            return GiftLine.objects.none()
        return self.instance.lines.select_related("item").prefetch_related("item__words")


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


GiftConsignments = inline(
    Gift,
    Consignment,
    ["carrier", "tracking", "packages", "departed", "expected", "arrived"],
    form=UnlessEmptyForm,
    title=gettext_lazy("Consignments"),
    help_text=gettext_lazy("What travels together, with whom and how far it is."),
)
GiftDisposals = inline(
    Gift,
    Disposal,
    DisposalForm.Meta.fields,
    form=DisposalForm,
    base=DisposalRows,
    title=gettext_lazy("For whom it was used"),
)
