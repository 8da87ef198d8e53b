"""Questions to the list of people."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import CountryQuestion, name_filter
from crm.filters.place import LimitedFilter, PlacedFilter, bodies_of_people, cities_of_people, countries_of_people
from crm.models import Person, PostKind

IN_OFFICE = [("yes", _("In office today")), ("no", _("Not in office today"))]


class PersonFilter(PlacedFilter):
    """People by country first, then city, body, kind of post, whether in office, language and name.

    All questions about a post ask about one and the same post.
    """

    limited = ("city", "body")

    country = CountryQuestion(countries_of_people)
    city = LimitedFilter(cities_of_people, _("City"))
    body = LimitedFilter(bodies_of_people, _("Body"))
    kind = ChoiceFilter(choices=PostKind.choices, label=_("Kind of post"), empty_label=_("All"))
    in_office = ChoiceFilter(choices=IN_OFFICE, label=_("In office"), empty_label=_("All"))
    language = ChoiceFilter(choices=settings.LETTER_LANGUAGES, label=_("Language of letters"), empty_label=_("All"))
    name = name_filter()

    class Meta:
        model = Person
        fields = ["country", "city", "body", "kind", "in_office", "language", "name"]

    def filter_queryset(self, queryset):
        asked, on = self.form.cleaned_data, timezone.localdate()
        post = {name: asked[name] for name in ("country", "city", "body", "kind")}
        people = queryset.placed(**post, on=on if asked["in_office"] == "yes" else None)
        if asked["in_office"] == "no":
            people = people.out_of_office(on)
        if asked["language"]:
            people = people.reading(asked["language"], on)
        return people.search(asked["name"])
