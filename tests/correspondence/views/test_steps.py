"""The steps of a letter, as its page asks for them."""

from datetime import date

import pytest
from django.urls import reverse

from correspondence.actions import lifecycle, outgoing
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.models import Office

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    brief = propose_brief(kind="thanks", on=ON, city=guadalajara)
    letter = outgoing.draft_letter(by=clerk, brief=brief)
    return lifecycle.submit_letter(by=clerk, letter=letter)


def step(client, letter, name: str, **typed) -> str:
    """Takes a step and returns the page that follows."""
    return client.post(reverse(f"letter-{name}", args=[letter.pk]), typed, follow=True).content.decode()


def test_the_page_sends_the_words_it_shows_with_the_approval(letter, head, client_of):
    client = client_of(head)
    page = client.get(letter.get_absolute_url()).content.decode()
    for field in ("seen", "paper-seen"):
        assert f'<input type="hidden" name="{field}" value="{letter.words_hash()}"' in page
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
