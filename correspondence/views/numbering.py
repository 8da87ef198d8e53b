"""The number series of an issuing identity: how far each year has come, and from where counting goes on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from correspondence.actions.numbering import confirm_numbers, set_last_number
from correspondence.forms.numbering import LastNumberForm
from correspondence.models import NumberSeries
from crm.actions.errors import WrongState
from crm.history import changes_of
from crm.models import IssuingIdentity
from crm.models.office import Numbering
from crm.views.base import HeadOnly


class NumbersConfirm(HeadOnly, View):
    """After a restore: the last numbers are right."""

    http_method_names = ["post"]

    def post(self, request):
        confirm_numbers(by=request.user)
        messages.success(request, _("Letters are numbered again."))
        return redirect("desk")


class NumberSeriesEdit(HeadOnly, FormView):
    """Sets the last number of a year, which the next letter then follows."""

    form_class = LastNumberForm
    template_name = "correspondence/number_series.html"

    @cached_property
    def identity(self) -> IssuingIdentity:
        """The identity the address names, whose letters are counted here."""
        return get_object_or_404(IssuingIdentity, code=self.kwargs["code"], numbering=Numbering.OURS)

    def get_initial(self):
        year = timezone.localdate().year
        series = self.identity.series.filter(year=year).first()
        return {"year": year, "last": series.last if series else 0}

    def form_valid(self, form):
        try:
            series = set_last_number(by=self.request.user, identity=self.identity, **form.cleaned_data)
        except WrongState as refusal:
            form.add_error("last", str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The next letter is %(number)s.") % {"number": series.next_number})
        return redirect("number-series", self.identity.code)

    def get_context_data(self, **kwargs):
        series = list(self.identity.series.select_related("identity"))
        this_year = timezone.localdate().year
        if this_year not in {row.year for row in series}:
            series.insert(0, NumberSeries(identity=self.identity, year=this_year))
        return super().get_context_data(
            title=_("Numbers of %(identity)s") % {"identity": self.identity},
            series=series,
            changes=changes_of(*(row for row in series if row.pk)),
            **kwargs,
        )
