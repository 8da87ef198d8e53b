"""What changed in a letter's words since they were submitted before."""

from datetime import date

import pytest

from correspondence.actions import lifecycle, words
from correspondence.models import Letter
from correspondence.texts.pairing import pairs_of
from correspondence.texts.redlining import compare, dropped, read_rows, version_before
from tests.factories import LetterFactory

pytestmark = pytest.mark.django_db


def marked(was: str, now: str) -> str:
    """The pieces in one line: [-taken out-]{+put in+}."""
    signs = {"same": "{}", "ins": "{{+{}+}}", "del": "[-{}-]"}
    return "".join(signs[piece.kind].format(piece.words) for piece in compare(was, now))


def test_words_are_compared_word_by_word_and_han_one_by_one():
    assert marked("Como modesta muestra", "Como sencilla muestra") == "Como [-modesta-]{+sencilla+} muestra"
    assert marked("捐赠口罩200只", "捐赠口罩300只") == "捐赠口罩[-200-]{+300+}只"
    assert marked("", "新") == "{+新+}"


@pytest.fixture
def letter(head):
    """Submitted, returned, changed: one paragraph put otherwise, one dropped, and submitted again."""
    letter = LetterFactory(state="submitted")
    by = letter.drafter
    lifecycle.return_letter(by=head, letter=letter, on=date(2020, 4, 20), note="请改")
    text = letter.chinese_text
    thanks, wish = (text.paragraphs.get(key=key) for key in ("thanks", "wish"))
    words.edit_words(by=by, letter=letter, parts={}, paragraphs={thanks.pk: "感谢贵市人民。", wish.pk: ""})
    for paragraph in Letter.objects.get(pk=letter.pk).pending_paragraphs():
        words.clear_paragraph(by=by, paragraph=paragraph)
    lifecycle.submit_letter(by=by, letter=letter)
    return Letter.objects.get(pk=letter.pk)


def test_rows_mark_what_changed_since_the_words_were_submitted_before(letter):
    before, pairs = version_before(letter), pairs_of(letter)
    changed = [row for row in read_rows(pairs, before) if row.changed]
    assert [row.pair.key for row in changed] == ["thanks"]
    assert [(piece.kind, piece.words) for piece in changed[0].sides[0][1]] == [
        ("same", "感谢贵市"),
        ("ins", "人民"),
        ("same", "。"),
    ]
    assert dropped(before, pairs) == ["祝好。"]


def test_a_letter_submitted_for_the_first_time_has_nothing_to_compare_with():
    letter = LetterFactory(state="submitted")
    assert version_before(letter) is None
    assert [row for row in read_rows(pairs_of(letter), None) if row.changed] == []
