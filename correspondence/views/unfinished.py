"""What is typed into a letter's words and not saved yet: kept for its writer, and printed as it stands."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import View

from correspondence.actions.unfinished import forget_unfinished, keep_unfinished
from correspondence.errors import PageRefused
from correspondence.forms.words import SlipForm, WordsForm
from correspondence.models import Letter, UnfinishedWords
from correspondence.paper.page_images import page_image
from correspondence.paper.stored import letter_pdf
from correspondence.views.base import printed, send_image
from crm.actions.errors import WrongState
from crm.views.base import WritersOnly


class LetterTyped(WritersOnly, View):
    """Keeps the boxes of the editor as they are, and answers with the pages that they print."""

    http_method_names = ["post"]

    def post(self, request, pk):
        letter = get_object_or_404(Letter.objects.to_print(), pk=pk)
        if "forget" in request.POST:
            forget_unfinished(by=request.user, letter=letter)
            return redirect("letter-edit", letter.pk)
        try:
            words = self.keep(letter)
        except WrongState as refusal:
            return self.answer(letter, refusal=refusal)
        letter_as_typed(letter, words)
        return self.answer(letter, unsaved=words.has_changed(), printed=printed(letter, "letter-typed-page"))

    def keep(self, letter):
        """Keep what differs from what is on record; returns the form of words."""
        sent, whose = self.request.POST, {"by": self.request.user, "letter": letter}
        words, slip = WordsForm(sent, letter=letter), SlipForm(sent, instance=letter)
        if words.has_changed() or slip.has_changed():
            keep_unfinished(sent=sent, **whose)
        else:
            forget_unfinished(**whose)
        return words

    def answer(self, letter, **said):
        """The fragment beside the words."""
        now = timezone.localtime()
        return render(self.request, "correspondence/_printed.html", {"letter": letter, "now": now, **said})


def letter_as_typed(letter: Letter, words: WordsForm) -> None:
    """Have a letter in memory say what was typed, as far as it is no nonsense."""
    words.is_valid()
    words.put_in()


@require_safe
def letter_typed_page(request, pk, number):
    """A page of the letter with what this user has typed and not saved, as an image."""
    letter = get_object_or_404(Letter.objects.to_print(), pk=pk)
    unfinished = UnfinishedWords.objects.filter(letter=letter, user=request.user).first()
    if unfinished and not letter.is_frozen:
        letter_as_typed(letter, WordsForm(unfinished.data, letter=letter))
    try:
        return send_image(page_image(letter_pdf(letter), number))
    except (IndexError, PageRefused) as error:
        raise Http404 from error
