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
from crm.models import Closing
from tests.factories import CourtesyFactory, IdentityFactory, LetterFactory, PartnershipFactory, ReceivedLetterFactory


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
    assert "<h1>Desk</h1>" in desk(client_of, head)


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


def help_received(number: int, days: int = 9) -> list:
    """Help received some days ago, oldest first."""
    day = timezone.localdate() - timedelta(days=days)
    return [CourtesyFactory(day=(day + timedelta(days=n)).isoformat(), summary=f"help {n}") for n in range(number)]


def test_the_desk_hides_nothing_and_says_how_many_more_there_are(browser):
    help_received(12, 20)
    page = browser.get("/")
    assert [row.title for group in page.context["groups"] for row in group["rows"]] == [f"help {n}" for n in range(10)]
    assert '<a href="/to-do/?show=today">2 more: Today</a>' in page.content.decode()
    whole = browser.get("/to-do/", {"show": "today"}).context["page"]
    assert [row.title for row in whole] == [f"help {n}" for n in range(12)]


def test_tiles_count_and_lead_to_what_they_count(browser):
    help_received(3)
    tiles = {tile["show"]: tile["count"] for tile in browser.get("/").context["tiles"]}
    assert tiles == {"days": 0, "mine": 0, "reply": 0, "thank": 3, "answer": 3, "send": 0}
    page = browser.get("/to-do/", {"show": "thank"})
    assert [tile["show"] for tile in page.context["tiles"] if tile["chosen"]] == ["thank"]
    assert len(page.context["page"]) == 3
    assert '<a href="/to-do/?show=thank" class="tile" aria-current="true">' in " ".join(
        page.content.decode().split()
    ).replace(" >", ">")


@pytest.mark.parametrize(
    ("who", "tiles"), [("head", "decide mine reply thank answer send"), ("reader", "days reply thank answer send")]
)
def test_each_has_the_tiles_of_what_he_or_she_may(request, client_of, who, tiles):
    browser = client_of(request.getfixturevalue(who))
    assert " ".join(tile["show"] for tile in browser.get("/to-do/").context["tiles"]) == tiles


def test_the_whole_queue_has_pages_and_each_row_its_group(browser, monkeypatch):
    monkeypatch.setattr("correspondence.views.desk.PER_PAGE", 2)
    entries = help_received(3)
    old = CourtesyFactory(day="2001-01", summary="old")
    first, second = browser.get("/to-do/"), browser.get("/to-do/", {"page": 2})
    assert [(group["group"], [row.help for row in group["rows"]]) for group in second.context["groups"]] == [
        ("today", [entries[2].pk]),
        ("old", [old.pk]),
    ]
    assert "(4; these are 2)" in first.content.decode()


def test_one_button_of_a_desk_is_vermilion_the_first_rows_step(browser):
    help_received(3)
    page = browser.get("/").content.decode()
    assert page.count("btn-primary") == 1


def test_what_is_old_is_folded_and_closed_there_many_at_once_with_one_reason(browser):
    old = [CourtesyFactory(day=f"200{n}", summary=f"old {n}") for n in range(3)]
    new = CourtesyFactory(day=(timezone.localdate() - timedelta(days=9)).isoformat())
    assert "Old and open: 3, from over a year ago" in browser.get("/").content.decode()
    page = browser.get("/to-do/", {"show": "old"}).content.decode()
    assert [f'value="{entry.pk}" form="close-help"' in " ".join(page.split()) for entry in (*old, new)] == [
        True,
        True,
        True,
        False,
    ]
    before = timezone.localdate().replace(year=timezone.localdate().year - 1, day=1).isoformat()
    address = reverse("help-close") + f"?before={before}&desk="
    assert "old 2" in browser.get(address).content.decode()
    done = browser.post(address, {"duties": ["thanks", "answer"], "reason": "Before our time"}, follow=True)
    assert (done.redirect_chain[0][0], "Closed: 3 courtesies." in done.content.decode()) == ("/", True)
    assert {closing.entry for closing in Closing.objects.filter(reason="Before our time")} == set(old)
    assert "Old and open" not in browser.get("/").content.decode()


def test_a_reader_ticks_nothing(client_of, reader):
    CourtesyFactory(day="2001")
    assert "close-help" not in client_of(reader).get("/to-do/", {"show": "old"}).content.decode()


def test_partners_out_of_touch_are_a_line_that_leads_to_them(browser):
    PartnershipFactory()
    page = browser.get("/").content.decode()
    assert '<a href="/cities/?quiet=on">Not in touch for over a year: 1 partner</a>' in page


def test_each_letter_of_mine_that_is_shown_is_held_against_the_record(browser, clerk, monkeypatch):
    told = []
    monkeypatch.setattr("correspondence.desk.showing.tell_deviations", told.extend)
    letters = [LetterFactory(drafter=clerk) for _turn in range(2)]
    browser.get("/")
    assert told == letters[::-1]
