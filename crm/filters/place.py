"""Country, then its cities, then their organizations: what is chosen in one filter limits what the next one offers."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from crm.filters.base import NamedFilter
from crm.forms.choices import in_name_order, label_with_place
from crm.models import City, Country, Organization, Person, Post

MANY = 200  # more than this nobody looks through, and a page with them is slow


class PlacedFilter(NamedFilter):
    """Filters of records that stand somewhere: ``country``, ``city`` and perhaps ``organization``.

    ``city`` and ``organization`` offer only what the chosen country and city have. A chosen city that is not in the
    chosen country is dropped, and the page shows it.
    """

    dependent = ("city",)

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(drop_contradictions(data), *args, **kwargs)
        asked = self.data or {}
        country, city = asked.get("country"), asked.get("city")
        in_country = Q(country=country) if country else Q()
        self.limit_choices("city", in_country, choose_first="" if country else _("First choose a country"))
        if "organization" in self.dependent:
            advice = "" if city else _("First choose a city") if country else _("First choose a country")
            self.limit_choices("organization", Q(city__slug=city) if city else in_country, choose_first=advice)

    def limit_choices(self, name: str, where: Q, choose_first: str) -> None:
        """Offer in a filter the records ``where`` they are, by name.

        Where there are more than MANY and another filter could limit them, only the chosen one is offered, below the
        advice ``choose_first``.
        """
        field = self.form.fields[name]
        known = field.queryset.filter(where)
        if too_many := choose_first and known.count() > MANY:
            known = known.filter(slug=self.data.get(name) or "")
        choices = in_name_order((record.slug, label_with_place(record)) for record in known)
        field.widget.choices = [("", choose_first if too_many else field.empty_label), *choices]

    def swap_dependent(self) -> None:
        """Mark the dependent filters, so that htmx renews them together with the list."""
        for name in self.dependent:
            self.form.fields[name].widget.attrs["hx-swap-oob"] = "true"


class DependentChoiceFilter(ModelChoiceFilter):
    """A filter by a record that the address names by its slug."""

    def __init__(self, queryset, label, **kwargs):
        super().__init__(
            queryset=queryset,
            to_field_name="slug",
            label=label,
            empty_label=_("All"),
            widget=forms.Select(attrs={"class": "form-select"}),
            **kwargs,
        )


def drop_contradictions(data):
    """Drop a city of another country, and an organization of another country or city, from what was asked.

    A record that was merged into another is asked for by the other.
    """
    if not data:
        return data
    data = data.copy()
    for name, model in (("city", City), ("organization", Organization)):
        chosen = model.objects.select_related("country").filter(slug=data[name]).first() if data.get(name) else None
        if chosen is None:
            continue
        chosen = chosen.current
        data[name] = chosen.slug
        elsewhere = data.get("country") not in (None, "", chosen.country_id)
        if name == "organization" and data.get("city"):
            elsewhere = elsewhere or chosen.city is None or chosen.city.slug != data["city"]
        if elsewhere:
            data.pop(name)
    return data


def organizations_with_posts():
    """Organizations where somebody on record holds or held a post."""
    return Organization.objects.current().filter(Exists(Post.objects.filter(organization=OuterRef("pk"))))


def countries_of_people(request):
    """Countries where somebody on record holds or held a post, or lives."""
    homes = City.objects.current().filter(Exists(Person.objects.active().filter(city=OuterRef("pk"))))
    known = Q(pk__in=organizations_with_posts().values("country")) | Q(pk__in=homes.values("country"))
    return Country.objects.filter(known | Exists(Person.objects.active().filter(country=OuterRef("pk"))))


def cities_of_people(request):
    """Cities where somebody on record holds or held a post, or lives."""
    homes = Exists(Person.objects.active().filter(city=OuterRef("pk")))
    there = Q(pk__in=organizations_with_posts().values("city")) | homes
    return City.objects.current().filter(there).select_related("country").prefetch_related("names")


def organizations_of_people(request):
    """Organizations where somebody on record holds or held a post, with what their labels say."""
    return organizations_with_posts().select_related("country", "city").prefetch_related("names", "city__names")


def cities_of_organizations(request):
    """Cities that have an organization on record."""
    cities = City.objects.current().filter(Exists(Organization.objects.active().filter(city=OuterRef("pk"))))
    return cities.select_related("country").prefetch_related("names")
