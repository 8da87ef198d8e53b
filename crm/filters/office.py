"""Filters of the lists of accounts and of countries."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import RecordFilter, name_filter
from crm.models import Country, Role, User

YES_NO = [("True", _("Yes")), ("False", _("No"))]


class UserFilter(RecordFilter):
    """Accounts by role, by whether they may sign in, and by name."""

    role = ChoiceFilter(choices=Role.choices, label=_("Role"), empty_label=_("All"))
    is_active = ChoiceFilter(choices=YES_NO, label=_("May sign in"), empty_label=_("All"))
    name = name_filter()

    class Meta(RecordFilter.Meta):
        model = User

    def search(self, queryset, name, value):
        return queryset.search(value)


class CountryFilter(RecordFilter):
    """Countries and regions by name and by how they are filed."""

    name = name_filter(_("Name or code"))
    filed_apart = ChoiceFilter(choices=YES_NO, label=_("Filed apart"), empty_label=_("All"))

    class Meta(RecordFilter.Meta):
        model = Country

    def search(self, queryset, name, value):
        return queryset.search(value)
