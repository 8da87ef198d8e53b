"""Entering a letter that came in."""

from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from correspondence.actions import receive_letter
from correspondence.forms.receiving import ReceiveForm
from crm.models import Body, City
from crm.views.base import SavedOnce, WritersOnly, read_keys


class LetterReceive(SavedOnce, WritersOnly, FormView):
    """A letter of theirs; ?city=, ?body= or ?person= proposes the sender."""

    form_class = ReceiveForm
    template_name = "generic/form.html"
    extra_context = {"title": _("Enter a received letter"), "cancel_url": reverse_lazy("letter-list")}

    def get_initial(self):
        query = self.request.GET
        initial = {
            "received_on": timezone.localdate().isoformat(),
            "person": next(iter(read_keys(query.getlist("person"))), None),
        }
        city = City.objects.filter(slug=query.get("city", "")).first()
        body = Body.objects.governments().filter(city=city).first() if city else None
        body = body or Body.objects.filter(slug=query.get("body", "")).first()
        if body:
            initial.update(body=body.pk, language=body.language)
        return initial

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "today": timezone.localdate()}

    def form_valid(self, form):
        data = form.cleaned_data
        scan = data.pop("scan")
        post = data["person"].post_on(data["received_on"].first) if data["person"] else None
        letter = receive_letter(by=self.request.user, post=post, files=[scan] if scan else [], **data)
        return redirect(letter)
