"""Entering letters that were not written here: theirs that came in, ours that went out earlier."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from correspondence.actions.afterwards import correct_sent_letter, enter_sent_letter
from correspondence.actions.incoming import correct_received_letter, receive_letter
from correspondence.forms.receiving import CorrectForm, CorrectSentForm, ReceiveForm, SentForm
from correspondence.models import Letter
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.models import City, IssuingIdentity, Organization
from crm.views.base import WritersOnly


class EnterLetter(WritersOnly, FormView):
    """Enters a letter; ?city=, ?organization= or ?person= proposes the correspondent.

    Subclasses set ``form_class`` and ``save(**facts)``, the action.
    """

    template_name = "generic/form.html"

    def get_initial(self):
        query = self.request.GET
        initial = {"person": next(iter(read_keys(query.getlist("person"))), None)}
        city = City.objects.filter(slug=query.get("city", "")).first()
        organization = Organization.objects.governments().filter(city=city).first() if city else None
        organization = organization or Organization.objects.filter(slug=query.get("organization", "")).first()
        if organization:
            initial.update(organization=organization.pk, language=organization.language)
        return initial

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "today": timezone.localdate()}

    def form_valid(self, form):
        data = dict(form.cleaned_data)
        scan, person = data.pop("scan"), data["person"]
        post = person.post_on(data[form.left].first) if person else None
        try:
            letter = self.save(by=self.request.user, post=post, files=[scan] if scan else [], **data)
        except WrongState as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        return redirect(letter)

    def save(self, **facts) -> Letter:
        """Enters or corrects it; raises WrongState."""
        raise NotImplementedError


class CorrectLetter(EnterLetter):
    """Puts a letter right that was entered, with the reason. Subclasses set ``letters``."""

    def letters(self):
        """The letters that may be put right here."""
        raise NotImplementedError

    @cached_property
    def letter(self) -> Letter:
        """The letter the address names."""
        return get_object_or_404(self.letters(), pk=self.kwargs["pk"])

    def get_initial(self):
        letter = self.letter
        plain = ("person", "organization", "title", "language", "occasion", "words", "replies_to")
        told = {name: getattr(letter, name).all() for name in ("thanks_for", "announces", "courtesies")}
        return {
            **{name: getattr(letter, name) for name in plain},
            **{name: [row.pk for row in rows] for name, rows in told.items()},
            "kind": letter.kind_id,
            "day": str(letter.day),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(cancel_url=self.letter.get_absolute_url(), **kwargs)


class LetterReceive(EnterLetter):
    """A letter of theirs."""

    form_class = ReceiveForm
    extra_context = {"title": _("Enter a received letter"), "cancel_url": reverse_lazy("letter-list")}

    def get_initial(self):
        return {**super().get_initial(), "received_on": timezone.localdate().isoformat()}

    def save(self, **facts):
        return receive_letter(**facts)


class LetterCorrect(CorrectLetter):
    """Puts a received letter right."""

    form_class = CorrectForm
    extra_context = {"title": _("Correct the received letter")}

    def letters(self):
        return Letter.objects.incoming()

    def get_initial(self):
        letter = self.letter
        theirs = {name: getattr(letter, name) for name in ("means", "their_number", "pages")}
        theirs["received_on"] = str(letter.received_on)
        return {**super().get_initial(), **theirs}

    def save(self, **facts):
        return correct_received_letter(letter=self.letter, **facts)


class LetterEnterSent(EnterLetter):
    """A letter of ours that was sent earlier 补登."""

    form_class = SentForm
    extra_context = {"title": _("Enter a letter sent earlier"), "cancel_url": reverse_lazy("letter-list")}

    def get_initial(self):
        return {**super().get_initial(), "identity": IssuingIdentity.objects.in_use().first()}

    def save(self, **facts):
        return enter_sent_letter(**facts)


class LetterCorrectSent(CorrectLetter):
    """Puts a letter right that was entered afterwards."""

    form_class = CorrectSentForm
    extra_context = {"title": _("Correct the letter sent earlier")}

    def letters(self):
        return Letter.objects.outgoing().that_may("correct_sent")

    def get_initial(self):
        letter, sending = self.letter, self.letter.dispatches.get()
        ours = {"identity": letter.identity_id, "number": letter.number, "sent_on": str(sending.day)}
        return {**super().get_initial(), **ours, "means": sending.means, "reference": sending.reference}

    def save(self, **facts):
        return correct_sent_letter(letter=self.letter, **facts)
