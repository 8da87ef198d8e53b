"""Where uploads are kept."""

from pathlib import Path, PurePosixPath

from django.core.files.storage import FileSystemStorage

from crm.files import make_folder, written_whole


class WholeFiles(FileSystemStorage):
    """Keep an upload whole or not at all, and under a name that no disk takes for another's, whatever its case."""

    def get_available_name(self, name, max_length=None):
        """Always with a random part: two names differ by more than case, and nobody's file is written over."""
        given = PurePosixPath(name)
        return super().get_available_name(
            str(given.parent / self.get_alternative_name(given.stem, given.suffix)), max_length
        )

    def _save(self, name, content):
        path = Path(self.path(name))
        make_folder(path.parent)
        with written_whole(path) as file:
            for piece in content.chunks():
                file.write(piece)
        return name
