"""Filters of the list of people."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import PickerFilter, country_filter, mine_filter, name_filter
from crm.filters.place import PlacedFilter
from crm.languages import letter_languages
from crm.models import Person, Rank
from crm.models.partner import with_place

IN_OFFICE = [("yes", _("In office today")), ("no", _("Not in office today"))]


class PersonFilter(PlacedFilter):
    """People by country first, then city, organization, rank, whether in office, language and name."""

    dependent, of = ("city", "organization"), "person"

    country = country_filter("person", method="by_post")
    city = PickerFilter("placed-city", _("City"), method="by_post")
    organization = PickerFilter("placed-organization", _("Organization"), method="by_post")
    rank = ChoiceFilter(choices=Rank.choices, method="by_post", label=_("Rank"), empty_label=_("All"))
    in_office = ChoiceFilter(choices=IN_OFFICE, method="by_post", label=_("In office"), empty_label=_("All"))
    language = ChoiceFilter(
        choices=letter_languages, method="by_language", label=_("Language of letters"), empty_label=_("All")
    )
    name = name_filter()
    mine = mine_filter()

    class Meta(PlacedFilter.Meta):
        model = Person

    def by_post(self, queryset, name, value):
        """Filter by all that is asked about a post at once, for it must be one and the same post.

        The first filter that is asked does it; the others with this method add nothing.
        """
        about_post = [key for key, known in self.filters.items() if known.method == "by_post"]
        asked = {key: self.form.cleaned_data[key] for key in about_post if self.form.cleaned_data.get(key)}
        if name != next(iter(asked)):
            return queryset
        on, in_office = timezone.localdate(), asked.pop("in_office", "")
        people = queryset.in_place(**asked, on=on if in_office == "yes" else None)
        return people.out_of_office(on) if in_office == "no" else people

    def by_language(self, queryset, name, value):
        return with_place(queryset, timezone.localdate()).filter(place_language=value)
