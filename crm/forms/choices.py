"""Fields that name a record: what they offer is found as one types, and only what is chosen stands in the page."""

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy

from crm.choosing.kinds import offered
from crm.choosing.records import Records, read_keys
from crm.folding import name_order
from crm.picking import Picker, PickerMultiple, Typed, TypedChoice, read_typed_choice

NOT_OFFERED = gettext_lazy("What was chosen is not offered here. Choose another.")


class Picking:
    """Mixin of fields that choose among ``offered``; ``held`` are the keys of what the record has already."""

    offered: Records | None = None
    held: tuple = ()

    def __init__(self, queryset=None, **kwargs):
        kwargs.setdefault("error_messages", {}).setdefault("invalid_choice", NOT_OFFERED)
        super().__init__(queryset, **kwargs)

    def offer(self, offered: Records, held=()) -> None:
        """Offer records, and beside them those that a record has already."""
        self.offered, self.held = offered, [getattr(one, "pk", one) for one in held if one]
        self.to_field_name = None if offered.by == "pk" else offered.by
        records = offered.records
        self.queryset = records | records.model._default_manager.filter(pk__in=self.held) if self.held else records

    def get_bound_field(self, form, field_name):
        self.ask()
        return super().get_bound_field(form, field_name)

    def ask(self) -> None:
        """Tell the widget what it offers."""
        self.widget.offered = self.offered
        self.widget.empty_label = self.empty_label

    def label_from_instance(self, obj):
        return self.offered.option(obj).line

    def words_for(self, values) -> list[str]:
        """What is called what, for some keys as text."""
        known = self.offered.labels(values)
        return [known.get(value, value) for value in values]


class PickerField(TypedChoice, Picking, forms.ModelChoiceField):
    """One record."""

    widget = Picker


class PickerMultipleField(Picking, forms.ModelMultipleChoiceField):
    """Several records; boxes to tick where all of them are few."""

    widget = PickerMultiple

    def ask(self):
        super().ask()
        if self.offered.few is None or isinstance(self.widget, TickBoxes):
            return
        self.widget = TickBoxes(self.widget.attrs)
        self.widget.offered = self.offered

    def clean(self, value):
        asked = [one for one in value or () if isinstance(one, Typed)]
        chosen = [one for one in value or () if not isinstance(one, Typed)]
        return super().clean([*chosen, *(read_typed_choice(self.offered, typed) for typed in asked)])

    def _check_values(self, value):
        for key in value or ():
            if str(key).isdigit() and not read_keys([key]):  # which no table can hold
                raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super()._check_values(value)


class CountryField(PickerField):
    """A country or region."""

    def __deepcopy__(self, memo):
        field = super().__deepcopy__(memo)
        field.offer(offered("country"))
        return field


class TickBoxes(forms.CheckboxSelectMultiple):
    """A box for each that is offered, and for what the record has."""

    offered: Records | None = None

    def optgroups(self, name, value, attrs=None):
        few = [(option.value, option.line) for option in self.offered.few]
        known = {value for value, _line in few}
        self.choices = [*few, *((one, line) for one, line in self.offered.labels(value).items() if one not in known)]
        return super().optgroups(name, value, attrs)


def offer(form, name: str, records: Records) -> None:
    """Offer records for a field of a form, and beside them what it holds already, though it be archived since."""
    field = form.fields[name]
    held = form.get_initial_for_field(field, name)
    field.offer(records, held or () if isinstance(field, forms.ModelMultipleChoiceField) else [held])


def offer_liaisons(form) -> None:
    """Offer those who can sign in as our liaison."""
    offer(form, "liaison", offered("account"))


def in_name_order(choices) -> list:
    """Choices (value, label) in the order of the labels: Latin letters, Chinese by pinyin."""
    return sorted(choices, key=lambda choice: name_order(str(choice[1])))


class SortedByName(ModelChoiceIterator):
    """What is offered, in the order of the names the reader sees."""

    def __iter__(self):
        choices = list(super().__iter__())
        first = choices[:1] if self.field.empty_label is not None else []
        return iter([*first, *in_name_order(choices[len(first) :])])


class CountryChoice(forms.ModelChoiceField):
    """A plain list of countries and regions by name: for the page that is filled in before anybody can sign in."""

    iterator = SortedByName
