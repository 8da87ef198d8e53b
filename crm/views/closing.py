"""Help received that needs no thanks or no answer any more: closing it, one or many, and opening it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView

from crm.actions.errors import WrongState
from crm.actions.ledger import close_help, reopen_help
from crm.duties import dues
from crm.forms.choices import read_keys
from crm.forms.gift import ReasonForm
from crm.forms.ledger import ClosingForm
from crm.models import Closing, Duty, LedgerEntry
from crm.views.base import WritersOnly

SHOWN = 10


class HelpClose(WritersOnly, FormView):
    """Closes the help that was ticked (?entry=1&entry=2), or all from before a day (?before=), with one reason.

    ?duty= is ticked beforehand.
    """

    form_class = ClosingForm
    template_name = "crm/help_close.html"

    @cached_property
    def keys(self) -> list[int]:
        """The help received that is asked for, oldest first."""
        today, asked = timezone.localdate(), self.request.GET
        if before := asked.get("before"):
            return [due.key for due in dues(today) if due.day < before]
        ticked = LedgerEntry.objects.filter(pk__in=read_keys(asked.getlist("entry")))
        return list(ticked.in_force(today).help().received().order_by("day", "pk").values_list("pk", flat=True))

    def get(self, request, *args, **kwargs):
        if not self.keys:
            messages.info(request, _("No help received was ticked. Tick it in the ledger first."))
            return redirect("ledger")
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        """The duty that was asked for, else those that are open."""
        asked = self.request.GET.get("duty")
        if asked in Duty.values:
            return {"duties": [asked]}
        ticked = LedgerEntry.objects.filter(pk__in=self.keys)
        return {"duties": [duty for duty in Duty if ticked.owing(duty, timezone.localdate()).exists()]}

    def form_valid(self, form):
        try:
            closings = close_help(by=self.request.user, entries=self.keys, on=timezone.localdate(), **form.cleaned_data)
        except WrongState as wrong:
            form.add_error(None, str(wrong))
            return self.form_invalid(form)
        closed = len({closing.entry_id for closing in closings})
        said = ngettext("Closed: %(count)d courtesy.", "Closed: %(count)d courtesies.", closed)
        messages.success(self.request, said % {"count": closed})
        return redirect(self.whence())

    def whence(self) -> str:
        """Where one came from: the page of the only courtesy, the desk, or the ledger."""
        if len(self.keys) == 1:
            return reverse("ledger-entry", args=self.keys)
        return reverse("desk" if "desk" in self.request.GET else "ledger")

    def get_context_data(self, **kwargs):
        shown = LedgerEntry.objects.with_details().in_bulk(self.keys[:SHOWN])
        return super().get_context_data(
            title=_("No thanks or no answer due"),
            action=_("Close"),
            cancel_url=self.whence(),
            entries=[shown[key] for key in self.keys[:SHOWN] if key in shown],
            more=len(self.keys) - len(shown),
            **kwargs,
        )


class HelpReopen(WritersOnly, FormView):
    """Opens again what was closed."""

    template_name = "generic/confirm.html"
    form_class = ReasonForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.closing = get_object_or_404(Closing.objects.select_related("entry"), pk=kwargs["pk"])

    def form_valid(self, form):
        try:
            reopen_help(by=self.request.user, closing=self.closing, on=timezone.localdate(), **form.cleaned_data)
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)
        messages.success(self.request, _("Reopened; the desk shows it again."))
        return redirect(self.closing.entry.own_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Reopen"),
            question=_("“%(closing)s” will no longer hold for “%(entry)s”.")
            % {"closing": self.closing, "entry": self.closing.entry},
            action=_("Reopen"),
            cancel_url=self.closing.entry.own_url,
            **kwargs,
        )
