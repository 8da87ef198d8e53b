"""A letter's words in two languages beside the printed page, and what the record says otherwise by now."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from correspondence.actions.redrafting import confirm_words, redraft_paragraph
from correspondence.actions.words import edit_letter
from correspondence.errors import LetterRefused
from correspondence.forms.words import SlipForm, WordsForm
from correspondence.models import Letter
from correspondence.texts.kept_forms import outdated_in
from correspondence.texts.rest_on import deviations_of
from correspondence.texts.reused import open_leftovers
from correspondence.views.base import page_numbers, standing_of
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
        kwargs.setdefault("words_form", WordsForm(letter=letter))
        kwargs.setdefault("slip_form", SlipForm(instance=letter))
        kwargs |= {"pages": page_numbers(letter, self.request), "standing": standing_of(letter)}
        kwargs["outdated"] = outdated_in(letter, timezone.localdate())
        kwargs |= {"deviations": deviations_of(letter), "leftovers": open_leftovers(letter)}
        return super().get_context_data(title=_("Words of the letter"), letter=letter, **kwargs)

    def get(self, request, *args, **kwargs):
        letter = self.get_letter()
        return self.render_to_response(self.get_context_data(letter=letter)) if letter.is_editable else redirect(letter)

    @method_decorator(transaction.atomic)
    def post(self, request, *args, **kwargs):
        get_object_or_404(Letter.objects.select_for_update(), pk=self.kwargs["pk"])  # nobody else writes meanwhile
        letter = self.get_letter()
        words, slip = WordsForm(request.POST, letter=letter), SlipForm(request.POST, instance=letter)
        valid = all([words.is_valid(), slip.is_valid()])
        tell_others(request, letter, words, slip)
        if valid:
            try:
                self.save(letter, words, slip)
            except WrongState as wrong:
                words.add_error(None, str(wrong))
            else:
                messages.success(request, _("Words kept."))
                return redirect(letter) if "finish" in request.POST else redirect("letter-edit", letter.pk)
        messages.error(request, _("Not saved yet: see the notes beside the fields."))
        letter = self.get_letter()  # as stored: what the slip's form has read is not to be printed
        return self.render_to_response(self.get_context_data(letter=letter, words_form=words, slip_form=slip))

    def save(self, letter, words, slip):
        """Write what the page says: words, slip, kept forms of address, cleared marks."""
        edit_letter(
            by=self.request.user,
            letter=letter,
            parts=words.parts,
            paragraphs=words.paragraphs,
            slip=slip.cleaned_data,
            kept=words.cleaned_data["keep_address"],
            cleared=read_keys(self.request.POST.getlist("clear")),
            right=self.request.POST.getlist("right"),
        )


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
