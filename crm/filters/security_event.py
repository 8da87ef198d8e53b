"""Filters of the security log."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, DateFilter

from crm.filters.base import RecordFilter
from crm.models import EventKind, SecurityEvent

EARLIEST, LATEST = date(1900, 1, 1), date(9000, 1, 1)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
TEXT = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})


class SecurityEventFilter(RecordFilter):
    """Events by what happened, who did it, from where, and from which day to which."""

    kind = ChoiceFilter(choices=EventKind.choices, label=_("What happened"), empty_label=_("All"))
    who = CharFilter(method="of_account", label=_("Account or name"), widget=TEXT)
    address = CharFilter(label=_("From the address"), widget=TEXT)
    since = DateFilter(method="from_day", label=_("From day"), widget=DAY)
    until = DateFilter(method="to_day", label=_("To day"), widget=DAY)

    class Meta(RecordFilter.Meta):
        model = SecurityEvent

    def of_account(self, queryset, name, value):
        return queryset.of(value)

    def from_day(self, queryset, name, value):
        return queryset.between(start_of(value), None)

    def to_day(self, queryset, name, value):
        return queryset.between(None, start_of(value) + timedelta(days=1))


def start_of(day: date) -> datetime:
    """The moment at which a day begins here; a day outside of what a database can compare is brought inside."""
    return timezone.make_aware(datetime.combine(min(max(day, EARLIEST), LATEST), time.min))
