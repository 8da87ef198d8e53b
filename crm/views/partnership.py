"""Our partnership with a city: one form, reached from the city's page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from crm.actions.places import build_partnerships, insert_partnerships
from crm.forms.partnership import PartnershipForm, PartnershipSteps
from crm.history import changes_of
from crm.models import City, Office, Partnership
from crm.views.base import RecordForm


class PartnershipEdit(RecordForm):
    """Adds or changes the partnership between our city and the one the address names, with its steps."""

    model = Partnership
    form_class = PartnershipForm
    inline_classes = (PartnershipSteps,)
    doors = (build_partnerships, insert_partnerships)
    template_name = "crm/form_with_changes.html"

    @cached_property
    def city(self) -> City:
        """The city the address names."""
        return get_object_or_404(City.objects.prefetch_related("names"), slug=self.kwargs["slug"]).current

    @cached_property
    def office(self) -> Office | None:
        """Our office."""
        return Office.get()

    def guard(self):
        if self.office is None:
            messages.error(self.request, _("Set up the office and its city first."))
            return redirect("office")
        if self.office.city_id == self.city.pk:
            messages.error(self.request, _("This is our own city; partnerships are with others."))
            return redirect(self.city)
        if self.city.country.filed_apart and not self.object.pk:
            messages.error(
                self.request, _("%(country)s is filed apart and has no partnerships.") % {"country": self.city.country}
            )
            return redirect(self.city)
        return None

    def get_object_or_none(self):
        if self.office is None:
            return None
        return Partnership.objects.filter(**self.pair).first() or Partnership(**self.pair)

    @property
    def pair(self) -> dict:
        """The two cities."""
        return {"city": self.office.city, "partner": self.city}

    def get_facts(self, form, inlines):
        return super().get_facts(form, inlines) | self.pair

    def get_success_url(self):
        return self.city.get_absolute_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            cancel_url=self.city.get_absolute_url(), changes=changes_of(self.object) if self.object.pk else [], **kwargs
        )
        return context | {"title": _("Our partnership with %(city)s") % {"city": self.city}}
