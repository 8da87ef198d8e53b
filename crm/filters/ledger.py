"""Filters of the ledger."""

from django.db.models import Q
from django.forms import CheckboxInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter

from crm.filters.base import name_filter
from crm.filters.partner import PartnerFilter, choice_filter, group_filter, occasion_filter, year_filter
from crm.filters.whose import WhoseFilter, counting_for
from crm.models import CourtesyKind, Direction, LedgerEntry, LedgerPartner
from crm.models.partner import partner_named

OF_PARTNERS = {"country": "group", "occasion": "entry__occasion", "year": "entry__day__startswith"}


class LedgerFilter(PartnerFilter):
    """Courtesies by country, direction, kind, occasion, year and partner; help only; what we owe, or owe no more."""

    country = group_filter()
    direction = choice_filter(Direction.choices, _("Direction"))
    kind = choice_filter(CourtesyKind.choices, _("Kind"))
    occasion = occasion_filter()
    year = year_filter(LedgerEntry, "day")
    partner = name_filter(_("Partner"))
    help = BooleanFilter(method="only_help", label=_("Help only"), widget=CheckboxInput)
    unthanked = BooleanFilter(method="only_unthanked", label=_("Help we owe thanks"), widget=CheckboxInput)
    owed = BooleanFilter(method="only_owed", label=_("Help we owe an answer"), widget=CheckboxInput)
    closed = BooleanFilter(method="only_closed", label=_("No thanks or no answer due"), widget=CheckboxInput)
    whose = WhoseFilter(method="by_whose", label=_("Partner"))

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

    def by_whose(self, queryset, name, value):
        return queryset.with_partners(counting_for(value)) if value else queryset

    @property
    def answers(self) -> dict:
        """What is asked, by the filter's name; {} where the address asks nothing, or something wrong."""
        return self.form.cleaned_data if self.is_bound and self.form.is_valid() else {}

    def partner_rows(self):
        """The partners that country, occasion, year and name ask for, in the ledger's rows: whose balances are told.

        Of a courtesy that names several, only those asked for; the list below shows it whole. A partner of the
        picture is shown with all its years.
        """
        whose = self.answers.get("whose")
        told = {name: field for name, field in OF_PARTNERS.items() if not (whose and name == "year")}
        asked = {field: self.answers[name] for name, field in told.items() if self.answers.get(name)}
        theirs = counting_for(whose) if whose else Q()
        return LedgerPartner.objects.filter(partner_named(self.answers.get("partner")), theirs, **asked)

    def courtesies_told(self):
        """The courtesies of ``partner_rows``: all of the ledger where these are."""
        rows = self.partner_rows()
        return (
            LedgerEntry.objects.filter(pk__in=rows.values("entry")) if rows.query.where else LedgerEntry.objects.all()
        )
