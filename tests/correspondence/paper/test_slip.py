"""The approval slip 发文稿纸."""

from datetime import date

import pypdfium2
import pytest

from correspondence.actions import drafting, lifecycle, outgoing, words
from correspondence.models import Letter
from correspondence.paper.slip import print_slip, slip_of
from correspondence.texts.proposing import propose_brief
from crm.models import Office
from tests.factories import LetterFactory

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))


def test_recipient_is_told_in_full_and_nothing_is_signed_yet(letter):
    slip = slip_of(letter)
    assert slip["main"] == "西班牙 瓜达拉哈拉市政府 市长 哈维尔·穆尼奥斯"
    assert (slip["language"], slip["number"], slip["signed"]) == ("西班牙语", "", [])


def test_mark_is_that_of_the_words(letter, clerk):
    before = letter.words_mark
    assert slip_of(letter)["words_mark"] == before
    words.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "Suyo,"}, paragraphs={})
    letter = Letter.objects.get(pk=letter.pk)
    assert slip_of(letter)["words_mark"] == letter.words_mark != before


def test_printed_slip_has_the_chinese_text_and_the_mark(letter):
    pages = pypdfium2.PdfDocument(print_slip(letter, specimen=False))
    text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert letter.words_mark in text
    assert letter.chinese_text.closing in text


def test_an_issued_letter_without_the_signed_slips_scan_says_who_recorded_the_approval(db):
    letter = LetterFactory(state="submitted")
    with_scan = LetterFactory(state="issued")
    said = {"name": "陈明远", "post": "市长", "on": ON}
    lifecycle.approve_on_paper(by=letter.drafter, letter=letter, **said)
    before = slip_of(Letter.objects.get(pk=letter.pk))["signed"]
    Office.objects.update(scan_required=False)
    outgoing.issue_letter(by=letter.drafter, letter=letter, on=ON, read_by="王译")
    after = slip_of(Letter.objects.get(pk=letter.pk))["signed"]
    signed = "市长 陈明远　2020年4月20日"
    assert (before, after) == ([signed], [f"{signed}（由{letter.drafter}登记，无扫描件）"])
    assert slip_of(with_scan)["signed"] == [signed]
