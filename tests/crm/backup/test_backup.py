"""Backup, loss, restore: the same rows and the same files, on the database in use and from one to the other."""

import hashlib
import json
import os
import shutil
import signal
import zipfile
from contextlib import contextmanager

import pytest

from tests.disks import small_disk
from tests.installation import HERE, PATIENCE, Installation, Server, rows_and_numbers

MOVES = {
    "sqlite": [("sqlite", "sqlite")],
    "postgresql": [("sqlite", "postgresql"), ("postgresql", "postgresql"), ("postgresql", "sqlite")],
}
pytestmark = pytest.mark.slow

ISSUE_A_LETTER = """
from django.utils import translation
translation.activate("en")
from datetime import date
from django.core.files.uploadedfile import SimpleUploadedFile
from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.texts.proposing import propose_brief
from crm.models import City, CityName, User
clerk, head = User.objects.get(username="clerk"), User.objects.get(username="head")
brief = propose_brief(kind="reciprocal_support", on=date(2020, 4, 20), city=City.objects.get(slug="guadalajara-es"))
letter = drafting.draft_letter(by=clerk, brief=brief)
scan = SimpleUploadedFile("发文稿纸.pdf", b"%PDF-1.4 scan", content_type="application/pdf")
lifecycle.enclose(by=clerk, letter=letter, file=scan)
lifecycle.submit_letter(by=clerk, letter=letter)
lifecycle.approve_letter(by=head, letter=letter, on=date(2020, 4, 20))
outgoing.issue_letter(by=clerk, letter=letter, on=date(2020, 4, 20), read_by="王译")
CityName.objects.create(city=City.objects.first(), language="th").delete()  # a number without a row
"""
ADD_A_NAME = "from crm.models import *; print(CityName.objects.create(city=City.objects.first(), language='th').pk)"
ADD_A_USER = "from crm.models import User; User.objects.create(username='later')"


@pytest.fixture(scope="module")
def server():
    server = Server()
    yield server
    server.drop_all()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The demonstration with an issued letter, its PDF and its scan, and a font of the office; made once."""
    made = Installation(tmp_path_factory.mktemp("demonstration") / "var")
    made.must("migrate", "-v0")
    made.must("load_demo")
    made.must("shell", "-c", ISSUE_A_LETTER)
    (made.folder / "fonts").mkdir()
    (made.folder / "fonts" / "仿宋.ttf").write_bytes(os.urandom(3000))
    return made


@pytest.fixture(scope="module")
def archive(demonstration):
    """The demonstration's backup; tests only read it."""
    file = demonstration.folder.parent / "demonstration.zip"
    demonstration.must("backup", file)
    return file


@pytest.fixture(scope="module")
def all_of_it(demonstration, archive):
    """What the demonstration has."""
    return {"files": demonstration.file_hashes(), **rows_and_numbers(archive)}


@pytest.fixture(scope="module")
def template(archive, server, tmp_path_factory):
    """A PostgreSQL database with the demonstration's rows, to be copied."""
    url = server.new()
    Installation(tmp_path_factory.mktemp("template") / "var", url).must("restore", archive)
    return url.rpartition("/")[2]


@pytest.fixture
def office_on(demonstration, tmp_path, request):
    """``office_on(database)`` is a copy of the demonstration, ``office_on(database, empty=True)`` an empty place."""

    def make(database: str, *, empty: bool = False) -> Installation:
        folder = tmp_path / f"{database}-{'empty' if empty else 'full'}" / "var"
        folder.parent.mkdir()
        on_server = database == "postgresql"
        if not empty:
            left_out = shutil.ignore_patterns("wanglai.sqlite3*") if on_server else None
            shutil.copytree(demonstration.folder, folder, ignore=left_out)
        if not on_server:
            return Installation(folder)
        server = request.getfixturevalue("server")
        return Installation(folder, server.new() if empty else server.new(request.getfixturevalue("template")))

    return make


@pytest.fixture
def office(office_on):
    """A copy of the demonstration on the database in use."""
    return office_on(HERE)


@pytest.mark.parametrize(("source", "target"), MOVES[HERE])
def test_all_comes_back_after_loss(source, target, office_on, all_of_it, tmp_path):
    lost, file = office_on(source), tmp_path / "lost.zip"
    assert lost.everything(file) == all_of_it
    shutil.rmtree(lost.folder)
    found = office_on(target, empty=True)
    found.must("restore", file)
    assert found.everything() == all_of_it
    found.must("check_triggers")
    assert len([name for name in all_of_it["files"] if name.startswith("files/")]) == 2
    assert min(len(all_of_it["rows"][f"rows/{name}.jsonl"]) for name in ("crm.LedgerEntry", "auditlog.LogEntry")) > 5
    assert int(found.must("shell", "-v0", "-c", ADD_A_NAME)) == all_of_it["numbers"]["crm.CityName"] + 1


