"""A leader's changes by pen: typed by one, confirmed by another, and the approval holds for them."""

import pytest

from correspondence.actions import lifecycle, outgoing, words
from correspondence.actions.pen_changes import confirm_pen_changes, enter_pen_changes, take_back_pen_changes
from correspondence.models import Letter, PenChanges
from crm.actions.errors import NotAllowed, WrongState
from tests.factories import LETTER_DAY, LetterFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    """Approved on paper, with the scan of the slip."""
    return Letter.objects.get(pk=LetterFactory(state="approved").pk)


@pytest.fixture
def second(db):
    """Somebody else than the drafter."""
    return UserFactory()


def boxes(letter) -> dict:
    """The changes: the closing, and one paragraph in both languages."""
    pair = [text.paragraphs.get(key="thanks") for text in (letter.chinese_text, letter.foreign_text)]
    said = {f"paragraph-{row.pk}": words for row, words in zip(pair, ("深谢贵市。", "Muchas gracias."), strict=True)}
    return {**said, "es-closing": "Con afecto,", "es-salutation": "B:"}


def test_what_another_confirms_is_the_letter_and_the_approval_holds(letter, second):
    before, approval = letter.words_hash(), letter.valid_approval()
    changes = enter_pen_changes(by=letter.drafter, letter=letter, words=boxes(letter))
    assert "es-salutation" not in changes.words  # as it was
    assert Letter.objects.get(pk=letter.pk).words_hash() == before
    letter = confirm_pen_changes(by=second, letter=letter)
    new = letter.valid_approval()
    assert (letter.state, letter.foreign_text.closing) == ("approved", "Con afecto,")
    assert (new.paper_name, new.scan, new.recorded_by) == (approval.paper_name, approval.scan, second)
    assert letter.pending_paragraphs() == []
    assert [version.words_hash for version in letter.versions.filter(step="approved")] == [before, letter.words_hash()]
    assert outgoing.issue_letter(by=second, letter=letter, on=LETTER_DAY, read_by="王译").is_frozen


def test_nobody_confirms_what_he_typed(letter):
    enter_pen_changes(by=letter.drafter, letter=letter, words=boxes(letter))
    with pytest.raises(NotAllowed, match="somebody else compares"):
        confirm_pen_changes(by=letter.drafter, letter=letter)


def test_a_letter_is_not_issued_while_changes_wait(letter, second):
    enter_pen_changes(by=letter.drafter, letter=letter, words=boxes(letter))
    with pytest.raises(WrongState, match="wait for confirmation"):
        outgoing.issue_letter(by=second, letter=letter, on=LETTER_DAY, read_by="王译")
    take_back_pen_changes(by=second, letter=letter)
    assert outgoing.issue_letter(by=second, letter=letter, on=LETTER_DAY, read_by="王译").is_frozen


def test_a_change_in_one_language_marks_its_twin_and_stops_the_issue(letter, second):
    row = letter.chinese_text.paragraphs.get(key="wish")
    enter_pen_changes(by=letter.drafter, letter=letter, words={f"paragraph-{row.pk}": "谨祝安好。"})
    letter = confirm_pen_changes(by=second, letter=letter)
    with pytest.raises(WrongState, match="changed in one language only: 1"):
        outgoing.issue_letter(by=second, letter=letter, on=LETTER_DAY, read_by="王译")
    words.clear_paragraph(by=second, paragraph=letter.pending_paragraphs()[0])
    assert outgoing.issue_letter(by=second, letter=letter, on=LETTER_DAY, read_by="王译").is_frozen


def test_only_words_signed_on_paper_with_a_scan_are_changed_by_pen(second, head):
    here = LetterFactory(state="submitted")
    lifecycle.approve_letter(by=head, letter=here, on=LETTER_DAY)
    with pytest.raises(WrongState, match="approved on paper"):
        enter_pen_changes(by=second, letter=here, words={"es-closing": "X"})
    paper = LetterFactory(state="submitted")
    lifecycle.approve_on_paper(by=second, letter=paper, name="陈明远", post="市长", on=LETTER_DAY)
    with pytest.raises(WrongState, match="Put in the scan"):
        enter_pen_changes(by=second, letter=paper, words={"es-closing": "X"})


def test_what_changes_nothing_and_what_is_typed_twice_is_refused(letter, second):
    with pytest.raises(WrongState, match="Nothing was changed"):
        enter_pen_changes(by=second, letter=letter, words={"es-salutation": "B:"})
    enter_pen_changes(by=second, letter=letter, words=boxes(letter))
    with pytest.raises(WrongState, match="wait for confirmation already"):
        enter_pen_changes(by=second, letter=letter, words=boxes(letter))


def test_an_edit_of_the_words_takes_waiting_changes_away(letter, second):
    enter_pen_changes(by=letter.drafter, letter=letter, words=boxes(letter))
    words.edit_words(by=second, letter=letter, parts={("es", "closing"): "Otro"}, paragraphs={})
    assert not PenChanges.objects.exists()
