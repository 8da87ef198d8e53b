"""Issued PDFs, enclosures and papers on disk, known by their SHA-256."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from correspondence.errors import PageRefused, PaperLost
from correspondence.models import Enclosure, Letter
from crm.backup.checking import KeptFile
from crm.files import is_disk_full, write_whole
from crm.models import Paper


def kept_bytes(path: Path, digest: str, name: str) -> bytes:
    """A kept file's bytes, by whose SHA-256 they are known; raises PaperLost."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PaperLost(_("“%(name)s” is not on disk. Bring it back from a backup.") % {"name": name}) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise PaperLost(
            _("“%(name)s” on disk is not the file that was kept. Bring it back from a backup.") % {"name": name}
        )
    return content


def pdf_path(digest: str) -> Path:
    """Where an issued PDF is kept, named by its SHA-256."""
    return Path(settings.MEDIA_ROOT) / "issued" / digest[:2] / f"{digest}.pdf"


def keep_pdf(pdf: bytes) -> str:
    """Keeps issued bytes on disk, file and folder synced; returns their SHA-256.

    Raises PageRefused where it cannot, but the OSError itself where the disk is full: that page keeps what was typed.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    try:
        write_whole(pdf_path(digest), pdf)
    except OSError as error:
        if is_disk_full(error):
            raise
        raise PageRefused(
            _("The PDF could not be kept on disk: %(why)s. Nothing was issued.") % {"why": error.strerror or error}
        ) from error
    return digest


def enclosed_bytes(enclosure: Enclosure) -> bytes:
    """A file kept with a letter; raises PaperLost where it is not what was kept."""
    return kept_bytes(Path(enclosure.file.path), enclosure.sha256, enclosure.name)


def paper_bytes(paper: Paper) -> bytes:
    """A paper kept with a step, a gift or a person; raises PaperLost where it is not what was kept."""
    return kept_bytes(Path(paper.file.path), paper.sha256, paper.name)


def kept_files() -> Iterator[KeptFile]:
    """Every file that rows name: issued PDFs, enclosures, papers."""
    issued = Letter.objects.exclude(pdf_sha256="").order_by("pk").values_list("pdf_sha256", "number", "pk")
    for digest, number, key in issued.iterator():
        yield KeptFile(pdf_path(digest), digest, number or f"/letters/{key}/")
    enclosed = Enclosure.objects.order_by("pk").values_list("file", "sha256", "name", "letter_id")
    for file, digest, name, letter in enclosed.iterator():
        yield KeptFile(Path(settings.MEDIA_ROOT) / file, digest, f"{name}, /letters/{letter}/")
    papers = Paper.objects.order_by("pk").values_list("file", "sha256", "name", "pk")
    for file, digest, name, key in papers.iterator():
        yield KeptFile(Path(settings.MEDIA_ROOT) / file, digest, f"{name}, /papers/{key}/")
