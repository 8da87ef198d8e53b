"""Choosing a city or a body: homonyms are told apart by where they are."""

from django import forms
from django.utils.translation import get_language

from crm.models import Body, City


def label_with_place(record) -> str:
    """A city with its region and country; a body with its city and country."""
    if isinstance(record, City):
        place = (record.region_in(get_language() or "en"), record.country)
    else:
        place = (record.city, record.country)
    return " · ".join(str(part) for part in (record, *place) if part)


class PlacedChoice(forms.ModelChoiceField):
    """Cities or bodies in the order of their names, each with its place."""

    def label_from_instance(self, record):
        return label_with_place(record)


def cities():
    """All cities with what their labels say, by name."""
    return City.objects.order_by("search_text").select_related("country").prefetch_related("names")


def bodies():
    """All bodies with what their labels say, by name."""
    known = Body.objects.order_by("search_text").select_related("country", "city")
    return known.prefetch_related("names", "city__names")
