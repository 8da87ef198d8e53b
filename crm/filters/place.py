"""Country, then its cities, then their organizations: what one chose limits what the next question offers."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from crm.filters.base import NamedFilter
from crm.forms.choices import in_name_order, label_with_place
from crm.models import City, Country, Organization, Person, Post

MANY = 200  # more than this nobody looks through, and a page with them is slow


class PlacedFilter(NamedFilter):
    """A list with the questions ``country``, ``city`` and perhaps ``organization``.

    Only what the chosen country and city have is offered. A city that is not there is no longer asked for:
    whoever changes the country starts anew, and the page shows it.
    """

    dependent = ("city",)

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(drop_contradictions(data), *args, **kwargs)
        asked = self.data or {}
        country, city = asked.get("country"), asked.get("city")
        in_country = Q(country=country) if country else Q()
        self.offer("city", in_country, first="" if country else _("First choose a country"))
        if "organization" in self.dependent:
            first = "" if city else _("First choose a city") if country else _("First choose a country")
            self.offer("organization", Q(city__slug=city) if city else in_country, first=first)

    def offer(self, name: str, where: Q, first: str) -> None:
        """Lists in a question the records of a place, by name; of too many only the chosen one, and what is asked
        ``first``."""
        field = self.form.fields[name]
        known = field.queryset.filter(where)
        if too_many := first and known.count() > MANY:
            known = known.filter(slug=self.data.get(name) or "")
        choices = in_name_order((record.slug, label_with_place(record)) for record in known)
        field.widget.choices = [("", first if too_many else field.empty_label), *choices]

    def swap_dependent(self) -> None:
        """Marks the dependent questions to be renewed together with the answers."""
        for name in self.dependent:
            self.form.fields[name].widget.attrs["hx-swap-oob"] = "true"


class DependentChoiceFilter(ModelChoiceFilter):
    """A question whose answers are named in the address by their slugs."""

    def __init__(self, queryset, label):
        super().__init__(
            queryset=queryset,
            to_field_name="slug",
            label=label,
            empty_label=_("All"),
            widget=forms.Select(attrs={"class": "form-select"}),
        )


def drop_contradictions(data):
    """Without a city of another country, and without an organization of another country or city."""
    if not data:
        return data
    data = data.copy()
    for name, model in (("city", City), ("organization", Organization)):
        chosen = model.objects.select_related("country").filter(slug=data[name]).first() if data.get(name) else None
        if chosen is None:
            continue
        elsewhere = data.get("country") not in (None, "", chosen.country_id)
        if name == "organization" and data.get("city"):
            elsewhere = elsewhere or chosen.city is None or chosen.city.slug != data["city"]
        if elsewhere:
            data.pop(name)
    return data


def organizations_with_posts():
    """Organizations where somebody on record holds or held a post."""
    return Organization.objects.filter(Exists(Post.objects.filter(organization=OuterRef("pk"))))


def countries_of_people(request):
    """Countries where somebody on record holds or held a post, or lives."""
    homes = City.objects.filter(Exists(Person.objects.filter(city=OuterRef("pk"))))
    known = Q(pk__in=organizations_with_posts().values("country")) | Q(pk__in=homes.values("country"))
    return Country.objects.filter(known | Exists(Person.objects.filter(country=OuterRef("pk"))))


def cities_of_people(request):
    """Cities where somebody on record holds or held a post, or lives."""
    there = Q(pk__in=organizations_with_posts().values("city")) | Exists(Person.objects.filter(city=OuterRef("pk")))
    return City.objects.filter(there).select_related("country").prefetch_related("names")


def organizations_of_people(request):
    """Organizations where somebody on record holds or held a post, with what their labels say."""
    return organizations_with_posts().select_related("country", "city").prefetch_related("names", "city__names")


def cities_of_organizations(request):
    """Cities that have an organization on record."""
    cities = City.objects.filter(Exists(Organization.objects.filter(city=OuterRef("pk"))))
    return cities.select_related("country").prefetch_related("names")
