"""Scans and attachments: what they are is decided by their content, never by their name."""

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ALLOWED = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif", "image/webp": "webp"}


def check_upload(file):
    """The upload with ``content_type`` set by its content; raises ValidationError for another kind or too large."""
    limit = settings.UPLOAD_MEGABYTES
    if file.size > limit * 1024 * 1024:
        raise ValidationError(_("“%(name)s” is larger than %(limit)d MB.") % {"name": file.name, "limit": limit})
    kind = filetype.guess(file.read(8192))
    file.seek(0)
    if kind is None or kind.mime not in ALLOWED:
        raise ValidationError(_("“%(name)s” is no PDF, JPEG, PNG, TIFF or WebP file.") % {"name": file.name})
    file.content_type = kind.mime
    return file
