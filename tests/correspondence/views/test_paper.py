"""Papers kept with a step of a partnership, a gift or a person."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from correspondence.paper.vault import kept_files
from crm.models import Paper, Partnership
from tests.factories import GiftFactory, PaperFactory, PartnershipFactory, PersonFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF"
ADD = reverse("paper-add")


def keep(browser, owner: str, content=PDF, name="card.pdf", **more):
    """Sends the form of a paper."""
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return browser.post(f"{ADD}?{owner}", {"file": file, **more}, follow=True)


@pytest.fixture
def step():
    """The signing of a partnership."""
    return Partnership.objects.get(pk=PartnershipFactory().pk).steps.get()


def test_a_paper_stands_where_it_belongs_and_opens_under_its_own_type(browser, step, clerk):
    gift, person = GiftFactory(), PersonFactory()
    for owner in (f"step={step.pk}", f"gift={gift.pk}", f"person={person.pk}"):
        page = keep(browser, owner, what="a signed paper").content.decode()
        paper = Paper.objects.latest("pk")
        assert f'<a href="{paper.get_absolute_url()}">a signed paper</a>' in page, owner
        file = browser.get(paper.get_absolute_url())
        assert (file.content, file["Content-Type"]) == (PDF, "application/pdf")
        assert paper.added_by == clerk
    assert {paper.owner for paper in Paper.objects.all()} == {step, gift, person}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ" + b"0" * 50, "is no PDF, JPEG, PNG, TIFF or WebP file."),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "is a photo in the phone&#x27;s own format (HEIC)"),
    ],
)
def test_what_is_no_paper_is_refused_in_a_sentence(browser, content, words):
    page = keep(browser, f"person={PersonFactory().pk}", content)
    assert words in page.content.decode()
    assert Paper.objects.count() == 0


@pytest.mark.parametrize("asked", ["", "gift=0", "person=x", "city=guadalajara-es"])
def test_a_paper_wants_an_owner(browser, asked):
    for answer in (browser.get(f"{ADD}?{asked}"), browser.post(f"{ADD}?{asked}")):
        assert answer.url == reverse("desk")


def test_a_paper_taken_away_is_gone_with_its_file(browser, django_capture_on_commit_callbacks):
    paper = PaperFactory()
    path = Path(paper.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(reverse("paper-remove", args=[paper.pk]))
    assert answer.url == f"{paper.person.get_absolute_url()}#papers"
    assert (Paper.objects.count(), path.exists()) == (0, False)


def test_a_changed_file_is_not_shown(browser):
    paper = PaperFactory()
    Path(paper.file.path).write_bytes(b"another")
    page = browser.get(paper.get_absolute_url(), follow=True).content.decode()
    assert "on disk is not the file that was kept" in page


def test_papers_are_among_the_files_that_are_checked():
    paper = PaperFactory()
    assert [(str(file.path), file.sha256) for file in kept_files()] == [(paper.file.path, paper.sha256)]


def test_a_step_with_papers_is_not_deleted(browser, step):
    PaperFactory(person=None, step=step)
    address = reverse("partnership-edit", args=[step.partnership.partner.slug])
    typed = {"kind": "sister", "confirmed": "on", "steps-TOTAL_FORMS": 1, "steps-INITIAL_FORMS": 1}
    typed |= {"steps-0-id": step.pk, "steps-0-kind": "signed", "steps-0-day": "1992-08-15", "steps-0-DELETE": "on"}
    page = browser.post(address, typed).content.decode()
    assert "Papers are kept with the step “Agreement signed”: take them away first." in page
    assert Paper.objects.count() == 1
