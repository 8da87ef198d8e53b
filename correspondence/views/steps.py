"""The steps of a letter: submitted, approved here or on paper, returned, issued, sent, closed, cancelled."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from correspondence.actions import incoming, lifecycle, outgoing
from correspondence.errors import LetterRefused
from correspondence.forms.steps import (
    CancelForm,
    DecisionForm,
    DispatchForm,
    IssueForm,
    PaperApprovalForm,
    ReadForm,
    SealForm,
    SlipScanForm,
)
from correspondence.review import review_in
from correspondence.views.base import with_places
from correspondence.views.letter import LetterDetail
from crm.actions.errors import WrongState
from crm.forms.base import PastDays
from crm.views.base import HeadOnly, WritersOnly


class LetterStep(WritersOnly, LetterDetail):
    """One step: its form is checked, its action done, and the letter's page shown with what was said.

    ``form_name`` is the form's name on that page, where it stays as typed when something is wrong with it.
    """

    http_method_names = ["post"]
    form_class = None
    form_name = ""
    prefix = None
    done = ""

    def post(self, request, pk):
        self.object = self.get_object()
        form = self.get_form() if self.form_class else None
        if form is not None and not form.is_valid():
            messages.error(request, _("Not saved yet: see the notes beside the fields."))
            return self.show_again(form)
        try:
            self.step(self.object, form.cleaned_data if form else {})
        except (WrongState, LetterRefused) as refusal:
            messages.error(request, with_places(refusal))
            return self.show_again(form) if form else redirect(self.object)
        messages.success(request, self.done)
        return redirect(self.whither())

    def whither(self):
        """Where one goes on once it is done."""
        return self.object

    def show_again(self, form):
        """The letter's page as it is now, with what was typed; the words it shows are now those that are read."""
        self.object = self.get_object()
        if isinstance(form, ReadForm):
            form.data = form.data.copy()
            form.data[form.add_prefix("seen")] = self.object.words_hash()
        return self.render_to_response(self.get_context_data(**{self.form_name: form}))

    def get_form(self):
        """The step's form as it was sent."""
        asked = {"today": timezone.localdate()} if issubclass(self.form_class, PastDays | IssueForm) else {}
        if issubclass(self.form_class, IssueForm | DispatchForm):
            asked["letter"] = self.object
        return self.form_class(self.request.POST, self.request.FILES, prefix=self.prefix, **asked)

    def step(self, letter, data):
        """Does it; raises WrongState or LetterRefused."""
        raise NotImplementedError


class LetterSubmit(LetterStep):
    """Draft → submitted; with ``next`` one goes on to the next of those drafted together."""

    def step(self, letter, data):
        lifecycle.submit_letter(by=self.request.user, letter=letter)
        self.done = _("Submitted for approval.")

    def whither(self):
        return review_in(self.request.session).after(self.object) if "next" in self.request.POST else self.object


class LetterApprove(HeadOnly, LetterStep):
    """Submitted → approved, here, by the head."""

    form_class, form_name = DecisionForm, "decision_form"

    def step(self, letter, data):
        lifecycle.approve_letter(by=self.request.user, letter=letter, on=timezone.localdate(), **data)
        self.done = _("Approved.")


class LetterReturn(HeadOnly, LetterStep):
    """Submitted → draft, with a note."""

    form_class, form_name = DecisionForm, "decision_form"

    def step(self, letter, data):
        lifecycle.return_letter(by=self.request.user, letter=letter, on=timezone.localdate(), note=data["note"])
        self.done = _("Returned to its drafter.")


class LetterApprovePaper(LetterStep):
    """Submitted → approved on paper by a named leader, with the scan."""

    form_class, form_name = PaperApprovalForm, "paper_form"
    prefix = "paper"

    def step(self, letter, data):
        lifecycle.approve_on_paper(
            by=self.request.user, letter=letter, on=data.pop("day"), file=data.pop("scan"), **data
        )
        self.done = _("The approval on paper is on record.")


class LetterSlipScan(LetterStep):
    """The scan of the signed slip comes to an approval on paper."""

    form_class, form_name = SlipScanForm, "slip_form"
    prefix = "slip"

    def step(self, letter, data):
        lifecycle.keep_slip_scan(by=self.request.user, letter=letter, file=data["scan"])
        self.done = _("The scan of the signed slip is kept.")


class LetterIssue(LetterStep):
    """Approved → issued: number, date, frozen words and PDF."""

    form_class, form_name = IssueForm, "issue_form"

    def step(self, letter, data):
        issued = outgoing.issue_letter(by=self.request.user, letter=letter, on=timezone.localdate(), **data)
        self.done = _("Issued without a number. Print, sign and seal it.")
        if issued.number:
            self.done = _("Issued as %(number)s. Print, sign and seal it.") % {"number": issued.number}


class LetterSeal(LetterStep):
    """A use of the seal is put on record 用印."""

    form_class, form_name = SealForm, "seal_form"
    prefix = "seal"

    def step(self, letter, data):
        outgoing.record_seal_use(by=self.request.user, letter=letter, on=data.pop("day"), **data)
        self.done = _("The use of the seal is on record.")


class LetterSend(LetterStep):
    """Issued → sent, by channel, day and reference."""

    form_class, form_name = DispatchForm, "dispatch_form"
    prefix = "send"

    def step(self, letter, data):
        sent = outgoing.send_letter(by=self.request.user, letter=letter, on=data.pop("day"), **data)
        self.done = _("Sent; the ledger has its entry.")
        if sent.entry.is_reversed:
            self.done = _("Sent. Its entry in the ledger was reversed before, and no new one was made.")


class LetterClose(LetterStep):
    """Sent → closed."""

    def step(self, letter, data):
        lifecycle.close_letter(by=self.request.user, letter=letter)
        self.done = _("Closed.")


class LetterCancel(LetterStep):
    """Not sent → cancelled, with the reason; an issued letter keeps its number."""

    form_class, form_name = CancelForm, "cancel_form"

    def step(self, letter, data):
        lifecycle.cancel_letter(by=self.request.user, letter=letter, reason=data["reason"])
        self.done = _("Cancelled.")


class LetterAssign(LetterStep):
    """A received letter is taken on by who clicks."""

    def step(self, letter, data):
        incoming.assign_letter(by=self.request.user, letter=letter, to=self.request.user)
        self.done = _("Assigned to you.")


class LetterNoAnswer(LetterStep):
    """A received letter needs no answer."""

    def step(self, letter, data):
        incoming.answer_letter(by=self.request.user, letter=letter, needed=False)
        self.done = _("No answer is needed.")


class LetterReopen(LetterStep):
    """A received letter waits for an answer again."""

    def step(self, letter, data):
        incoming.reopen_letter(by=self.request.user, letter=letter)
        self.done = _("It waits for an answer again.")
