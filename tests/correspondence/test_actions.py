from datetime import date

import pytest

from correspondence import actions
from correspondence.drafting import propose_draft
from correspondence.models import Letter
from correspondence.page_images import page_texts
from crm.actions import WrongState
from crm.models import LedgerEntry, Office

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    draft = propose_draft(kind="reciprocal_support", on=ON, city=guadalajara)
    return actions.draft_letter(by=clerk, draft=draft)


def approved(letter, clerk, head):
    actions.submit_letter(by=clerk, letter=letter)
    return actions.approve_letter(by=head, letter=letter, on=ON)


def test_draft_stores_both_texts_and_the_facts(letter):
    assert sorted(text.language for text in letter.texts.all()) == ["es", "zh-hans"]
    assert [gift.direction for gift in letter.thanks_for.all()] == ["received"]
    assert [gift.direction for gift in letter.announces.all()] == ["given"]


def test_preview_writes_nothing(letter):
    before = (LedgerEntry.objects.count(), letter.versions.count())
    pdf = actions.letter_pdf(Letter.objects.get(pk=letter.pk))
    assert pdf.startswith(b"%PDF")
    assert (LedgerEntry.objects.count(), letter.versions.count()) == before


def test_edit_marks_the_twin_until_somebody_clears_it(letter, clerk):
    paragraph = letter.chinese_text.paragraphs.get(key="support")
    actions.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: "新的一段。"})
    with pytest.raises(WrongState, match="one language only: 1"):
        actions.submit_letter(by=clerk, letter=letter)
    (twin,) = Letter.objects.get(pk=letter.pk).pending_paragraphs()
    actions.clear_paragraph(by=clerk, paragraph=twin)
    assert actions.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_own_draft_is_not_approved_unless_the_office_allows(letter, clerk, head):
    Letter.objects.update(drafter=head)
    actions.submit_letter(by=clerk, letter=letter)
    with pytest.raises(WrongState, match="your own draft"):
        actions.approve_letter(by=head, letter=letter, on=ON)
    Office.objects.update(own_approval=True)
    assert actions.approve_letter(by=head, letter=letter, on=ON).state == "approved"


def test_clerk_does_not_approve(letter, clerk):
    actions.submit_letter(by=clerk, letter=letter)
    with pytest.raises(WrongState, match="Only the head"):
        actions.approve_letter(by=clerk, letter=letter, on=ON)


def test_change_after_approval_cancels_it(letter, clerk, head):
    approved(letter, clerk, head)
    changed = actions.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "Atentamente,"}, paragraphs={})
    assert (changed.state, changed.standing_approval()) == ("draft", None)


def test_issue_needs_a_reader_or_a_reason(letter, clerk, head):
    approved(letter, clerk, head)
    with pytest.raises(WrongState, match="who read the foreign text"):
        actions.issue_letter(by=clerk, letter=letter, on=ON)


def test_issue_freezes_number_words_and_bytes(letter, clerk, head):
    approved(letter, clerk, head)
    issued = actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    assert issued.number == "衡政函〔2020〕1号"
    first = actions.letter_pdf(issued)
    assert first == actions.pdf_path(issued.pdf_sha256).read_bytes()
    assert "送审稿" not in "".join(page_texts(first))
    with pytest.raises(WrongState):
        actions.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "x"}, paragraphs={})


def test_sending_writes_the_ledger_once_with_its_links(letter, clerk, head):
    approved(letter, clerk, head)
    actions.issue_letter(by=clerk, letter=letter, on=ON, unread_reason="加急")
    sent = actions.send_letter(by=clerk, letter=letter, means="letter", on=date(2020, 4, 21), reference="EE1")
    actions.send_letter(by=clerk, letter=letter, means="email", on=date(2020, 4, 22))
    entry = LedgerEntry.objects.get(pk=sent.entry_id)
    assert (entry.kind, str(entry.day), entry.direction) == ("letter", "2020-04-21", "given")
    assert sorted(link.kind for link in entry.links.all()) == ["replies", "thanks"]
    assert LedgerEntry.objects.filter(kind="letter", direction="given").count() == 1


def test_letter_never_closes_a_debt_of_help(letter, clerk, head, guadalajara):
    owed = LedgerEntry.objects.unanswered(date(2020, 5, 1)).of(city=guadalajara).count()
    approved(letter, clerk, head)
    actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    actions.send_letter(by=clerk, letter=letter, means="letter", on=ON)
    assert LedgerEntry.objects.unanswered(date(2020, 5, 1)).of(city=guadalajara).count() == owed == 1
    assert not LedgerEntry.objects.unthanked(date(2020, 5, 1)).of(city=guadalajara).exists()


def test_paper_approval_names_who_signed(letter, clerk):
    actions.submit_letter(by=clerk, letter=letter)
    done = actions.approve_on_paper(by=clerk, letter=letter, name="陈明远", post="市长", on=ON)
    assert (done.state, done.standing_approval().approver) == ("approved", "市长 陈明远")


def test_cancelled_letter_keeps_its_number(letter, clerk, head):
    approved(letter, clerk, head)
    actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    assert actions.cancel_letter(by=clerk, letter=letter, reason="重复").number == "衡政函〔2020〕1号"
