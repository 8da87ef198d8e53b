"""What takes long with letters: each is a job (crm/jobs). A job is asked with keys, never with a letter's words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from correspondence.errors import PageRefused
from correspondence.models import Letter
from correspondence.paper.page_images import join_pdfs
from correspondence.paper.stored import letter_pdf
from crm.jobs.asking import Work, long_work

MOST_LETTERS = 300  # in one PDF; it takes a minute or two and 100 MB


@long_work(gettext_lazy("Letters as one PDF"))
def print_letters_together(work: Work, letters: list[int], on: str) -> str:
    """One PDF of letters written here, in this order, each as its own page prints it; what cannot be is noted.

    ``on`` is the day it is asked for, YYYY-MM-DD.
    """
    printed = join_pdfs(pdfs_of(work, letters), work.result)
    return f"{_('Letters')} {on}.pdf" if printed else ""


def pdfs_of(work: Work, letters: list[int]) -> Iterator[bytes]:
    """Each letter's PDF, one at a time in memory; the work goes a step further with each."""
    work.step(0, len(letters))
    for number, key in enumerate(letters, start=1):
        note = ""
        try:
            yield letter_pdf(Letter.objects.to_print().get(pk=key))
        except Letter.DoesNotExist:
            note = _("A letter is not on record any more.")
        except PageRefused as refusal:
            note = f"{Letter.objects.get(pk=key)}{_(': ')}{refusal}"
        work.step(number, len(letters), note)
