"""Our tie with a city: one form, reached from the city's page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from crm.forms.relation import RelationForm, RelationSteps
from crm.history import changes_of
from crm.models import City, Office, Relation
from crm.views.base import RecordForm


class RelationEdit(RecordForm):
    """Adds or changes the tie between our city and the one the address names, with its steps."""

    model = Relation
    form_class = RelationForm
    part_classes = (RelationSteps,)
    template_name = "crm/form_with_changes.html"

    @cached_property
    def city(self) -> City:
        """The city the address names."""
        return get_object_or_404(City.objects.prefetch_related("names"), slug=self.kwargs["slug"])

    @cached_property
    def office(self) -> Office | None:
        """Our office."""
        return Office.get()

    def get(self, request, *args, **kwargs):
        return self.turn_away() or super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.turn_away() or super().post(request, *args, **kwargs)

    def turn_away(self):
        """Where there can be no tie: the page that says why; else None."""
        if self.office is None:
            messages.error(self.request, _("Set up the office and its city first."))
            return redirect("office")
        if self.office.city_id == self.city.pk:
            messages.error(self.request, _("This is our own city; ties are with others."))
            return redirect(self.city)
        return None

    def get_object_or_none(self):
        pair = {"city": self.office.city, "partner": self.city}
        return Relation.objects.filter(**pair).first() or Relation(**pair)

    def get_success_url(self):
        return self.city.get_absolute_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            cancel_url=self.city.get_absolute_url(), changes=changes_of(self.object) if self.object.pk else [], **kwargs
        )
        return context | {"title": _("Our tie with %(city)s") % {"city": self.city}}
