"""What was issued or kept is on disk, as it was."""

import hashlib

import pytest

from correspondence.errors import PageRefused, PaperLost
from correspondence.paper.vault import enclosed_bytes, keep_pdf, kept_bytes, pdf_path
from tests.factories import EnclosureFactory

PDF = b"%PDF-1.7 issued"


def test_a_pdf_is_kept_under_its_own_sum_and_nothing_beside_it():
    digest = keep_pdf(PDF)
    assert digest == hashlib.sha256(PDF).hexdigest()
    assert [path.read_bytes() for path in pdf_path(digest).parent.iterdir()] == [PDF]
    assert keep_pdf(PDF) == digest
    assert kept_bytes(pdf_path(digest), digest, "x.pdf") == PDF


def test_a_pdf_that_cannot_be_kept_is_refused_with_the_reason(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file"
    settings.MEDIA_ROOT.touch()
    with pytest.raises(PageRefused, match=r"could not be kept on disk: .+\. Nothing was issued"):
        keep_pdf(PDF)


def test_an_enclosure_that_was_changed_or_lost_is_noticed(db):
    content = b"%PDF-1.4 scan"
    scan = EnclosureFactory(file__data=content, sha256=hashlib.sha256(content).hexdigest())
    assert enclosed_bytes(scan) == content
    scan.sha256 = "0" * 64
    with pytest.raises(PaperLost, match=r"“scan\.pdf” on disk is not the file that was kept"):
        enclosed_bytes(scan)
    scan.file.delete(save=False)
    scan.file.name = "gone.pdf"
    with pytest.raises(PaperLost, match="is not on disk"):
        enclosed_bytes(scan)
