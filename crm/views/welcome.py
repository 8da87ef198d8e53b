"""The first page of an empty installation: it makes the office and its head, and is gone afterwards."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from crm.actions.errors import WrongState
from crm.actions.office import open_office
from crm.forms.office import WelcomeForm
from crm.views.account import sign_in
from crm.welcome import forget_key, is_key


@method_decorator([login_not_required, never_cache], name="dispatch")
class Welcome(FormView):
    """Asks who the head is and which office this is; a wrong key, or an account, and there is no such page."""

    form_class = WelcomeForm
    template_name = "crm/welcome.html"

    def dispatch(self, request, *args, **kwargs):
        if not is_key(kwargs["key"]):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        typed = form.cleaned_data
        office_facts = {"name": typed["office_name"], "number_prefix": typed["number_prefix"], "city": form.city_facts}
        try:
            office = open_office(head=form.instance, password=typed["password1"], **office_facts)
        except WrongState as refusal:
            messages.error(self.request, str(refusal))
            return self.form_invalid(form)
        forget_key()
        messages.success(self.request, _("Welcome. Next: the accounts of your colleagues, and your partner cities."))
        response = redirect(office)
        sign_in(self.request, response, form.instance)
        return response
