"""Changing a letter's words: what an edit does to the twin, to the approval and to somebody else's edit."""

from datetime import date

import pytest

from correspondence.actions import lifecycle, words
from correspondence.models import Letter
from crm.actions.errors import WrongState

ON = date(2020, 4, 20)


def approved(letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    return lifecycle.approve_letter(by=head, letter=letter, on=ON)


def test_edit_marks_the_twin_until_somebody_clears_it(letter, clerk):
    paragraph = letter.chinese_text.paragraphs.get(key="thanks")
    words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: "新的一段。"})
    with pytest.raises(WrongState, match="one language only: 1"):
        lifecycle.submit_letter(by=clerk, letter=letter)
    (twin,) = Letter.objects.get(pk=letter.pk).pending_paragraphs()
    words.clear_paragraph(by=clerk, paragraph=twin)
    assert lifecycle.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_change_after_approval_cancels_it(letter, clerk, head):
    approved(letter, clerk, head)
    changed = words.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "Atentamente,"}, paragraphs={})
    assert (changed.state, changed.valid_approval()) == ("draft", None)
