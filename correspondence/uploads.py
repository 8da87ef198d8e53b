"""Scans and attachments: what they are is decided by their content, never by their name."""

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from crm.uploads import LostUpload

ENDINGS = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/tiff": ("tif", "tiff"),
    "image/webp": ("webp",),
}
HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")  # how such a file says what it is
LONGEST = 190  # what Enclosure.name holds, with the ending


def check_upload(file):
    """The upload with ``content_type`` and the ending of its name set by its content.

    Raises ValidationError for another kind, for one too large, and for one that the disk had no room for.
    """
    if isinstance(file, LostUpload):
        raise ValidationError(_("The disk of the server is full: “%(name)s” was not kept.") % {"name": file.name})
    limit = settings.UPLOAD_MEGABYTES
    if file.size > limit * 1024 * 1024:
        raise ValidationError(_("“%(name)s” is larger than %(limit)d MB.") % {"name": file.name, "limit": limit})
    head = file.read(8192)
    kind = filetype.guess(head)
    file.seek(0)
    if head[4:8] == b"ftyp" and head[8:12] in HEIC:
        raise ValidationError(
            _(
                "“%(name)s” is a photo in the phone's own format (HEIC), which few computers show. Save it as JPEG, or "
                "let the phone take “most compatible” photos."
            )
            % {"name": file.name}
        )
    if kind is None or kind.mime not in ENDINGS:
        raise ValidationError(_("“%(name)s” is no PDF, JPEG, PNG, TIFF or WebP file.") % {"name": file.name})
    file.content_type = kind.mime
    stem, _dot, ending = file.name.rpartition(".")
    if ending.lower() not in ENDINGS[kind.mime]:
        stem, ending = file.name, ENDINGS[kind.mime][0]
    file.name = f"{stem[:LONGEST]}.{ending}"
    return file
