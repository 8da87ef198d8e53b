"""Country, then its cities, then their bodies: what one chose limits what the next question offers."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from crm.filters.base import NamedFilter
from crm.forms.choices import label_with_place
from crm.models import Body, City, Country, Person, Post
from crm.search import fold, pinyin


class PlacedFilter(NamedFilter):
    """A list with the questions ``country``, ``city`` and perhaps ``body``.

    Only what the chosen country and city have is offered. A city that is not there is no longer asked for:
    whoever changes the country starts anew, and the page shows it.
    """

    limited = ("city",)

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(narrow(data), *args, **kwargs)
        asked = self.data or {}
        country, city = asked.get("country"), asked.get("city")
        in_country = Q(country=country) if country else Q()
        self.offer("city", in_country)
        if "body" in self.limited:
            self.offer("body", Q(city__slug=city) if city else in_country)

    def offer(self, name: str, where: Q) -> None:
        """Lists in a question the records of a place, by name."""
        field = self.form.fields[name]
        offered = [(record.slug, label_with_place(record)) for record in field.queryset.filter(where)]
        choices = sorted(offered, key=lambda choice: fold(pinyin(choice[1])))
        field.widget.choices = [("", field.empty_label), *choices]

    def swap_limited(self) -> None:
        """Marks the limited questions to be renewed together with the answers."""
        for name in self.limited:
            self.form.fields[name].widget.attrs["hx-swap-oob"] = "true"


class LimitedFilter(ModelChoiceFilter):
    """A question whose answers are named in the address by their slugs."""

    def __init__(self, queryset, label):
        super().__init__(
            queryset=queryset,
            to_field_name="slug",
            label=label,
            empty_label=_("All"),
            widget=forms.Select(attrs={"class": "form-select"}),
        )


def narrow(data):
    """Without a city of another country, and without a body of another country or city."""
    if not data:
        return data
    data = data.copy()
    for name, model in (("city", City), ("body", Body)):
        chosen = model.objects.select_related("country").filter(slug=data[name]).first() if data.get(name) else None
        if chosen is None:
            continue
        elsewhere = data.get("country") not in (None, "", chosen.country_id)
        if name == "body" and data.get("city"):
            elsewhere = elsewhere or chosen.city is None or chosen.city.slug != data["city"]
        if elsewhere:
            data.pop(name)
    return data


def countries_of_people(request):
    """Countries where somebody on record holds or held a post, or lives."""
    here = OuterRef("pk")
    posts = Exists(Post.objects.filter(body__country=here))
    homes = Exists(Person.objects.filter(country=here)) | Exists(Person.objects.filter(city__country=here))
    return Country.objects.filter(posts | homes)


def cities_of_people(request):
    """Cities where somebody on record holds or held a post, or lives."""
    here = OuterRef("pk")
    there = Exists(Post.objects.filter(body__city=here)) | Exists(Person.objects.filter(city=here))
    return City.objects.filter(there).select_related("country").prefetch_related("names")


def bodies_of_people(request):
    """Bodies where somebody on record holds or held a post."""
    bodies = Body.objects.filter(Exists(Post.objects.filter(body=OuterRef("pk"))))
    return bodies.select_related("country", "city").prefetch_related("names", "city__names")


def cities_of_bodies(request):
    """Cities that have a body on record."""
    cities = City.objects.filter(Exists(Body.objects.filter(city=OuterRef("pk"))))
    return cities.select_related("country").prefetch_related("names")
