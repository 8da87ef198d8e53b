"""A filter by a partner as the ledger's picture counts it, which only its links ask."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import Filter

from crm.balances import KINDS, WHO, count_for


class WhoseField(forms.CharField):
    """A partner by the word of its address: "city-12"."""

    widget = forms.HiddenInput

    def to_python(self, value):
        return record_of(value) if value else None


class WhoseFilter(Filter):
    """A filter by a city with all of its own, or by who stands in no city."""

    field_class = WhoseField


def record_of(word: str):
    """The city, organization or person that a word of an address names."""
    kind, _dash, key = word.partition("-")
    is_key = key.isascii() and key.isdigit() and len(key) < 10  # no database has a longer one
    model = WHO[KINDS[kind]] if kind in KINDS and is_key else None
    found = model and model.objects.prefetch_related("names").filter(pk=key).first()
    if not found:
        raise ValidationError(_("That partner is not on record."))
    return found


def counting_for(partner) -> Q:
    """True for rows of the ledger's partners that count for a partner."""
    return count_for({name: {partner.pk} for name, model in WHO.items() if isinstance(partner, model)})
