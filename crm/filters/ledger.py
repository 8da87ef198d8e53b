"""Filters of the ledger."""

from django.forms import CheckboxInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ModelChoiceFilter

from crm.filters.base import name_filter
from crm.filters.partner import PartnerFilter, choice_filter, group_filter, year_filter
from crm.models import CourtesyKind, Direction, LedgerEntry, Occasion


class LedgerFilter(PartnerFilter):
    """Courtesies by country, direction, kind, occasion, year and partner; help only; what we owe, or owe no more."""

    country = group_filter()
    direction = choice_filter(Direction.choices, _("Direction"))
    kind = choice_filter(CourtesyKind.choices, _("Kind"))
    occasion = ModelChoiceFilter(
        queryset=lambda request: Occasion.objects.prefetch_related("names"), label=_("Occasion"), empty_label=_("All")
    )
    year = year_filter(LedgerEntry, "day")
    partner = name_filter(_("Partner"))
    help = BooleanFilter(method="only_help", label=_("Help only"), widget=CheckboxInput)
    unthanked = BooleanFilter(method="only_unthanked", label=_("Help we owe thanks"), widget=CheckboxInput)
    owed = BooleanFilter(method="only_owed", label=_("Help we owe an answer"), widget=CheckboxInput)
    closed = BooleanFilter(method="only_closed", label=_("No thanks or no answer due"), widget=CheckboxInput)

    class Meta(PartnerFilter.Meta):
        model = LedgerEntry

    def only_help(self, queryset, name, value):
        return queryset.help() if value else queryset

    def only_unthanked(self, queryset, name, value):
        return queryset.unthanked(timezone.localdate()) if value else queryset

    def only_closed(self, queryset, name, value):
        return queryset.with_closings(timezone.localdate()) if value else queryset

    def only_owed(self, queryset, name, value):
        return queryset.unanswered(timezone.localdate()) if value else queryset

    def whose(self, queryset):
        """``queryset`` filtered by country, occasion, year and partner only: what the balances are told for."""
        answers = self.form.cleaned_data if self.is_bound and self.form.is_valid() else {}
        for name in ("country", "occasion", "year", "partner"):
            if answers.get(name):
                queryset = self.filters[name].filter(queryset, answers[name])
        return queryset
