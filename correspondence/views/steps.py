"""The steps of a letter: submitted, approved here or on paper, returned, issued, sent, closed, cancelled."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from correspondence import actions
from correspondence.errors import LetterRefused
from correspondence.forms import DecisionForm, DispatchForm, IssueForm, PaperApprovalForm
from correspondence.models import Letter
from crm.actions import WrongState
from crm.views.base import HeadOnly, WritersOnly


class LetterStep(WritersOnly, View):
    """One step: its form is checked, its action done, and the letter's page shown with what was said."""

    http_method_names = ["post"]
    form_class = None
    prefix = None
    done = ""

    def post(self, request, pk):
        letter = get_object_or_404(Letter, pk=pk)
        form = self.form_class(request.POST, request.FILES, prefix=self.prefix) if self.form_class else None
        if form is not None and not form.is_valid():
            for field, notes in form.errors.items():
                label = form.fields[field].label if field in form.fields else ""
                messages.error(request, f"{label} {' '.join(notes)}".strip())
            return redirect(letter)
        try:
            self.step(letter, form.cleaned_data if form else {})
            messages.success(request, self.done)
        except (WrongState, LetterRefused) as refusal:
            messages.error(request, str(refusal))
        return redirect(letter)

    def step(self, letter, data):
        """Does it; raises WrongState or LetterRefused."""
        raise NotImplementedError


class LetterSubmit(LetterStep):
    """Draft → submitted."""

    def step(self, letter, data):
        actions.submit_letter(by=self.request.user, letter=letter)
        self.done = _("Submitted for approval.")


class LetterApprove(HeadOnly, LetterStep):
    """Submitted → approved, here, by the head."""

    form_class = DecisionForm

    def step(self, letter, data):
        actions.approve_letter(by=self.request.user, letter=letter, on=timezone.localdate(), **data)
        self.done = _("Approved.")


class LetterReturn(HeadOnly, LetterStep):
    """Submitted → draft, with a note."""

    form_class = DecisionForm

    def step(self, letter, data):
        actions.return_letter(by=self.request.user, letter=letter, on=timezone.localdate(), note=data["note"])
        self.done = _("Returned to its drafter.")


class LetterApprovePaper(LetterStep):
    """Submitted → approved on paper by a named leader, with the scan."""

    form_class = PaperApprovalForm
    prefix = "paper"

    def step(self, letter, data):
        actions.approve_on_paper(by=self.request.user, letter=letter, on=data.pop("day"), file=data.pop("scan"), **data)
        self.done = _("The approval on paper is on record.")


class LetterIssue(LetterStep):
    """Approved → issued: number, date, frozen words and PDF."""

    form_class = IssueForm

    def step(self, letter, data):
        issued = actions.issue_letter(
            by=self.request.user,
            letter=letter,
            on=data["day"],
            read_by=data["read_by"],
            unread_reason=data["unread_reason"],
        )
        self.done = _("Issued as %(number)s. Print, sign and seal it.") % {"number": issued.number}


class LetterSend(LetterStep):
    """Issued → sent, by channel, day and reference."""

    form_class = DispatchForm
    prefix = "send"

    def step(self, letter, data):
        actions.send_letter(
            by=self.request.user, letter=letter, means=data["means"], on=data["day"], reference=data["reference"]
        )
        self.done = _("Sent; the ledger has its entry.")


class LetterClose(LetterStep):
    """Sent → closed."""

    def step(self, letter, data):
        actions.close_letter(by=self.request.user, letter=letter)
        self.done = _("Closed.")


class LetterCancel(LetterStep):
    """Not sent → cancelled; an issued letter keeps its number."""

    def step(self, letter, data):
        actions.cancel_letter(by=self.request.user, letter=letter)
        self.done = _("Cancelled.")


class LetterAssign(LetterStep):
    """A received letter is taken on by who clicks."""

    def step(self, letter, data):
        actions.assign_letter(by=self.request.user, letter=letter, to=self.request.user)
        self.done = _("Assigned to you.")


class LetterNoAnswer(LetterStep):
    """A received letter needs no answer."""

    def step(self, letter, data):
        actions.answer_letter(by=self.request.user, letter=letter, needed=False)
        self.done = _("No answer is needed.")
