"""Letters: the list, the page of one, and its papers: PDF, page images, Word file, slip, enclosures."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, View
from django_tables2 import RequestConfig

from correspondence.actions.gates import locked_languages, needs_clearance
from correspondence.actions.pen_changes import open_changes
from correspondence.errors import PageRefused, PaperLost
from correspondence.filters import LetterFilter
from correspondence.forms.steps import (
    CancelForm,
    DecisionForm,
    DispatchForm,
    IssueForm,
    PaperApprovalForm,
    SealForm,
    SlipScanForm,
)
from correspondence.jobs import MOST_LETTERS, print_letters_together
from correspondence.models import Enclosure, Letter, LetterTemplateText
from correspondence.next_step import next_step_of
from correspondence.paper.docx import write_docx
from correspondence.paper.letter import file_name, head_of, marks_of
from correspondence.paper.page_images import page_image
from correspondence.paper.slip import print_slip
from correspondence.paper.stored import letter_pdf, stage_of, stored_words
from correspondence.paper.vault import enclosed_bytes
from correspondence.stages import stages_of
from correspondence.tables import LetterTable
from correspondence.texts.kept_forms import outdated_in
from correspondence.texts.pairing import pairs_of
from correspondence.texts.proposing import our_office
from correspondence.texts.redlining import dropped, read_rows, version_before
from correspondence.texts.rest_on import deviations_of
from correspondence.views.base import printed, send_file, send_image, standing_of
from crm.actions.errors import WrongState
from crm.history import changes_asked
from crm.jobs.asking import ask
from crm.languages import language_name
from crm.models import Office
from crm.views.base import RecordList

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class LetterList(RecordList):
    """Letters of both directions."""

    table_class = LetterTable
    filterset_class = LetterFilter
    title = gettext_lazy("Letters")
    add_url, add_label = "letter-write", gettext_lazy("Write a letter")
    empty_text = gettext_lazy("Nothing matches. Widen the filters, or write one from a city's page.")
    template_name = "correspondence/letter_list.html"
    print_url = "letter-print"

    def get_queryset(self):
        return Letter.objects.for_list()

    def ready_questions(self):
        return [(_("Mine"), {"mine": "on"}), (_("Not answered"), {"waiting": "on"}), *self.of_this_year()]


class LettersPrint(View):
    """Asks for one PDF of the letters that a list shows, in its order; those not written here have no page of ours."""

    def post(self, request):
        found = LetterFilter(request.GET, queryset=Letter.objects.written_here())
        table = LetterTable(found.qs if found.is_valid() else Letter.objects.none())
        RequestConfig(request, paginate=False).configure(table)
        keys = list(table.data.data.values_list("pk", flat=True))
        if not 0 < len(keys) <= MOST_LETTERS:
            messages.error(request, why_not_printed(len(keys)))
            return redirect(f"{reverse('letter-list')}?{request.GET.urlencode()}")
        try:
            ask(print_letters_together, by=request.user, letters=keys, on=timezone.localdate().isoformat())
        except WrongState as refusal:
            messages.error(request, str(refusal))
        return redirect("job-list")


def why_not_printed(number: int) -> str:
    """Why so many letters are not printed as one PDF."""
    if not number:
        return _("None of these letters was written here; those received are kept as they came.")
    return _("These are %(number)s letters, and one PDF takes %(most)s. Narrow the filters.") % {
        "number": number,
        "most": MOST_LETTERS,
    }


class LetterDetail(DetailView):
    """One letter: its state and what comes next, its words or scan, its approvals, dispatches and ledger entry."""

    template_name = "correspondence/letter.html"

    def get_queryset(self):
        return Letter.objects.for_page().prefetch_related(
            "texts__paragraphs",
            "approvals__user",
            "approvals__recorded_by",
            "dispatches",
            "seal_uses",
            "enclosures",
            "copies__organization__names",
            "thanks_for__lines__item__words",
            "announces__lines__item__words",
            "versions",
        )

    def get_context_data(self, **kwargs):
        letter, today, seen = self.object, timezone.localdate(), self.object.words_hash()
        missing = lacks_scan(letter)
        unreviewed = LetterTemplateText.objects.filter(
            template__kind=letter.kind_id, language=letter.language, reviewed_by=""
        )
        return super().get_context_data(
            title=str(letter),
            changes=changes_asked(self.request, letter),
            standing=standing_of(letter),
            pen_changes="amend" in letter.next_steps and open_changes(letter),
            on_paper=bool("amend" in letter.next_steps and (valid := letter.valid_approval()) and valid.paper_name),
            next=next_step_of(letter, today),
            **words_to_read(letter),
            unreviewed=letter.is_editable and unreviewed.exists(),
            outdated=outdated_in(letter, today),
            deviations=deviations_of(letter),
            locked=[language_name(code) for code in locked_languages(letter)] if letter.is_editable else [],
            clearance_missing=letter.is_editable and needs_clearance(letter),
            stages=stages_of(letter),
            lacks_scan=missing,
            scan_needed=missing and our_office().scan_required,
            former=letter.post if letter.post and not letter.post.is_held(today) else None,
            may_approve=self.request.user.may_approve and (letter.drafter_id != self.request.user.pk or own_approval()),
            **forms_of_steps(letter, today, seen) | kwargs,
        )


def words_to_read(letter: Letter) -> dict:
    """The rows of a letter, with what changed since it was submitted before where it waits for approval."""
    if not letter.is_written_here:
        return {}
    pairs, before = pairs_of(letter), version_before(letter) if "approve" in letter.next_steps else None
    readings = [row for row in read_rows(pairs, before) if any(pieces for _side, pieces in row.sides)]
    changed = sum(reading.changed for reading in readings)
    return {"readings": readings, "before": before, "changed_rows": changed, "dropped": dropped(before, pairs)}


def forms_of_steps(letter: Letter, today, seen: str) -> dict:
    """The forms of what may come next, by their names on the page; ``seen`` is the hash of the words it shows."""
    day, read = {"day": today}, {"seen": seen}
    made = {
        "paper_form": ("approve", lambda: PaperApprovalForm(initial=day | read, prefix="paper", today=today)),
        "slip_form": ("scan", lambda: SlipScanForm(prefix="slip")),
        "decision_form": ("approve", lambda: DecisionForm(initial=read)),
        "issue_form": ("issue", lambda: IssueForm(initial=day, letter=letter, today=today)),
        "seal_form": ("seal", lambda: SealForm(initial=day | proposed_seal(letter), prefix="seal", today=today)),
        "dispatch_form": ("send", lambda: DispatchForm(initial=day, prefix="send", today=today, letter=letter)),
        "cancel_form": ("cancel", CancelForm),
    }
    return {name: make() for name, (step, make) in made.items() if step in letter.next_steps}


def proposed_seal(letter: Letter) -> dict:
    """Which seal, on how many copies and allowed by whom, as the letter and its approval say."""
    approval = letter.valid_approval() if "seal" in letter.next_steps else None
    seal = letter.identity.seal_name if letter.identity else ""
    return {"seal": seal, "copies": letter.copies_printed, "allowed_by": approval.approver if approval else ""}


def lacks_scan(letter: Letter) -> bool:
    """Whether the letter stands approved on paper, and the signed slip's scan is still to come."""
    approval = letter.valid_approval() if "scan" in letter.next_steps else None
    return bool(approval and approval.lacks_scan)


