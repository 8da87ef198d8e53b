"""The worker's command: one who uses the data folder, who stops when it is told to."""

import os
import signal

import pytest
from django.core.management import CommandError, call_command

from crm.backup.data_folder import IN_USE, RESTORING, FolderInUse, lock_data_folder
from crm.management.commands import work_jobs

pytestmark = pytest.mark.usefixtures("data_folder")


@pytest.fixture
def worked(monkeypatch):
    """What the command is asked for instead of working: whether it is wanted, and what was set before."""
    seen = []
    monkeypatch.setattr(work_jobs, "work_on", seen.append)
    monkeypatch.setattr(os, "nice", seen.append)
    kept = signal.getsignal(signal.SIGINT)
    yield seen
    signal.signal(signal.SIGINT, kept)


def test_nothing_is_restored_while_a_worker_runs(worked):
    call_command("work_jobs")
    with pytest.raises(FolderInUse, match=IN_USE):
        lock_data_folder(alone=True)


def test_no_worker_works_while_something_is_restored(worked):
    restoring = lock_data_folder(alone=True)
    with pytest.raises(CommandError, match=RESTORING):
        call_command("work_jobs")
    os.close(restoring)
    assert worked == []


def test_pages_go_before_it_and_it_is_wanted_while_its_starter_is_there(worked, monkeypatch):
    call_command("work_jobs")
    nicer, wanted = worked
    assert (nicer > 0, wanted()) == (True, True)
    monkeypatch.setattr(os, "getppid", lambda: 1)
    assert not wanted()


@pytest.mark.parametrize(
    ("before", "after"), [(signal.SIG_IGN, signal.SIG_IGN), (signal.default_int_handler, signal.SIG_DFL)]
)
def test_ctrl_c_ends_it_unless_the_server_is_to_end_first(worked, before, after):
    signal.signal(signal.SIGINT, before)
    call_command("work_jobs")
    assert signal.getsignal(signal.SIGINT) == after
