"""What the desk says is waiting and how much of it, and what a head alone is told."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from correspondence.actions.lifecycle import enclose
from correspondence.models import NumberSeries
from crm.backup.checking import check_files
from crm.backup.restored import mark_restore, restore_mark
from tests.factories import CourtesyFactory, IdentityFactory, LetterFactory, ReceivedLetterFactory


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """The kept files lie in the data folder, as in an office."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def scan(db, clerk) -> Path:
    """Where the scan of a received letter lies."""
    file = SimpleUploadedFile("scan.pdf", b"%PDF-1.4 scan", content_type="application/pdf")
    return Path(enclose(by=clerk, letter=ReceivedLetterFactory(), file=file).file.path)


def desk(client_of, user) -> str:
    return client_of(user).get(reverse("desk")).content.decode()


def test_a_head_is_told_on_the_desk_and_a_clerk_is_not(scan, client_of, head, clerk, tmp_path):
    check_files(timezone.now())
    assert "Files lost or changed" not in desk(client_of, head)
    scan.unlink()
    check_files(timezone.now())
    assert scan.relative_to(tmp_path).as_posix() in desk(client_of, head)
    assert "Files lost or changed" not in desk(client_of, clerk)


def test_a_head_is_told_when_nobody_has_looked_for_a_month(scan, client_of, head):
    words = "For a month nobody has looked"
    assert words in desk(client_of, head)
    check_files(timezone.now() - timedelta(days=30))
    assert words not in desk(client_of, head)
    check_files(timezone.now() - timedelta(days=40))
    assert words in desk(client_of, head)


def test_the_desk_reads_no_file_that_was_not_found_wanting(scan, client_of, head, monkeypatch):
    check_files(timezone.now())
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("the desk hashes"))
    assert "My letters under way" in desk(client_of, head)


def test_the_desk_shows_a_head_both_numbers(db, client_of, head, clerk, django_capture_on_commit_callbacks):
    series = NumberSeries.objects.create(identity=IdentityFactory(), year=2020, last=10)
    stem = f"{series.identity.number_prefix}〔2020〕"
    mark_restore("2020-04-01T00:00:00+00:00", {stem: 58})
    page = client_of(head).get(reverse("desk")).content.decode()
    assert (f"{stem}10号" in page, f"{stem}58号" in page, "as it was on 2020-04-01" in page) == (True, True, True)
    assert "A backup was restored" not in client_of(clerk).get(reverse("desk")).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client_of(head).post(reverse("numbers-confirm"))
    assert restore_mark() is None
    assert "A backup was restored" not in client_of(head).get(reverse("desk")).content.decode()


def test_the_desk_hides_nothing_and_says_how_many_wait(browser, monkeypatch):
    monkeypatch.setattr("crm.paging.PER_PART", 2)
    entries = [CourtesyFactory(day=f"2020-02-0{day}") for day in (1, 2, 3)]
    first, second = browser.get("/"), browser.get("/", {"unthanked": 2})
    assert [list(page.context["unthanked"]) for page in (first, second)] == [entries[:2], entries[2:]]
    assert [list(page.context["unanswered"]) for page in (first, second)] == [entries[:2], entries[:2]]
    assert first.content.decode().count("(3; these are 2)") == 2
    assert 'href="?unthanked=2#unthanked"' in first.content.decode()


def test_each_letter_of_mine_that_is_shown_is_held_against_the_record(browser, clerk, monkeypatch):
    monkeypatch.setattr("correspondence.views.desk.MOST_READ", 1)
    letters = [LetterFactory(drafter=clerk) for _turn in range(2)]
    shown = [letter for number in (1, 2) for letter in browser.get("/", {"mine": number}).context["mine"]]
    assert shown == letters[::-1]
    assert [hasattr(letter, "says_otherwise") for letter in shown] == [True, True]
