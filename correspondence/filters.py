"""Filters of the list of letters and of the two registers."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, CharFilter

from correspondence.models import Letter, LetterDirection, LetterKind, LetterState
from crm.filters.base import NamedFilter, mine_filter, name_filter
from crm.filters.partner import choice_filter, group_filter, year_filter
from crm.models import City, Organization, Person


class CorrespondentFilter(NamedFilter):
    """Filters of letters by where and who the correspondent is."""

    class Meta(NamedFilter.Meta):
        model = Letter

    def by_group(self, queryset, name, value):
        return queryset.filter(group=value)

    def search(self, queryset, name, value):
        of = ((City, "city"), (Organization, "organization"), (Person, "person"))
        found = [Q(**{f"{key}__in": model.objects.search(value)}) for model, key in of]
        return queryset.filter(found[0] | found[1] | found[2])


class LetterFilter(CorrespondentFilter):
    """Letters by country first, then direction, kind, state, year and correspondent."""

    country = group_filter()
    direction = choice_filter(LetterDirection.choices, _("Direction"))
    kind = choice_filter(lambda: LetterKind.objects.all().as_choices(), _("Kind"))
    state = choice_filter(LetterState.choices, _("State"))
    year = year_filter(Letter, "day")
    name = name_filter(label=_("City, organization or person"))
    mine = mine_filter()
    waiting = BooleanFilter(method="only_waiting", label=_("Not answered yet"), widget=forms.CheckboxInput)

    def only_mine(self, queryset, name, value):
        return queryset.held_by(self.request.user) if value else queryset

    def only_waiting(self, queryset, name, value):
        return queryset.awaiting_our_answer() if value else queryset


def number_filter() -> CharFilter:
    """A filter by a part of either number; its FilterSet has ``by_number``."""
    box = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return CharFilter(method="by_number", label=_("Number, ours or theirs"), widget=box)


class RegisterFilter(CorrespondentFilter):
    """The lines of a register by country first, then year, number and correspondent; its page knows the years."""

    country = group_filter()
    year = choice_filter((), _("Year"), field_name="register_year")
    number = number_filter()
    name = name_filter(label=_("City, organization or person"))

    def by_number(self, queryset, name, value):
        return queryset.with_number(value)
