"""What is refused before it is read."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

TIMES = 10  # a file somewhat too large is read, so that the form can say so


class RefuseFlood(FileUploadHandler):
    """Refuses a request far larger than any file may be, whoever sends it, before it fills the disk."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > TIMES * settings.UPLOAD_MEGABYTES * 1024 * 1024:
            raise RequestDataTooBig(f"A request of {content_length} bytes was refused.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
