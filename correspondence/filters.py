"""Filters of the list of letters."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from correspondence.models import Letter, LetterDirection, LetterKind, LetterState
from crm.filters.base import NamedFilter, name_filter
from crm.filters.partner import choice_filter, group_filter, year_filter
from crm.models import City, Organization, Person


class LetterFilter(NamedFilter):
    """Letters by country first, then direction, kind, state, year and correspondent."""

    country = group_filter()
    direction = choice_filter(LetterDirection.choices, _("Direction"))
    kind = choice_filter(lambda: LetterKind.objects.all().as_choices(), _("Kind"))
    state = choice_filter(LetterState.choices, _("State"))
    year = year_filter(Letter, "day")
    name = name_filter(label=_("City, organization or person"))

    class Meta(NamedFilter.Meta):
        model = Letter

    def by_group(self, queryset, name, value):
        return queryset.filter(group=value)

    def search(self, queryset, name, value):
        of = ((City, "city"), (Organization, "organization"), (Person, "person"))
        found = [Q(**{f"{key}__in": model.objects.search(value)}) for model, key in of]
        return queryset.filter(found[0] | found[1] | found[2])
