"""Papers kept with a step of a partnership, a gift or a person: adding one, looking at it, taking it away."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from correspondence.errors import PaperLost
from correspondence.forms.paper import PaperForm
from correspondence.paper.vault import paper_bytes
from correspondence.views.base import send_file
from crm.actions.papers import keep_paper, remove_paper
from crm.choosing.records import read_keys
from crm.models import Gift, Paper, PartnershipStep, Person
from crm.models.paper import page_of_owner
from crm.views.base import WritersOnly

OWNERS = {"step": PartnershipStep, "gift": Gift, "person": Person}


class PaperAdd(WritersOnly, FormView):
    """Keeps a paper with the step, gift or person that the address names: ?step=, ?gift= or ?person=."""

    template_name = "correspondence/paper_add.html"
    form_class = PaperForm

    @cached_property
    def owner(self):
        """The record that the address names; None where it names none."""
        name = next((name for name in OWNERS if name in self.request.GET), None)
        keys = read_keys(self.request.GET.getlist(name)) if name else []
        return OWNERS[name].objects.filter(pk__in=keys).first() if keys else None

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.owner else self.turn_away()

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.owner else self.turn_away()

    def turn_away(self):
        """Say where a paper is kept from."""
        messages.info(self.request, _("A paper is kept from the page of the city, gift or person that it belongs to."))
        return redirect("desk")

    def form_valid(self, form):
        paper = keep_paper(by=self.request.user, owner=self.owner, **form.cleaned_data)
        messages.success(self.request, _("Kept: %(paper)s") % {"paper": paper})
        return redirect(paper.owner_url)

    def get_context_data(self, **kwargs):
        page = page_of_owner(self.owner)
        return super().get_context_data(title=_("Keep a paper"), lead=str(self.owner), cancel_url=page, **kwargs)


class PaperRemove(WritersOnly, FormView):
    """Takes a paper away after a question."""

    template_name = "generic/confirm.html"
    form_class = forms.Form

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.paper = get_object_or_404(Paper, pk=kwargs["pk"])

    def form_valid(self, form):
        page = self.paper.owner_url
        remove_paper(by=self.request.user, paper=self.paper)
        messages.success(self.request, _("Taken away: %(paper)s") % {"paper": self.paper})
        return redirect(page)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Take the paper away"),
            question=_("Take “%(paper)s” away? Its file is deleted; backups made before have it.")
            % {"paper": self.paper},
            action=_("Take it away"),
            cancel_url=self.paper.owner_url,
            **kwargs,
        )


@require_safe
def paper_file(request, pk):
    """A paper's file, under the type its content has."""
    paper = get_object_or_404(Paper, pk=pk)
    try:
        return send_file(paper_bytes(paper), paper.content_type, paper.name, False)
    except PaperLost as lost:
        messages.error(request, str(lost))
        return redirect(paper.owner_url)
