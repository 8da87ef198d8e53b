"""Questions to the list of people."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import CountryChoiceFilter, name_filter
from crm.filters.place import (
    DependentChoiceFilter,
    PlacedFilter,
    cities_of_people,
    countries_of_people,
    organizations_of_people,
)
from crm.languages import letter_languages
from crm.models import Person, Rank
from crm.models.partner import with_place

IN_OFFICE = [("yes", _("In office today")), ("no", _("Not in office today"))]


class PersonFilter(PlacedFilter):
    """People by country first, then city, organization, rank, whether in office, language and name.

    All questions about a post ask about one and the same post.
    """

    dependent = ("city", "organization")

    country = CountryChoiceFilter(countries_of_people)
    city = DependentChoiceFilter(cities_of_people, _("City"))
    organization = DependentChoiceFilter(organizations_of_people, _("Organization"))
    rank = ChoiceFilter(choices=Rank.choices, label=_("Rank"), empty_label=_("All"))
    in_office = ChoiceFilter(choices=IN_OFFICE, label=_("In office"), empty_label=_("All"))
    language = ChoiceFilter(choices=letter_languages, label=_("Language of letters"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = Person
        fields = ["country", "city", "organization", "rank", "in_office", "language", "name"]

    def filter_queryset(self, queryset):
        asked, on = self.form.cleaned_data, timezone.localdate()
        post = {name: asked[name] for name in ("country", "city", "organization", "rank")}
        people = queryset.in_place(**post, on=on if asked["in_office"] == "yes" else None)
        if asked["in_office"] == "no":
            people = people.out_of_office(on)
        if asked["language"]:
            people = with_place(people, on).filter(place_language=asked["language"])
        return people.search(asked["name"])
