"""A job's files: read whole or not at all, for the server's account alone."""

from uuid import uuid4

import pytest

from crm.backup.data_folder import kept_paths
from crm.jobs.folder import CANCEL, PROGRESS, Cancelled, JobFolder, Progress, folders_there

pytestmark = pytest.mark.usefixtures("data_folder")


@pytest.fixture
def folder():
    folder = JobFolder(uuid4())
    folder.make()
    return folder


def test_progress_is_read_as_it_was_written(folder):
    folder.write(Progress(2, 8, ["函件一"]))
    assert folder.read() == Progress(2, 8, ["函件一"])
    assert folder.read().percent == 25
    assert [path.name for path in folder.path.iterdir()] == [PROGRESS]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"other": 1}'])
def test_progress_that_cannot_be_read_is_none(folder, content):
    (folder.path / PROGRESS).write_text(content)
    assert folder.read() == Progress()


def test_a_folder_is_the_servers_alone(folder):
    assert folder.path.stat().st_mode & 0o777 == 0o700


def test_nothing_more_is_written_once_it_is_cancelled(folder):
    folder.cancel()
    with pytest.raises(Cancelled):
        folder.write(Progress(1, 2))
    assert [path.name for path in folder.path.iterdir()] == [CANCEL]


def test_folders_of_jobs_are_told_from_others(folder, data_folder):
    (data_folder / "jobs" / "other").mkdir()
    assert [str(key) for key in folders_there()] == [folder.path.name]
    folder.remove()
    assert list(folders_there()) == []


def test_no_job_is_in_a_backup(folder, data_folder):
    folder.result.write_bytes(b"%PDF")
    (data_folder / "kept").touch()
    assert [path.name for path in kept_paths()] == ["kept"]
