"""批改: a leader's pen changes, typed by one and compared with the scan of the slip by another."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from correspondence.actions.pen_changes import (
    confirm_pen_changes,
    enter_pen_changes,
    open_changes,
    take_back_pen_changes,
)
from correspondence.forms.words import WordsForm
from correspondence.models import Letter
from correspondence.texts.redlining import read_typed
from crm.actions.errors import WrongState
from crm.views.base import WritersOnly


class LetterPenChanges(WritersOnly, TemplateView):
    """The rows to type the changes into; once typed, the rows with each change marked, to be confirmed."""

    template_name = "correspondence/pen_changes.html"

    def get_letter(self):
        """The letter, with all its words and decisions."""
        related = Letter.objects.for_page().outgoing().prefetch_related("texts__paragraphs", "approvals__scan")
        return get_object_or_404(related, pk=self.kwargs["pk"])

    def get(self, request, *args, **kwargs):
        letter = self.get_letter()
        approval = letter.valid_approval()
        if "amend" not in letter.next_steps or approval is None or not approval.paper_name:
            return redirect(letter)
        return self.render_to_response(self.get_context_data(letter=letter))

    def get_context_data(self, *, letter, **kwargs):
        words = kwargs.setdefault("words_form", WordsForm(letter=letter))
        changes, approval = open_changes(letter), letter.valid_approval()
        return super().get_context_data(
            title=_("Changes by pen"),
            letter=letter,
            changes=changes,
            scan=approval.scan if approval else None,
            readings=[row for row in read_typed(words.pairs, changes.words) if row.changed] if changes else [],
            rows=words.rows,
            own=bool(changes and changes.entered_by_id == self.request.user.pk),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        letter, whose = self.get_letter(), {"by": request.user}
        words = WordsForm(request.POST, letter=letter)
        try:
            if "confirm" in request.POST:
                confirm_pen_changes(letter=letter, **whose)
                messages.success(request, _("The changes by pen are in the letter, and the approval holds for them."))
                return redirect(letter)
            if "withdraw" in request.POST:
                take_back_pen_changes(letter=letter, **whose)
                messages.success(request, _("Taken back."))
                return redirect("letter-pen-changes", letter.pk)
            if words.is_valid():
                typed = {side.box: said for side, said in words.typed_words().items()}
                enter_pen_changes(letter=letter, words=typed, **whose)
                messages.success(request, _("Kept. Somebody else compares it with the scan and confirms it."))
                return redirect("letter-pen-changes", letter.pk)
        except WrongState as refusal:
            messages.error(request, str(refusal))
        return self.render_to_response(self.get_context_data(letter=self.get_letter(), words_form=words))
