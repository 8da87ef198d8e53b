"""A file is written whole or not at all, and goes where the rows that name it go."""

import errno
import os
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, OperationalError, connection, transaction

from crm.actions.door import door
from crm.files import is_disk_full, remove_parts, taking_back_files, write_once, write_whole, written_whole
from crm.storage import WholeFiles
from tests.disks import full_database
from tests.installation import HERE, PATIENCE, ROOT


@contextmanager
def no_file_larger_than(size: int):
    """The kernel refuses to let any file of this process grow beyond a size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_a_file_has_its_name_when_it_is_complete_and_is_for_its_owner_alone(tmp_path):
    with written_whole(tmp_path / "a.pdf") as file:
        file.write(b"half")
        assert "a.pdf" not in names(tmp_path)
    assert names(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600


def test_where_there_is_no_room_nothing_is_left_and_the_old_file_stands(tmp_path):
    write_whole(tmp_path / "b" / "a.pdf", b"old")
    with no_file_larger_than(1000), pytest.raises(OSError, match="File too large") as refusal:
        write_whole(tmp_path / "b" / "a.pdf", b"x" * 5000)
    assert is_disk_full(refusal.value)
    assert (names(tmp_path), (tmp_path / "b" / "a.pdf").read_bytes()) == (["a.pdf", "b"], b"old")


KILLED = """
import os, signal, sys
from pathlib import Path
from crm.files import written_whole
with written_whole(Path(sys.argv[1]) / "a.pdf") as file:
    file.write(b"half")
    file.flush()
    if sys.argv[2] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    print("here", flush=True)
    input()
"""


def writer(folder, how: str) -> subprocess.Popen:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", KILLED, folder, how], cwd=ROOT, text=True, **pipes)


def test_what_a_killed_process_left_goes_and_what_somebody_writes_stays(tmp_path):
    killed, writing = writer(tmp_path, "killed"), writer(tmp_path, "writing")
    assert (killed.wait(PATIENCE), writing.stdout.readline()) == (-signal.SIGKILL, "here\n")
    (tmp_path / "download.part").touch()  # somebody else's
    assert len(names(tmp_path)) == 3
    remove_parts(tmp_path)
    assert len(names(tmp_path)) == 2
    writing.communicate("\n", timeout=PATIENCE)
    assert names(tmp_path) == ["a.pdf", "download.part"]


def write_and_fail(folder) -> None:
    with taking_back_files():  # which joins the one that is open
        write_whole(folder / "new", b"new")
        write_whole(folder / "old", b"newer")
    raise ZeroDivisionError


def test_new_files_go_with_the_transaction_and_old_ones_stay(tmp_path):
    write_whole(tmp_path / "old", b"old")
    with pytest.raises(ZeroDivisionError), taking_back_files():
        write_and_fail(tmp_path)
    assert names(tmp_path) == ["old"]
    with taking_back_files():
        write_whole(tmp_path / "new", b"new")
    assert names(tmp_path) == ["new", "old"]


def test_what_rolls_back_without_an_error_takes_its_files_back_itself(tmp_path):
    with taking_back_files() as take_back:
        write_whole(tmp_path / "new", b"new")
        take_back()
        assert names(tmp_path) == []
        write_whole(tmp_path / "newer", b"newer")
    assert names(tmp_path) == ["newer"]


def test_a_door_that_fails_takes_back_its_files(db, clerk, tmp_path):
    @door
    def keep_and_fail(*, by):
        write_whole(tmp_path / "scan", b"x")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_and_fail(by=clerk)
    assert names(tmp_path) == []


def test_a_small_file_is_written_once_whoever_comes_first(tmp_path):
    (tmp_path / "key").touch()  # left by a start that was killed
    found = []
    comers = [
        Thread(target=lambda n=n: found.append(write_once(tmp_path / "key", f"key {n}".encode()))) for n in range(8)
    ]
    for comer in comers:
        comer.start()
    for comer in comers:
        comer.join()
    assert set(found) == {(tmp_path / "key").read_bytes()}
    assert write_once(tmp_path / "key", b"later") == found[0]


def test_uploads_of_one_name_are_never_told_apart_by_case_alone(tmp_path):
    storage = WholeFiles(location=tmp_path)
    kept = [storage.save(f"enclosures/2020/04/{name}.pdf", ContentFile(b"x")) for name in ("Scan", "scan", "scan")]
    assert len({name.casefold() for name in kept}) == 3
    assert {name.partition("_")[0].casefold() for name in kept} == {"enclosures/2020/04/scan"}


def test_an_upload_without_room_leaves_nothing(tmp_path):
    with no_file_larger_than(1000), pytest.raises(OSError, match="File too large"):
        WholeFiles(location=tmp_path).save("enclosures/scan.pdf", ContentFile(b"x" * 5000))
    assert names(tmp_path) == ["enclosures"]


@pytest.mark.parametrize(("number", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False)])
def test_no_room_is_told_from_other_faults_of_a_disk(number, full):
    assert is_disk_full(OSError(number, os.strerror(number))) is full


def insert(text: str, table: str = "filler") -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} VALUES (%s)", [text])


@pytest.mark.skipif(HERE != "sqlite", reason="SQLite's own refusal")
@pytest.mark.django_db(transaction=True)
def test_a_full_sqlite_database_is_known():
    with full_database(), pytest.raises(OperationalError, match="full") as refusal:
        insert("x" * 100_000)
    assert is_disk_full(refusal.value)


@pytest.mark.skipif(HERE != "postgresql", reason="PostgreSQL's own refusal")
def test_a_full_postgresql_disk_is_known(db):
    with pytest.raises(OperationalError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$")
    assert is_disk_full(refusal.value)


def test_another_fault_of_a_database_is_none_of_these(db):
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        insert("x", table="nowhere")
    assert not is_disk_full(refusal.value)
