"""A full disk is a sentence on a page that keeps what was typed; nothing half kept, and no file that no row names."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from correspondence.models import Enclosure, Letter, LetterKind
from crm.models import Country, Occasion
from tests.disks import full_database, small_disk
from tests.factories import LetterFactory, OrganizationFactory
from tests.installation import HERE

SENTENCE = "Nothing was saved. Tell whoever keeps the server to make room."
NAMES = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "A visit"}
SCAN = b"%PDF-1.4 " + b"scan " * 100_000


@pytest.fixture
def browser(browser):
    """A browser that is shown the page of a fault, as an office is."""
    browser.raise_request_exception = False
    return browser


@pytest.fixture
def bare(transactional_db):
    """The database without an outer transaction, with what these tests name: the tables are emptied afterwards."""
    LetterKind.objects.get_or_create(code="thanks")
    Country.objects.get_or_create(code="ES")


@pytest.fixture
def full_disk(settings, tmp_path):
    """The kept files lie on a disk of 64 kB."""
    with small_disk(tmp_path / "small", 64) as disk:
        settings.MEDIA_ROOT = disk / "files"
        yield disk


def says_so(answer) -> str:
    """The page of a full disk."""
    page = answer.content.decode()
    assert (answer.status_code, SENTENCE in page) == (507, True)
    assert "Traceback" not in page
    return page


def files_of(disk) -> list:
    return [path for path in disk.rglob("*") if path.is_file()]


def received(**facts) -> dict:
    """A received letter as it is typed."""
    organization = OrganizationFactory()
    return {
        "kind": "thanks",
        "organization": organization.pk,
        "day": "2020-03-01",
        "received_on": "2020-03-10",
        "means": "email",
        "language": "es",
        "form_token": "a-token-of-the-page",
        "words": 'Con "cariño" <b>\n\ny gratitud & saludos',
        **facts,
    }


def test_an_upload_on_a_full_disk_keeps_no_half_and_all_that_was_typed(browser, full_disk):
    facts = received()
    scan = SimpleUploadedFile("scan.pdf", SCAN, content_type="application/pdf")
    page = says_so(browser.post(reverse("letter-receive"), {**facts, "scan": scan}))
    assert escape(facts["words"]) in page
    assert "choose them anew" in page
    assert (Letter.objects.count(), Enclosure.objects.count(), files_of(full_disk)) == (0, 0, [])


def test_what_was_typed_can_be_sent_again(browser, full_disk, settings, tmp_path):
    facts = received()
    scan = SimpleUploadedFile("scan.pdf", SCAN, content_type="application/pdf")
    answer = browser.post(reverse("letter-receive"), {**facts, "scan": scan})
    kept = {name: value for name, value in answer.wsgi_request.POST.items() if name != "csrfmiddlewaretoken"}
    assert kept == {name: str(value) for name, value in facts.items()}
    settings.MEDIA_ROOT = tmp_path / "large"
    assert browser.post(reverse("letter-receive"), kept).status_code == 302
    assert Letter.objects.get().words.splitlines() == facts["words"].splitlines()


def test_an_issue_on_a_full_disk_gives_no_number_and_leaves_no_pdf(browser, full_disk):
    letter = LetterFactory(state="approved")
    (full_disk / "filler").write_bytes(b"x" * 60_000)
    before = sorted(files_of(full_disk))
    page = says_so(
        browser.post(reverse("letter-issue", args=[letter.pk]), {"day": str(timezone.localdate()), "read_by": "王译"})
    )
    assert "王译" in page
    letter.refresh_from_db()
    assert (letter.state, letter.number, letter.identity.series.count()) == ("approved", "", 0)
    assert sorted(files_of(full_disk)) == before


@pytest.mark.skipif(HERE != "sqlite", reason="SQLite's own refusal; PostgreSQL's is asked in tests/crm/test_files.py")
def test_a_full_database_is_a_sentence_and_leaves_no_file(browser, bare, settings, tmp_path):
    facts = received(words="largo " * 20_000)
    scan = SimpleUploadedFile("scan.pdf", SCAN, content_type="application/pdf")
    with full_database():
        page = says_so(browser.post(reverse("letter-receive"), {**facts, "scan": scan}))
    assert "largo largo" in page
    assert (Letter.objects.count(), files_of(settings.MEDIA_ROOT)) == (0, [])


@pytest.mark.skipif(HERE != "sqlite", reason="SQLite's own refusal")
def test_any_form_says_so(browser, bare):
    page = reverse("occasion-add")
    typed = {"kind": "visit", "start": "2020-04-20", "note": "nota " * 30_000, "countries": "ES"}
    with full_database():
        said = says_so(browser.post(page, {**typed, **NAMES}))
    assert "nota nota" in said
    assert not Occasion.objects.exists()


@pytest.mark.skipif(HERE != "sqlite", reason="SQLite's own refusal")
@pytest.mark.usefixtures("bare")
def test_a_password_is_never_written_on_the_page(client_of, head):
    browser = client_of(head)
    browser.raise_request_exception = False
    typed = {
        "username": "new",
        "full_name": "名" * 80,
        "role": "clerk",
        "password1": "a-secret-1",
        "password2": "a-secret-1",
    }
    with full_database():
        pages = [browser.post(reverse("user-add"), {**typed, "username": f"new{number}"}) for number in range(40)]
    full = [says_so(page) for page in pages if page.status_code == 507]
    assert full
    assert not [page for page in full if "a-secret-1" in page]


def test_an_issued_letter_is_kept_where_there_is_room(browser, settings):
    letter = LetterFactory(state="approved")
    browser.post(reverse("letter-issue", args=[letter.pk]), {"day": str(timezone.localdate()), "read_by": "王译"})
    letter.refresh_from_db()
    [pdf] = files_of(settings.MEDIA_ROOT / "issued")
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() == letter.pdf_sha256
    assert letter.day.first == timezone.localdate()
