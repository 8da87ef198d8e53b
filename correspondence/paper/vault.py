"""Issued PDFs and enclosures on disk, known by their SHA-256."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from correspondence.errors import PageRefused, PaperLost
from correspondence.models import Enclosure
from crm.backup.archive import sync_folder


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
    """Keeps issued bytes on disk, file and folder synced; returns their SHA-256. Raises PageRefused where it cannot."""
    digest = hashlib.sha256(pdf).hexdigest()
    path = pdf_path(digest)
    partial = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(partial, pdf)
        partial.replace(path)
        for folder in path.parents[:3]:  # they may be new
            sync_folder(folder)
    except OSError as error:
        raise PageRefused(
            _("The PDF could not be kept on disk: %(why)s. Nothing was issued.") % {"why": error.strerror or error}
        ) from error
    finally:
        with suppress(OSError):  # what refuses the folder may refuse this too, and would hide the reason
            partial.unlink()
    return digest


def write_synced(path: Path, content: bytes) -> None:
    """Writes a file so that it outlasts a power cut."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def enclosed_bytes(enclosure: Enclosure) -> bytes:
    """A file kept with a letter; raises PaperLost where it is not what was kept."""
    return kept_bytes(Path(enclosure.file.path), enclosure.sha256, enclosure.name)