def test_nothing_is_overwritten_unasked(office, archive, all_of_it):
    assert office.refused("backup", archive) == f"{archive} exists already; a backup never overwrites a file."
    sentence = "There are accounts or files here already; --replace puts the archive in their place."
    assert office.refused("restore", archive) == sentence
    (office.folder / "files" / "later.pdf").write_text("written after the backup")
    office.must("shell", "-v0", "-c", ADD_A_USER)
    office.must("restore", archive, "--replace")
    assert office.everything() == all_of_it


def test_what_does_not_fit_leaves_the_old_data_in_place(office, archive, all_of_it, tmp_path):
    bad, table = tmp_path / "bad.zip", "rows/correspondence.Version.jsonl"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(bad, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        del manifest["sha256"][table]
        for name in set(old.namelist()) - {"manifest.json", table}:
            new.writestr(name, old.read(name))
        new.writestr("manifest.json", json.dumps(manifest))
    before = bytes_of(office)
    assert office.refused("restore", bad, "--replace") == f"The archive is damaged: {table} is missing."
    assert bytes_of(office) == before
    assert office.everything() == all_of_it


def test_an_older_archive_that_holds_sign_ins_is_restored_without_them(office, archive, all_of_it, tmp_path):
    older, table = tmp_path / "older.zip", "rows/sessions.Session.jsonl"
    row = b'["stolen", "data", "2099-01-01T00:00:00+00:00"]\n'
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(older, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        manifest["rows"]["sessions.Session"], manifest["sha256"][table] = 1, hashlib.sha256(row).hexdigest()
        for name in set(old.namelist()) - {"manifest.json"}:
            new.writestr(name, old.read(name))
        new.writestr(table, row)
        new.writestr("manifest.json", json.dumps(manifest))
    office.must("restore", older, "--replace")
    counted = "from django.contrib.sessions.models import Session; print(Session.objects.count())"
    assert office.must("shell", "-v0", "-c", counted) == "0\n"
    assert office.everything()["files"] == all_of_it["files"]


def bytes_of(office) -> dict[str, str]:
    """Every file of an office with its SHA-256, the database's too."""
    files = [path for path in office.folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_backup_and_a_check_say_what_is_lost(office, tmp_path):
    [pdf] = office.folder.glob("files/issued/*/*.pdf")
    [scan] = office.folder.glob("files/enclosures/*/*/*.pdf")
    pdf.unlink()
    scan.write_bytes(b"%PDF-1.4 another")
    done = office.manage("backup", tmp_path / "a.zip")
    said = done.stderr.splitlines()
    assert (done.returncode, len(said)) == (0, 2)
    assert said[0] == f"Not as it was kept: {pdf.relative_to(office.folder)} (衡政函〔2020〕1号) is not on disk"
    assert said[1].endswith(" is not the file that was kept")
    done = office.manage("check_files")
    assert (done.returncode, done.stdout.splitlines()) == (1, [line.partition(": ")[2] for line in said])


RAISE = "from correspondence.models import NumberSeries; NumberSeries.objects.update(last=58)"


def test_a_restore_tells_the_last_numbers_and_nobody_goes_on_before_a_head_has_looked(office, archive):
    office.must("shell", "-v0", "-c", RAISE)
    said = office.must("restore", archive, "--replace").splitlines()
    assert said[1:] == [
        "The last number of 衡政函〔2020〕 is 1 (before the restore: 58)",
        "No letter is numbered until a head has said on the desk that this is right, or raised it.",
    ]
    process = office.python("manage.py", "shell", "-v0", "-c", ISSUE_A_LETTER)
    _stdout, stderr = process.communicate(timeout=PATIENCE)
    assert "in refuse_after_restore" in stderr
    assert process.returncode == 1


def test_without_room_for_the_new_data_the_old_stand(office, archive, tmp_path):
    needed = sum(entry.file_size for entry in zipfile.ZipFile(archive).infolist())
    used = sum(path.stat().st_size for path in office.folder.rglob("*") if path.is_file())
    if HERE == "postgresql":
        pytest.skip("the rows lie on the server's disk")
    with small_disk(tmp_path / "small", (used + needed) // 1024 + 300) as disk:
        shutil.copytree(office.folder, disk / "var")
        office.folder = disk / "var"
        office.environment["WANGLAI_DATA_DIR"] = str(office.folder)
        before = bytes_of(office)
        assert office.refused("restore", archive, "--replace") == "The disk is full. Make room and try again."
        assert bytes_of(office) == before


@contextmanager
def serving(office):
    """The server's application, as bin/run loads it."""
    with at_work(office.python("-c", f"import crm.wsgi; {HERE_I_AM}")):
        yield


HERE_I_AM = "print('here', flush=True); input()"


@contextmanager
def at_work(process):
    """A process that has said that it is here, until it is told to end."""
    try:
        assert process.stdout.readline() == "here\n"
        yield
    finally:
        process.communicate("\n", timeout=PATIENCE)


def test_nothing_is_restored_under_a_server(office, archive, all_of_it):
    with serving(office):
        assert office.refused("restore", archive, "--replace") == "Wanglai is in use; stop bin/run, then restore."
        assert office.everything() == all_of_it


def test_nothing_is_restored_under_a_command_such_as_a_worker(office, archive):
    with at_work(office.python("manage.py", "shell", "-v0", "-c", HERE_I_AM)):
        assert office.refused("restore", archive, "--replace") == "Wanglai is in use; stop bin/run, then restore."


# Dies before the first call of a function of os whose arguments contain some text.
DYING = """
import os, signal, sys
name, text = sys.argv[1:3]
real = getattr(os, name)
def dying(*arguments, **options):
    if text in " ".join(map(str, arguments)):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **options)
setattr(os, name, dying)
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "crm.settings"
execute_from_command_line(["manage.py", *sys.argv[3:]])
"""


def kill_at(office, function: str, text: str, *arguments) -> None:
    process = office.python("-c", DYING, function, text, *arguments)
    _stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == -signal.SIGKILL, stderr
    assert list(office.folder.glob(".restoring-*"))


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(office, archive, all_of_it):
    (office.folder / "files" / "later.pdf").write_text("written after the backup")
    office.must("shell", "-v0", "-c", ADD_A_USER)
    before = office.everything()
    kill_at(office, "rename", "/new/secret_key", "restore", archive, "--replace")  # the last of the files
    assert not (office.folder / "secret_key").exists()
    assert office.everything() == before
    kill_at(office, "unlink", "/moves.json", "restore", archive, "--replace")  # when the database has changed
    assert office.everything() == all_of_it


# Dies at the n-th line of crm/backup that calls anything, or says how many such lines a command runs.
DYING_AT = """
import os, signal, sys
moment, lines = int(sys.argv[1]), set()
def watch(frame, event, _argument):
    if event in ("call", "c_call") and "/crm/backup/" in frame.f_code.co_filename:
        lines.add((frame.f_code.co_filename, frame.f_lineno))
        if len(lines) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "crm.settings"
sys.setprofile(watch)
execute_from_command_line(["manage.py", *sys.argv[2:]])
sys.setprofile(None)
print(len(lines))
"""


def run_to(moment: int, office, *arguments) -> tuple[int, str]:
    """A command's status and output when it is killed at a moment; 0 lets it run to its end."""
    process = office.python("-c", DYING_AT, moment, *arguments)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, -signal.SIGKILL), stderr
    return process.returncode, stdout


@pytest.fixture(scope="module")
def moments(archive, demonstration, server, tmp_path_factory, request):
    """How many moments a restore over other data has, on the database in use."""
    folder = tmp_path_factory.mktemp("moments") / "var"
    if HERE == "postgresql":
        office = Installation(folder, server.new(request.getfixturevalue("template")))
    else:
        shutil.copytree(demonstration.folder, folder)
        office = Installation(folder)
    _status, said = run_to(0, office, "restore", archive, "--replace")
    return int(said.split()[-1])


@pytest.mark.sampled("percent", range(100), 3)
def test_a_restore_killed_anywhere_leaves_the_old_or_the_new(percent, moments, office, archive, all_of_it):
    (office.folder / "files" / "later.pdf").write_text("written after the backup")
    office.must("shell", "-v0", "-c", ADD_A_USER)
    before = office.everything()
    status, _said = run_to(1 + moments * percent // 100, office, "restore", archive, "--replace")
    assert status == -signal.SIGKILL
    assert office.everything() in (before, all_of_it)
