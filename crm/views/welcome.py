"""The first page of an empty installation: it makes the office and its head, and is gone afterwards."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from crm.actions.errors import WrongState
from crm.actions.office import make_first_account, open_office
from crm.forms.base import leave_unchecked
from crm.forms.office import FirstHeadForm, OurCityLookup, WelcomeForm
from crm.models import Office
from crm.views.account import sign_in
from crm.welcome import forget_key, is_key


@method_decorator([login_not_required, never_cache], name="dispatch")
class Welcome(FormView):
    """Asks who the head is and, unless it is on record, which office; with a wrong key or an account there is none."""

    template_name = "crm/welcome.html"

    def dispatch(self, request, *args, **kwargs):
        if not is_key(kwargs["key"]):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def office(self) -> Office | None:
        """The office that a folder has put on record, or None."""
        return Office.get()

    def get_form_class(self):
        return FirstHeadForm if self.office else WelcomeForm

    @cached_property
    def lookup(self) -> OurCityLookup:
        """Looking our city up, with what was sent."""
        return OurCityLookup(self.request.POST if self.request.method == "POST" else None)

    def post(self, request, *args, **kwargs):
        request.POST = self.lookup.carry_out()
        if not self.lookup.step:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        leave_unchecked(form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        return super().get_context_data(office_on_record=self.office, lookup=self.lookup, **kwargs)

    def form_valid(self, form):
        try:
            self.open(form)
        except WrongState as refusal:
            messages.error(self.request, str(refusal))
            return self.form_invalid(form)
        forget_key()
        messages.success(self.request, _("Welcome. The desk tells the next steps: who signs, and your partner cities."))
        response = redirect("desk")
        sign_in(self.request, response, form.instance)
        return response

    def open(self, form) -> Office:
        """Make the head's account, and the office where there is none; raises WrongState where somebody was first."""
        typed = form.cleaned_data
        head = {"head": form.instance, "password": typed["password1"]}
        if self.office:
            make_first_account(**head)
            return self.office
        own = {"name": typed["office_name"], "name_en": typed["office_name_en"]}
        told = {name: typed[name] for name in ("number_prefix", "contact")}
        return open_office(**head, **own, **told, city=form.city_facts)
