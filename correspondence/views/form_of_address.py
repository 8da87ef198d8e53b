"""A kept form of address beside what would be proposed now: taken, or said to fit still."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from correspondence.actions.words import confirm_form_of_address, take_fresh_form
from correspondence.models import Letter
from correspondence.texts.kept_forms import propose_anew
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.models import FormOfAddress
from crm.views.base import WritersOnly


class FormOfAddressSettle(WritersOnly, TemplateView):
    """Compares a kept form with the record; ``letter`` names a letter under way whose words follow it."""

    template_name = "correspondence/form_of_address.html"

    @cached_property
    def kept(self) -> FormOfAddress:
        """The form of address that the URL names."""
        related = FormOfAddress.objects.select_related("person", "organization", "post__organization")
        return get_object_or_404(related, pk=self.kwargs["pk"])

    @cached_property
    def letter(self) -> Letter | None:
        """The letter it was asked from, where it goes to the same recipient."""
        asked = Letter.objects.filter(pk__in=read_keys(self.request.POST.getlist("letter")))
        return asked.filter(person=self.kept.person, organization=self.kept.organization).first()

    def get_context_data(self, **kwargs):
        fresh = propose_anew(self.kept, timezone.localdate())
        owner = self.kept.person or self.kept.organization
        return super().get_context_data(title=_("Form of address"), fresh=fresh, owner=owner, **kwargs)

    def post(self, request, *args, **kwargs):
        if "take" not in request.POST:
            confirm_form_of_address(by=request.user, kept=self.kept)
            messages.success(request, _("Kept as it is: “%(words)s”") % {"words": self.kept})
            return redirect(self.letter or self.kept.person or self.kept.organization)
        try:
            fresh = propose_anew(self.kept, timezone.localdate())
            kept = take_fresh_form(by=request.user, fresh=fresh, letter=self.letter)
        except WrongState as wrong:
            messages.error(request, str(wrong))
            return self.get(request, *args, **kwargs)
        messages.success(request, _("Taken: “%(words)s”") % {"words": kept})
        return redirect(self.letter or kept.person or kept.organization)
