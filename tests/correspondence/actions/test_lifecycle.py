"""Submitting, approving and cancelling."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from correspondence.actions import lifecycle, outgoing, words
from correspondence.models import Letter
from correspondence.paper.vault import enclosed_bytes
from crm.actions.errors import NotAllowed, WrongState
from crm.models import Office, SecurityEvent
from tests.factories import OfficeFactory, signed_slip

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


def on_paper(letter, clerk, **more):
    """The letter approved on paper."""
    lifecycle.submit_letter(by=clerk, letter=letter)
    return lifecycle.approve_on_paper(by=clerk, letter=letter, name="陈明远", post="市长", on=ON, **more)


@pytest.fixture
def office(db):
    """The office, with the rules it has unless it says otherwise."""
    return Office.get() or OfficeFactory()


def test_a_letter_approved_on_paper_is_issued_when_the_signed_slip_is_kept(letter, clerk, office):
    on_paper(letter, clerk)
    with pytest.raises(WrongState, match="Put in the scan of the signed slip first"):
        outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    lifecycle.keep_slip_scan(by=clerk, letter=letter, file=signed_slip())
    approval = Letter.objects.get(pk=letter.pk).valid_approval()
    assert (approval.lacks_scan, enclosed_bytes(approval.scan)) == (False, signed_slip().read())
    assert outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译").state == "issued"


def test_a_scan_given_with_the_approval_is_enough(letter, clerk):
    on_paper(letter, clerk, file=signed_slip())
    assert outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译").state == "issued"


def test_an_office_may_do_without_the_scan_and_the_letter_says_so_for_good(letter, clerk, office):
    on_paper(letter, clerk)
    Office.objects.update(scan_required=False)
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    with pytest.raises(WrongState, match="“Issued”"):
        lifecycle.keep_slip_scan(by=clerk, letter=issued, file=signed_slip())
    Office.objects.update(scan_required=True)
    approval = Letter.objects.get(pk=letter.pk).approvals.get()
    assert (approval.lacks_scan, approval.recorded_by) == (True, clerk)


@pytest.mark.parametrize("way", ["here", "kept already"])
def test_a_scan_is_kept_only_where_one_is_missing(way, letter, clerk, head):
    if way == "here":
        approved(letter, clerk, head)
    else:
        on_paper(letter, clerk, file=signed_slip())
    kept = letter.enclosures.count()
    with pytest.raises(WrongState, match="needs no scan"):
        lifecycle.keep_slip_scan(by=clerk, letter=letter, file=signed_slip())
    assert letter.enclosures.count() == kept


def test_approvals_and_the_issue_are_on_the_security_log_without_a_word_of_the_letter(letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.return_letter(by=head, letter=letter, on=ON, note="请改")
    on_paper(letter, clerk, file=signed_slip())
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    events = list(SecurityEvent.objects.order_by("at"))
    scan = issued.approvals.last().scan.sha256
    assert [(event.kind, event.account, without_machine(event.facts)) for event in events] == [
        ("returned", "head", {"letter": letter.pk}),
        ("approved", "clerk", {"letter": letter.pk, "approved_by": "陈明远", "scan": scan}),
        ("issued", "clerk", {"letter": letter.pk, "number": issued.number, "sha256": issued.pdf_sha256}),
    ]
    lines = "".join(event.as_json() for event in events)
    said = [body for text in letter.texts.all() for body in text.paragraphs.values_list("body", flat=True)]
    assert len(said) > 3
    assert [words for words in [*said, "请改"] if words in lines] == []


def without_machine(facts: dict) -> dict:
    """An event's facts without the machine's user, whom only a command has."""
    return {name: value for name, value in facts.items() if name != "system_user"}


@pytest.mark.parametrize("who", ["clerk", "drafter"])
def test_whoever_may_not_approve_is_on_the_security_log_and_the_letter_stays(who, letter, clerk, head):
    if who == "drafter":
        Letter.objects.update(drafter=head)
    lifecycle.submit_letter(by=clerk, letter=letter)
    by = clerk if who == "clerk" else head
    with pytest.raises(NotAllowed) as refusal:
        lifecycle.approve_letter(by=by, letter=letter, on=ON)
    event = SecurityEvent.objects.get()
    assert (event.kind, event.account, event.facts["page"]) == ("refused", by.username, "approve_letter")
    assert event.facts["why"] == str(refusal.value)
    assert Letter.objects.get(pk=letter.pk).state == "submitted"


def test_an_approval_whose_row_on_the_log_cannot_be_written_is_none(letter, clerk, head, monkeypatch):
    lifecycle.submit_letter(by=clerk, letter=letter)
    monkeypatch.setattr(SecurityEvent.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        lifecycle.approve_letter(by=head, letter=letter, on=ON)
    assert (Letter.objects.get(pk=letter.pk).state, letter.approvals.count()) == ("submitted", 0)


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