def own_approval() -> bool:
    """Whether the office lets its head approve his or her own draft."""
    office = Office.get()
    return bool(office and office.own_approval)


def outgoing(pk: int) -> Letter:
    """A letter written here, with its words, or 404."""
    return get_object_or_404(Letter.objects.to_print(), pk=pk)


def name_of_file(letter: Letter, ending: str) -> str:
    """City or correspondent, day and kind."""
    place = letter.city or letter.correspondent
    return file_name(str(place), letter.day.first, str(letter.kind), ending)


@require_safe
def letter_pdf_view(request, pk):
    """The PDF: the issued bytes, or a fresh page for approval; ?download to save it."""
    letter = outgoing(pk)
    try:
        pdf = letter_pdf(letter)
    except PageRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(letter)
    return send_file(pdf, "application/pdf", name_of_file(letter, "pdf"), "download" in request.GET)


@require_safe
def letter_pages(request, pk):
    """The printed pages, for a page that asks for them once it is shown; printing holds up no words."""
    letter = outgoing(pk)
    return render(request, "correspondence/_printed.html", {"letter": letter, "printed": printed(letter)})


@require_safe
def letter_page(request, pk, number):
    """One page of the PDF as an image; a frozen one may be kept by the reader's browser, and is asked about by hash."""
    letter = outgoing(pk)
    kept = f'"{letter.pdf_sha256}-{letter.state}-{number}"' if letter.pdf_sha256 else None
    if unchanged := kept and get_conditional_response(request, etag=kept):
        return unchanged
    try:
        response = send_image(page_image(letter_pdf(letter), number))
    except (IndexError, PageRefused) as error:
        raise Http404 from error
    if kept:
        response["ETag"], response["Cache-Control"] = kept, "private, no-cache"
    return response


@require_safe
def letter_docx(request, pk):
    """The same words as a Word file."""
    letter = outgoing(pk)
    words = stored_words(letter)
    heads = {text.language: head_of(letter.identity, text) for text in words}
    docx = write_docx(words, heads, marks_of(stage_of(letter)), str(letter))
    return send_file(docx, DOCX, name_of_file(letter, "docx"), True)


@require_safe
def letter_slip(request, pk):
    """The approval slip 发文稿纸 as PDF."""
    letter = outgoing(pk)
    try:
        pdf = print_slip(letter, specimen=Office.get().is_demo)
    except PageRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(letter)
    return send_file(pdf, "application/pdf", name_of_file(letter, "slip.pdf"), "download" in request.GET)


@require_safe
def letter_enclosure(request, pk, enclosure):
    """A file kept with a letter, under the type its content has."""
    kept = get_object_or_404(Enclosure.objects.select_related("letter"), letter=pk, pk=enclosure)
    try:
        return send_file(enclosed_bytes(kept), kept.content_type, kept.name, False)
    except PaperLost as lost:
        messages.error(request, str(lost))
        return redirect(kept.letter)
