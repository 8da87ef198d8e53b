"""What may be uploaded is decided by content and size, never by name."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from correspondence.uploads import check_upload

PDF = b"%PDF-1.4\n%%EOF"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.pdf", "a.pdf"),
        ("A.PDF", "A.PDF"),
        ("page.html", "page.html.pdf"),
        ("来函", "来函.pdf"),
        ("x.svg", "x.svg.pdf"),
    ],
)
def test_the_ending_is_what_the_content_is(name, kept):
    file = check_upload(SimpleUploadedFile(name, PDF, content_type="text/html"))
    assert (file.name, file.content_type) == (kept, "application/pdf")


def test_a_long_name_keeps_its_ending():
    file = check_upload(SimpleUploadedFile("x" * 400 + ".pdf", PDF))
    assert (len(file.name) <= 200, file.name[-5:]) == (True, "x.pdf")


@pytest.mark.parametrize(
    "content", [b"<svg onload='alert(1)'/>", b"<html>%PDF-1.4", b"GIF89a", b"PK\x03\x04", b"MZ", b""]
)
def test_other_content_is_refused(content):
    with pytest.raises(ValidationError, match="is no PDF, JPEG, PNG, TIFF or WebP file"):
        check_upload(SimpleUploadedFile("a.pdf", content, content_type="application/pdf"))


def test_too_large_a_file_is_refused(settings):
    settings.UPLOAD_MEGABYTES = 1
    check_upload(SimpleUploadedFile("a.pdf", PDF + b"0" * ((1 << 20) - len(PDF))))
    with pytest.raises(ValidationError, match="is larger than 1 MB"):
        check_upload(SimpleUploadedFile("a.pdf", PDF + b"0" * (1 << 20)))
