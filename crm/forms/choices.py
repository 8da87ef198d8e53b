"""Choosing a record: by the name the reader sees; homonyms are told apart by where they are."""

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from crm.folding import fold, pinyin
from crm.models import City, Organization, User


def label_with_place(record) -> str:
    """A city with its region and country; an organization with its city and country."""
    if isinstance(record, City):
        place = (record.region_in(get_language() or "en"), record.country)
    else:
        place = (record.city, record.country)
    return " · ".join(str(part) for part in (record, *place) if part)


def in_name_order(choices) -> list:
    """Choices (value, label) in the order of the labels: Latin letters, Chinese by pinyin."""
    return sorted(choices, key=lambda choice: fold(pinyin(str(choice[1]))))


class SortedByName(ModelChoiceIterator):
    """What is offered, in the order of the names the reader sees."""

    def __iter__(self):
        offered = list(super().__iter__())
        first = offered[:1] if self.field.empty_label is not None else []
        return iter([*first, *in_name_order(offered[len(first) :])])


class CountryChoice(forms.ModelChoiceField):
    """Countries and regions in the order of their names."""

    iterator = SortedByName


class RecordsField(forms.ModelMultipleChoiceField):
    """Several records by their keys; a key that no table can hold is a wrong choice, not a fault of the database."""

    def _check_values(self, value):
        for key in value or ():
            if self.to_field_name is None and str(key).isdigit() and not read_keys([str(key)]):
                raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": key})
        return super()._check_values(value)


class TickBoxesField(RecordsField):
    """Several records, each with a box to tick, by name; cities and organizations with their place."""

    widget = forms.CheckboxSelectMultiple
    iterator = SortedByName

    def label_from_instance(self, obj):
        return label_with_place(obj) if isinstance(obj, City | Organization) else str(obj)


class RecordChoiceField(forms.ModelChoiceField):
    """Cities or organizations in the order of their names, each with its place."""

    def label_from_instance(self, obj):
        return label_with_place(obj)


def offer(form, name: str, records) -> None:
    """Offer records for a field of a form, and beside them what it holds already, though it be archived since."""
    field = form.fields[name]
    held = form.get_initial_for_field(field, name)
    held = held if isinstance(field, forms.ModelMultipleChoiceField) else [held]
    field.offered, field.held = records, [getattr(one, "pk", one) for one in held or () if one]
    field.queryset = with_held(field)
    label = type(field).label_from_instance
    field.label_from_instance = lambda record: mark_archived(record, label(field, record))


def with_held(field):
    """What a field offers and what it holds."""
    held = field.offered.model._default_manager.filter(pk__in=field.held)
    return field.offered | held if field.held else field.offered


def mark_archived(record, label: str) -> str:
    """The label of a choice, which says so where nobody would choose it any more."""
    if getattr(record, "archived", False):
        return _("%(choice)s (archived)") % {"choice": label}
    if isinstance(record, User) and not record.is_active:
        return _("%(choice)s (may not sign in any more)") % {"choice": label}
    return label


def offer_liaisons(form) -> None:
    """Offer those who can sign in as our liaison."""
    offer(form, "liaison", User.objects.filter(is_active=True).order_by("username"))


def cities():
    """All cities with what their labels say, by name; without those merged into others."""
    return City.objects.current().order_by("sort_key").select_related("country").prefetch_related("names")


def organizations():
    """All organizations with what their labels say, by name; without those merged into others."""
    known = Organization.objects.current().order_by("sort_key").select_related("country", "city")
    return known.prefetch_related("names", "city__names")


def read_keys(texts) -> list[int]:
    """The whole numbers among what an address or a form names, as keys of records; all else is passed over."""
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]
