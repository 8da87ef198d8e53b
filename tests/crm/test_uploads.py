"""An upload that the disk has no room for is said beside its field; what else was typed is read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from correspondence.models import Letter
from crm.uploads import LostUpload, SpoolUpload
from tests.crm.views.test_errors import SCAN, received
from tests.disks import small_disk


def test_a_file_that_the_spool_has_no_room_for_is_said_beside_its_field(browser, settings, tmp_path):
    with small_disk(tmp_path / "spool", 64) as spool:
        settings.FILE_UPLOAD_TEMP_DIR = spool
        scan = SimpleUploadedFile("scan.pdf", SCAN * 6, content_type="application/pdf")
        facts = received()
        answer = browser.post(reverse("letter-receive"), {**facts, "scan": scan})
        left = list(spool.iterdir())
    assert "The disk of the server is full: “scan.pdf” was not kept." in answer.content.decode()
    assert escape(facts["words"]) in answer.content.decode().replace("\r\n", "\n")
    assert (answer.status_code, Letter.objects.count(), left) == (200, 0, [])


def test_another_fault_of_the_disk_is_no_lost_file():
    def refuse():
        raise PermissionError(13, "Permission denied")

    with pytest.raises(PermissionError):
        SpoolUpload().try_to(refuse)


def test_a_lost_file_says_its_size_and_has_nothing(settings, tmp_path):
    with small_disk(tmp_path / "spool", 16) as spool:
        settings.FILE_UPLOAD_TEMP_DIR = spool
        handler = SpoolUpload()
        handler.new_file("scan", "scan.pdf", "application/pdf", None)
        handler.receive_data_chunk(b"x" * 60_000, 0)
        file = handler.file_complete(60_000)
    assert (type(file), file.name, file.size, file.read()) == (LostUpload, "scan.pdf", 60_000, b"")
