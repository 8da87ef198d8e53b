"""Entering a letter that came in."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from correspondence.actions.incoming import correct_received_letter, receive_letter
from correspondence.forms.receiving import CorrectForm, ReceiveForm
from correspondence.models import Letter
from crm.models import City, Organization
from crm.views.base import IdempotentFormMixin, WritersOnly, read_keys


class LetterReceive(IdempotentFormMixin, WritersOnly, FormView):
    """A letter of theirs; ?city=, ?organization= or ?person= proposes the sender."""

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
        organization = Organization.objects.governments().filter(city=city).first() if city else None
        organization = organization or Organization.objects.filter(slug=query.get("organization", "")).first()
        if organization:
            initial.update(organization=organization.pk, language=organization.language)
        return initial

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "today": timezone.localdate()}

    def form_valid(self, form):
        return redirect(receive_letter(by=self.request.user, **self.facts(form.cleaned_data)))

    def facts(self, data) -> dict:
        """What was typed, as the actions take it."""
        scan, person = data.pop("scan"), data["person"]
        post = person.post_on(data["received_on"].first) if person else None
        return {**data, "post": post, "files": [scan] if scan else []}


class LetterCorrect(LetterReceive):
    """Puts a received letter right, with the reason."""

    form_class = CorrectForm
    extra_context = {"title": _("Correct the received letter")}

    @cached_property
    def letter(self) -> Letter:
        """The letter the address names."""
        return get_object_or_404(Letter.objects.incoming(), pk=self.kwargs["pk"])

    def get_initial(self):
        plain = (
            "person",
            "organization",
            "kind",
            "means",
            "language",
            "occasion",
            "their_number",
            "words",
            "replies_to",
        )
        initial = {name: getattr(self.letter, name) for name in plain}
        initial |= {"day": str(self.letter.day), "received_on": str(self.letter.received_on)}
        told = {"thanks_for": self.letter.thanks_for.all(), "courtesies": self.letter.courtesies.all()}
        return initial | {name: [row.pk for row in rows] for name, rows in told.items()}

    def form_valid(self, form):
        facts = self.facts(form.cleaned_data)
        return redirect(correct_received_letter(by=self.request.user, letter=self.letter, **facts))

    def get_context_data(self, **kwargs):
        return super().get_context_data(cancel_url=self.letter.get_absolute_url(), **kwargs)
