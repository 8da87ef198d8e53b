"""Drafting, issuing and sending letters of ours."""

import errno
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from correspondence.actions import lifecycle, outgoing, words
from correspondence.errors import PageRefused, PaperLost
from correspondence.models import Letter
from correspondence.paper import stored, vault
from correspondence.paper.page_images import page_texts
from crm.actions.errors import WrongState
from crm.models import LedgerEntry

ON = date(2020, 4, 20)


def approved(letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    return lifecycle.approve_letter(by=head, letter=letter, on=ON)


def seal(letter, clerk):
    return outgoing.record_seal_use(
        by=clerk, letter=letter, seal="衡阳市人民政府", allowed_by="陈明远", copies=2, on=ON
    )


def test_preview_writes_nothing(letter):
    before = (LedgerEntry.objects.count(), letter.versions.count())
    pdf = stored.letter_pdf(Letter.objects.get(pk=letter.pk))
    assert pdf.startswith(b"%PDF")
    assert (LedgerEntry.objects.count(), letter.versions.count()) == before


def test_issue_needs_a_reader_or_a_reason(letter, clerk, head):
    approved(letter, clerk, head)
    with pytest.raises(WrongState, match="who read the foreign text"):
        outgoing.issue_letter(by=clerk, letter=letter, on=ON)


def test_issue_freezes_number_words_and_bytes(letter, clerk, head):
    approved(letter, clerk, head)
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    assert issued.number == "衡政函〔2020〕1号"
    first = stored.letter_pdf(issued)
    assert first == vault.pdf_path(issued.pdf_sha256).read_bytes()
    assert "送审稿" not in "".join(page_texts(first))
    with pytest.raises(WrongState):
        words.edit_words(by=clerk, letter=letter, parts={("es", "closing"): "x"}, paragraphs={})


def test_sending_writes_the_ledger_once_with_its_links(letter, clerk, head):
    approved(letter, clerk, head)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, unread_reason="加急")
    seal(letter, clerk)
    sent = outgoing.send_letter(by=clerk, letter=letter, means="letter", on=date(2020, 4, 21), reference="EE1")
    outgoing.send_letter(by=clerk, letter=letter, means="email", on=date(2020, 4, 22))
    entry = LedgerEntry.objects.get(pk=sent.entry_id)
    assert (entry.kind, str(entry.day), entry.direction) == ("letter", "2020-04-21", "given")
    assert sorted(link.kind for link in entry.links.all()) == ["accompanies", "replies", "thanks"]
    assert LedgerEntry.objects.filter(kind="letter", direction="given").count() == 1


def test_a_letter_is_sent_from_the_step_that_enters_it_into_the_ledger(letter, clerk, head):
    steps = [
        lambda: approved(letter, clerk, head),
        lambda: outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译"),
        lambda: outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON, without_seal=True),
        lambda: lifecycle.close_letter(by=clerk, letter=letter),
    ]
    told = []
    for step in steps:
        step()
        letter.refresh_from_db()
        told.append((Letter.objects.sent().filter(pk=letter.pk).exists(), letter.entry_id is not None))
    assert told == [(False, False), (False, False), (True, True), (True, True)]


def test_letter_never_closes_a_debt_of_help(letter, clerk, head):
    city = letter.city
    owed = LedgerEntry.objects.unanswered(date(2020, 5, 1)).of(city=city).count()
    approved(letter, clerk, head)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON, without_seal=True)
    assert LedgerEntry.objects.unanswered(date(2020, 5, 1)).of(city=city).count() == owed == 1
    assert not LedgerEntry.objects.unthanked(date(2020, 5, 1)).of(city=city).exists()


def kept_files() -> list[str]:
    return [path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_pdf_that_cannot_be_kept_issues_nothing(letter, clerk, head, monkeypatch):
    approved(letter, clerk, head)

    def refuse(path, content):
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(vault, "write_whole", refuse)
        with pytest.raises(PageRefused, match="Read-only file system"):
            outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    letter.refresh_from_db()
    assert (letter.state, letter.number, kept_files()) == ("approved", "", [])
    assert outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译").number == "衡政函〔2020〕1号"


def test_an_issue_that_fails_after_its_pdf_takes_no_number(letter, clerk, head, monkeypatch):
    approved(letter, clerk, head)
    with monkeypatch.context() as patched:
        patched.setattr(outgoing, "keep_version", lambda **_facts: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    assert outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译").number == "衡政函〔2020〕1号"


def test_lost_and_changed_bytes_are_noticed(letter, clerk, head):
    approved(letter, clerk, head)
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    path = vault.pdf_path(issued.pdf_sha256)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(PaperLost, match="is not the file that was kept"):
        stored.letter_pdf(issued)
    path.unlink()
    with pytest.raises(PaperLost, match=f"“{path.name}” is not on disk"):
        stored.letter_pdf(issued)


def test_the_same_sending_is_recorded_once(letter, clerk, head):
    approved(letter, clerk, head)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    seal(letter, clerk)
    outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON, reference="EE1")
    with pytest.raises(WrongState, match="on record already"):
        outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON, reference="EE1")
