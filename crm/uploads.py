"""What is kept of an upload that the disk has no room for."""

from contextlib import suppress
from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from crm.files import is_disk_full


class LostUpload(InMemoryUploadedFile):
    """A file that came while the disk was full: its name and size, and none of its content."""


class SpoolUpload(TemporaryFileUploadHandler):
    """Django's own, but on a full disk the rest of the form is read and the file comes as a LostUpload."""

    def new_file(self, *args, **kwargs):
        self.lost = False
        self.try_to(super().new_file, *args, **kwargs)

    def receive_data_chunk(self, raw_data, start):
        if not self.lost:
            self.try_to(super().receive_data_chunk, raw_data, start)

    def file_complete(self, file_size):
        file = None if self.lost else self.try_to(super().file_complete, file_size)
        facts = (self.field_name, self.file_name, self.content_type, file_size, self.charset)
        return LostUpload(BytesIO(), *facts) if self.lost else file

    def try_to(self, step, *args, **kwargs):
        """Do a step; a full disk marks the file as lost and gives back its room."""
        try:
            return step(*args, **kwargs)
        except OSError as error:
            if not is_disk_full(error):
                raise
        self.lost = True
        if hasattr(self, "file"):
            with suppress(OSError):  # closing writes what was held back, and cannot
                self.file.close()
            del self.file
        return None
