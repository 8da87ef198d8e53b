"""An archive is written whole or not at all, to a file or a pipe, and only where there is an office."""

import io
import os
import signal
import zipfile

import pytest

from crm.backup.errors import ArchiveError
from crm.backup.writing import entries_of_files, has_office, write_archive, write_stream
from tests.disks import small_disk
from tests.factories import UserFactory
from tests.installation import PATIENCE, Installation, reads_a_snapshot, rows_and_numbers


@pytest.fixture
def folder(settings, tmp_path):
    """A data folder with a scan of 100 kB."""
    folder = settings.DATA_DIR = tmp_path / "var"
    settings.STATIC_ROOT = folder / "static"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "scan.pdf").write_bytes(os.urandom(100_000))
    return folder


@pytest.fixture
def office(folder):
    """An account on record."""
    return UserFactory(username="clerk")


class Pipe(io.RawIOBase):
    """A pipe that breaks after so many bytes."""

    def __init__(self, most: int = 1 << 30):
        self.taken, self.most = bytearray(), most

    def write(self, data):
        if len(self.taken) + len(data) > self.most:
            raise BrokenPipeError(32, "Broken pipe")
        self.taken += data
        return len(data)

    def seek(self, *_where):
        raise AssertionError("a pipe has no way back")


@reads_a_snapshot
def test_a_pipe_takes_the_same_archive_as_a_file(office, folder, tmp_path):
    pipe = Pipe()
    write_stream(pipe, "Standard output")
    (tmp_path / "piped.zip").write_bytes(pipe.taken)
    write_archive(tmp_path / "filed.zip")
    assert rows_and_numbers(tmp_path / "piped.zip") == rows_and_numbers(tmp_path / "filed.zip")
    with zipfile.ZipFile(tmp_path / "piped.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("data/files/scan.pdf") == (folder / "files" / "scan.pdf").read_bytes()


@reads_a_snapshot
def test_a_pipe_that_breaks_is_a_sentence(office, folder):
    with pytest.raises(ArchiveError) as refusal:
        write_stream(Pipe(50_000), "Standard output")
    assert str(refusal.value) == "Standard output could not be written: Broken pipe."


@reads_a_snapshot
def test_on_a_full_disk_nothing_is_left(office, folder, tmp_path):
    with small_disk(tmp_path / "small", 64) as disk:
        with pytest.raises(ArchiveError) as refusal:
            write_archive(disk / "a.zip")
        left = list(disk.iterdir())
    assert str(refusal.value) == f"{disk}/a.zip could not be written: the disk is full; make room and try again."
    assert left == []


@reads_a_snapshot
def test_what_a_killed_backup_left_is_taken_away_by_the_next(office, folder, tmp_path):
    (tmp_path / ".wanglai-0123456789abcdef.part").write_bytes(b"PK half")
    write_archive(tmp_path / "a.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "var"]


@pytest.mark.parametrize(
    ("name", "why"), [("a\\b", "it is a path of another system"), ("a\nb", "it has a character that no name may have")]
)
def test_a_file_that_no_restore_would_take_is_named_now(folder, name, why):
    (folder / "fonts").mkdir()
    (folder / "fonts" / name).touch()
    with pytest.raises(ArchiveError) as refusal:
        list(entries_of_files())
    said = f"{folder}/fonts/{name}" if name.isprintable() else f"{folder}/fonts/a\\nb"
    assert str(refusal.value) == f"{said} cannot be kept under this name: {why}. Rename it."


def test_an_office_is_an_office_or_an_account(db):
    assert not has_office()
    UserFactory()
    assert has_office()


# On a whole office ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An office on SQLite with its tables and an account, worked through the commands."""
    made = Installation(tmp_path_factory.mktemp("whole") / "var")
    made.environment.pop("DATABASE_URL", None)
    made.must("migrate", "-v0")
    made.must("shell", "-v0", "-c", "from crm.models import User; User.objects.create(username='clerk')")
    return made


KILLED = """
import os, signal, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "crm.settings"
import django
django.setup()
from crm.backup import writing
real = writing.write_entry
def dying(archive, name, pieces):
    if name.startswith("data/"):
        archive.fp.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    return real(archive, name, pieces)
writing.write_entry = dying
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "backup", sys.argv[1]])
"""


@pytest.mark.slow
def test_a_killed_backup_leaves_nothing_once_the_next_is_made(whole, tmp_path):
    killed = whole.python("-c", KILLED, tmp_path / "a.zip")
    killed.communicate(timeout=PATIENCE)
    assert killed.returncode == -signal.SIGKILL
    [half] = tmp_path.iterdir()
    assert half.name.endswith(".part")
    whole.must("backup", tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]


@pytest.mark.slow
def test_sign_ins_are_in_no_backup(whole, tmp_path):
    session = "from django.contrib.sessions.models import Session; from django.utils import timezone; "
    whole.must("shell", "-v0", "-c", f"{session}Session.objects.create(session_key='k', expire_date=timezone.now())")
    whole.must("backup", tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert [name for name in archive.namelist() if "ession" in name] == []
    found = Installation(tmp_path / "found")
    found.environment.pop("DATABASE_URL", None)
    found.folder.mkdir()
    found.must("restore", tmp_path / "a.zip")
    assert found.must("shell", "-v0", "-c", f"{session}print(Session.objects.count())") == "0\n"
