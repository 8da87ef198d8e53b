"""A letter's words in two languages beside the printed page, and what the record says otherwise by now."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from correspondence.actions.gates import needs_clearance
from correspondence.actions.redrafting import confirm_words, redraft_paragraph
from correspondence.actions.words import edit_letter
from correspondence.errors import LetterRefused
from correspondence.forms.words import SlipForm, WordsForm
from correspondence.models import Letter, UnfinishedWords
from correspondence.texts.evidence import changed_now, evidence_for
from correspondence.texts.kept_forms import outdated_in
from correspondence.texts.pairing import Pair
from correspondence.texts.rest_on import deviations_of
from correspondence.views.base import standing_of
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.phrases import link_addresses
from crm.views.base import WritersOnly, tell_others


class LetterEdit(WritersOnly, TemplateView):
    """Both texts, paragraph by paragraph, beside images of the printed page and the facts."""

    template_name = "correspondence/letter_edit.html"

    def get_letter(self):
        """The outgoing letter, with all its words."""
        words = ("texts__paragraphs", "thanks_for__lines__item__words", "announces__lines__item__words")
        return get_object_or_404(Letter.objects.for_page().outgoing().prefetch_related(*words), pk=self.kwargs["pk"])

    def get_context_data(self, *, letter, **kwargs):
        words = kwargs.setdefault("words_form", WordsForm(letter=letter))
        slip = kwargs.setdefault("slip_form", SlipForm(instance=letter))
        deviations = deviations_of(letter)
        return super().get_context_data(
            title=_("Words of the letter"),
            letter=letter,
            rows=rows_of_page(letter, words, deviations),
            languages=[(text.language, text.get_language_display()) for text in words.texts],
            faults=faults_in(words, slip),
            clearance_missing=needs_clearance(letter),
            deviations=[found for found in deviations if found.text is None],
            standing=standing_of(letter),
            outdated=outdated_in(letter, timezone.localdate()),
            **kwargs,
        )

    def get(self, request, *args, **kwargs):
        letter = self.get_letter()
        if not letter.is_editable:
            return redirect(letter)
        unfinished = UnfinishedWords.objects.filter(letter=letter, user=request.user).first()
        if unfinished and "unfinished" in request.GET:
            return self.put_back(unfinished)
        return self.render_to_response(self.get_context_data(letter=letter, unfinished=unfinished))

    def put_back(self, unfinished):
        """The page with what was typed and not saved in its boxes, joined with what others wrote meanwhile."""
        letter = self.get_letter()
        words, slip = WordsForm(unfinished.data, letter=letter), SlipForm(unfinished.data, instance=letter)
        words.is_valid(), slip.is_valid()
        tell_others(self.request, letter, words, slip)
        page = {"letter": self.get_letter(), "words_form": words, "slip_form": slip}
        return self.render_to_response(self.get_context_data(**page))

    @method_decorator(transaction.atomic)
    def post(self, request, *args, **kwargs):
        get_object_or_404(Letter.objects.select_for_update(), pk=self.kwargs["pk"])  # nobody else writes meanwhile
        letter = self.get_letter()
        words, slip = WordsForm(request.POST, letter=letter), SlipForm(request.POST, instance=letter)
        valid = all([words.is_valid(), slip.is_valid()])
        tell_others(request, letter, words, slip)
        if valid:
            try:
                done = self.save(letter, words, slip)
            except (WrongState, LetterRefused) as wrong:
                words.add_error(None, str(wrong))
            else:
                messages.success(request, done)
                return redirect(letter) if "finish" in request.POST else redirect(self.back_to_row(letter, words))
        messages.error(request, _("Not saved yet: see the notes beside the fields."))
        letter = self.get_letter()  # as stored: what the slip's form has read is not to be printed
        return self.render_to_response(self.get_context_data(letter=letter, words_form=words, slip_form=slip))

    def back_to_row(self, letter, words) -> str:
        """The page again, at the row that was worked in."""
        said = self.request.POST
        place = (
            f"row-{said.get('redraft') or said.get('stand')}" if {"redraft", "stand"} & set(said) else said.get("row")
        )
        for key in read_keys(said.getlist("clear")):
            place = words.place_of(f"paragraph-{key}")
        page = reverse("letter-edit", args=[letter.pk])
        return f"{page}#{place}" if place in [pair.place for pair in words.pairs] else page

    def save(self, letter, words, slip) -> str:
        """Write what the page says, then settle a row; returns what was done."""
        said, whose = self.request.POST, {"by": self.request.user, "letter": letter}
        edit_letter(
            parts=words.parts,
            paragraphs=words.paragraphs,
            slip=slip.cleaned_data,
            kept=words.cleaned_data["keep_address"],
            cleared=read_keys(said.getlist("clear")),
            right=said.getlist("right"),
            **whose,
        )
        if key := said.get("redraft"):
            redraft_paragraph(key=key, **whose)
            return _("Written anew from the record.")
        if key := said.get("stand"):
            confirm_words(key=key, reason=said.get(f"reason-{key}", ""), **whose)
            return _("The words stand.")
        return _("Words kept.")


@dataclass(frozen=True)
class PageRow:
    """A row of the editor: its pair and boxes, where the record says otherwise, and what it rests on."""

    pair: Pair
    sides: list
    deviations: list
    evidence: list


def rows_of_page(letter, words: WordsForm, deviations: list) -> list[PageRow]:
    """The rows of the editor with all that is said of each."""
    changed = changed_now(deviations)
    return [
        PageRow(
            row.pair,
            row.sides,
            [found for found in deviations if found.text and found.key == row.pair.key],
            evidence_for(row.pair, letter, changed) if row.pair.number else [],
        )
        for row in words.rows
    ]


def faults_in(words: WordsForm, slip: SlipForm) -> list[tuple[str, str, str]]:
    """What is wrong with the boxes: the row or box that it leads to, what the box is called, the sentence."""
    if not words.is_bound:
        return []
    found = [(words.place_of(box.name), str(box.label), error) for box in words for error in box.errors]
    return found + [(f"div_{box.auto_id}", str(box.label), error) for box in slip for error in box.errors]


class LetterSettle(WritersOnly, TemplateView):
    """One paragraph or part of which the record says otherwise: redrafted, or its words stand for a reason."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        letter = get_object_or_404(Letter.objects.outgoing(), pk=kwargs["pk"])
        key, facts = request.POST.get("key", ""), {"by": request.user, "letter": letter}
        try:
            if "redraft" in request.POST:
                redraft_paragraph(key=key, **facts)
                messages.success(request, _("Written anew from the record."))
            else:
                confirm_words(key=key, reason=request.POST.get("reason", ""), **facts)
                messages.success(request, _("The words stand."))
        except (LetterRefused, WrongState) as refusal:
            messages.error(request, link_addresses(refusal))
        return redirect("letter-edit" if letter.is_editable else "letter", letter.pk)
