"""Submitting, approving and cancelling."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from correspondence.actions import lifecycle, outgoing, words
from correspondence.models import Letter
from crm.actions.errors import WrongState
from crm.models import Office

ON = date(2020, 4, 20)


def approved(letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    return lifecycle.approve_letter(by=head, letter=letter, on=ON)


def test_own_draft_is_not_approved_unless_the_office_allows(letter, clerk, head):
    Letter.objects.update(drafter=head)
    lifecycle.submit_letter(by=clerk, letter=letter)
    with pytest.raises(WrongState, match="your own draft"):
        lifecycle.approve_letter(by=head, letter=letter, on=ON)
    Office.objects.update(own_approval=True)
    assert lifecycle.approve_letter(by=head, letter=letter, on=ON).state == "approved"


def test_clerk_does_not_approve(letter, clerk):
    lifecycle.submit_letter(by=clerk, letter=letter)
    with pytest.raises(WrongState, match="Only the head"):
        lifecycle.approve_letter(by=clerk, letter=letter, on=ON)


def test_paper_approval_names_who_signed(letter, clerk):
    lifecycle.submit_letter(by=clerk, letter=letter)
    done = lifecycle.approve_on_paper(by=clerk, letter=letter, name="陈明远", post="市长", on=ON)
    assert (done.state, done.valid_approval().approver) == ("approved", "市长 陈明远")


def test_cancelled_letter_keeps_its_number(letter, clerk, head):
    approved(letter, clerk, head)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    assert lifecycle.cancel_letter(by=clerk, letter=letter, reason="重复").number == "衡政函〔2020〕1号"


def test_a_refused_paper_approval_keeps_no_scan(letter, clerk):
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-1.4", content_type="application/pdf")
    with pytest.raises(WrongState):
        lifecycle.approve_on_paper(by=clerk, letter=letter, name="陈明远", post="市长", on=ON, file=scan)
    assert not letter.enclosures.exists()


def test_nobody_approves_words_he_has_not_seen(letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    seen = letter.words_hash()
    words.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "Suyo,"}, paragraphs={})
    lifecycle.submit_letter(by=clerk, letter=letter)
    with pytest.raises(lifecycle.WordsChanged, match="after you opened this page"):
        lifecycle.approve_letter(by=head, letter=letter, on=ON, seen=seen)
    with pytest.raises(lifecycle.WordsChanged, match="after you opened this page"):
        lifecycle.approve_on_paper(by=clerk, letter=letter, name="陈明远", post="市长", on=ON, seen=seen)
    now = Letter.objects.get(pk=letter.pk).words_hash()
    assert lifecycle.approve_letter(by=head, letter=letter, on=ON, seen=now).state == "approved"
