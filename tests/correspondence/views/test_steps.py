"""The steps of a letter, as its page asks for them."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.actions.ledger import reverse_entry
from crm.models import FormToken, Office, SecurityEvent
from tests.factories import signed_slip

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    brief = propose_brief(kind="thanks", on=ON, city=guadalajara)
    letter = drafting.draft_letter(by=clerk, brief=brief)
    return lifecycle.submit_letter(by=clerk, letter=letter)


def step(client, letter, name: str, **typed) -> str:
    """Takes a step and returns the page that follows."""
    return client.post(reverse(f"letter-{name}", args=[letter.pk]), typed, follow=True).content.decode()


def box(page: str, name: str) -> tuple[str, str]:
    """The type and the value of a box."""
    return re.search(rf'<input\s+type="(\w+)"\s+name="{name}"\s+value="([^"]*)"', page).groups()


def test_the_page_sends_the_words_it_shows_with_the_approval(letter, head, client_of):
    client = client_of(head)
    page = client.get(letter.get_absolute_url()).content.decode()
    for field in ("seen", "paper-seen"):
        assert box(page, field) == ("hidden", letter.words_hash())
    assert "The words were changed after you opened this page." in step(client, letter, "approve", seen="0" * 64)
    assert "Approved." in step(client, letter, "approve", seen=letter.words_hash(), note="好")
    assert Letter.objects.get(pk=letter.pk).approvals.get().note == "好"


def test_a_paper_approval_is_recorded_with_its_words(letter, clerk, client_of):
    typed = {"paper-name": "陈明远", "paper-post": "市长", "paper-day": "2020-04-20"}
    client = client_of(clerk)
    assert "The words were changed" in step(client, letter, "approve-paper", **typed, **{"paper-seen": "0" * 64})
    seen = {"paper-seen": letter.words_hash()}
    assert "The approval on paper is on record." in step(client, letter, "approve-paper", **typed, **seen)


def test_a_step_taken_twice_is_told_and_done_once(letter, clerk, head, client_of):
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    Office.objects.update(issue_days_back=30_000)
    client, typed = client_of(clerk), {"day": "2020-04-20", "read_by": "王译"}
    assert "Issued as 衡政函〔2020〕1号." in step(client, letter, "issue", **typed)
    assert "This letter is “Issued”; that is not possible now." in step(client, letter, "issue", **typed)
    sending = {"send-means": "letter", "send-day": "2020-04-21", "send-reference": "EE1"}
    assert "Record the use of the seal first, or tick here." in step(client, letter, "send", **sending)
    sealing = {"seal-seal": "衡阳市人民政府", "seal-allowed_by": "陈明远", "seal-copies": "2", "seal-day": "2020-04-20"}
    assert "The use of the seal is on record." in step(client, letter, "seal", **sealing)
    assert "Sent; the ledger has its entry." in step(client, letter, "send", **sending)
    assert "This sending is on record already." in step(client, letter, "send", **sending)
    assert Letter.objects.get(pk=letter.pk).dispatches.count() == 1


def test_a_refused_step_keeps_what_was_typed(letter, clerk, head, client_of):
    Office.objects.update(issue_days_back=30_000)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    page = step(client_of(clerk), letter, "issue", day="2020-04-19", read_by="王译")
    assert "cannot bear an earlier day" in page
    assert box(page, "read_by") == ("text", "王译")
    assert 'value="2020-04-19"' in page


def test_words_changed_meanwhile_are_read_anew_and_the_note_stays(letter, head, client_of):
    client = client_of(head)
    page = step(client, letter, "approve", seen="0" * 64, note="同意")
    assert "The words were changed after you opened this page." in page
    assert "同意</textarea>" in page
    assert box(page, "seen") == ("hidden", letter.words_hash())
    assert "Approved." in step(client, letter, "approve", seen=letter.words_hash(), note="同意")


def test_the_scan_of_the_signed_slip_is_asked_for_before_the_issue(letter, clerk, client_of):
    Office.objects.update(issue_days_back=30_000)
    client = client_of(clerk)
    typed = {"paper-name": "陈明远", "paper-post": "市长", "paper-day": "2020-04-20", "paper-seen": letter.words_hash()}
    page = step(client, letter, "approve-paper", **typed)
    assert "Put in the scan of the signed slip; then the letter can be issued." in page
    assert reverse("letter-issue", args=[letter.pk]) not in page
    refused = step(client, letter, "issue", day="2020-04-20", read_by="王译")
    assert "Put in the scan of the signed slip first" in refused
    assert "Not saved yet" in step(client, letter, "slip-scan")
    wrong = SimpleUploadedFile("slip.pdf", b"no scan")
    assert "Not saved yet" in step(client, letter, "slip-scan", **{"slip-scan": wrong})
    kept = step(client, letter, "slip-scan", **{"slip-scan": signed_slip()})
    assert "The scan of the signed slip is kept." in kept
    assert reverse("letter-issue", args=[letter.pk]) in kept
    assert reverse("letter-slip-scan", args=[letter.pk]) not in kept
    scan = letter.approvals.get().scan
    assert kept.count(f'href="{reverse("letter-enclosure", args=[letter.pk, scan.pk])}"') == 2
    assert "no scan" not in kept


def test_an_office_that_does_without_the_scan_is_told_what_the_letter_then_says(letter, clerk, client_of):
    Office.objects.update(scan_required=False, issue_days_back=30_000)
    client = client_of(clerk)
    typed = {"paper-name": "陈明远", "paper-post": "市长", "paper-day": "2020-04-20", "paper-seen": letter.words_hash()}
    page = step(client, letter, "approve-paper", **typed)
    assert "Issued without it, the letter says so for good." in page
    issued = step(client, letter, "issue", day="2020-04-20", read_by="王译")
    Office.objects.update(scan_required=True)
    for page in (issued, client.get(letter.get_absolute_url()).content.decode()):
        assert f"recorded by {clerk}, no scan" in page
        assert reverse("letter-slip-scan", args=[letter.pk]) not in page


def test_a_sending_after_the_entry_was_reversed_is_told_as_it_is(letter, clerk, head, client_of):
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    client = client_of(clerk)
    first = {"send-means": "letter", "send-day": "2020-04-21", "send-reference": "1", "send-without_seal": "on"}
    assert "Sent; the ledger has its entry." in step(client, letter, "send", **first)
    entry = Letter.objects.get(pk=letter.pk).entry
    reverse_entry(by=clerk, entry=entry, reason="重复")
    page = step(client, letter, "send", **{**first, "send-reference": "2"})
    assert "Sent. Its entry in the ledger was reversed before, and no new one was made." in page
    assert "Sent; the ledger has its entry." not in page
    assert '<span class="tag">reversed</span>' in page


def test_a_refusal_is_on_the_security_log_though_its_form_was_not_saved(letter, head, client_of):
    Letter.objects.update(drafter=head)
    page = step(client_of(head), letter, "approve", seen=letter.words_hash(), form_token="a-token")
    assert "This is your own draft" in page
    assert not FormToken.objects.exists()
    event = SecurityEvent.objects.get(kind="refused")
    assert (event.account, event.address, event.facts["page"]) == (head.username, "127.0.0.1", "approve_letter")
