"""A start: a backup before an upgrade, and whatever was cut short is finished by the next."""

import importlib.util
import re
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.utils import timezone

from crm.backup.data_folder import kept_paths
from crm.models import Office, User
from tests.disks import small_disk
from tests.factories import OfficeFactory, UserFactory
from tests.installation import HERE, PATIENCE, ROOT, Installation, Server, reads_a_snapshot, rows_and_numbers

NOON = datetime(2020, 4, 20, 4, tzinfo=UTC)


@pytest.fixture
def prepare(monkeypatch, settings, tmp_path):
    """bin/_prepare.py, in a data folder of its own, with something to migrate whenever it looks."""
    spec = importlib.util.spec_from_file_location("_prepare", ROOT / "bin" / "_prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    settings.DATA_DIR = tmp_path / "var"
    settings.DATA_DIR.mkdir()
    monkeypatch.setattr(module, "has_tables", lambda: False)
    return module


@pytest.fixture
def office():
    """An account on record."""
    return UserFactory()


@pytest.fixture
def days(monkeypatch):
    """``days(3)``: it is three days later."""
    return lambda count: monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(days=count))


@pytest.fixture
def migrated(monkeypatch):
    """How often the tables were migrated; ``migrated.append`` is all that happens."""
    from django.core import management

    calls = []
    monkeypatch.setattr(management, "call_command", lambda name, **_options: calls.append(name))
    return calls


def backups(settings) -> list[str]:
    return sorted(path.name for path in (settings.DATA_DIR / "backups").glob("*"))


@reads_a_snapshot
def test_an_upgrade_begins_with_a_backup_and_the_last_three_are_kept(prepare, days, migrated, settings, office):
    for day in range(5):
        days(day)
        prepare.migrate()
    assert backups(settings) == [f"before-upgrade-202004{day}T040000Z.zip" for day in (22, 23, 24)]
    assert rows_and_numbers(settings.DATA_DIR / "backups" / backups(settings)[0])["rows"]["rows/crm.User.jsonl"]
    assert migrated == ["migrate"] * 5
    assert list(kept_paths()) == []  # a backup holds no backups


def test_nothing_is_written_where_there_is_nothing_to_migrate_or_no_office(
    prepare, migrated, settings, monkeypatch, db
):
    prepare.migrate()
    assert backups(settings) == []
    UserFactory()
    monkeypatch.setattr(prepare, "has_tables", lambda: True)
    prepare.migrate()
    assert backups(settings) == []


@reads_a_snapshot
def test_an_upgrade_that_fails_again_and_again_keeps_the_backup_before_it(prepare, days, settings, monkeypatch, office):
    from django.core import management

    def fail(_name, **_options):
        raise CommandError("no such column")

    monkeypatch.setattr(management, "call_command", fail)
    for day in range(5):
        days(day)
        with pytest.raises(CommandError, match="no such column"):
            prepare.migrate()
    assert backups(settings) == ["before-upgrade-20200420T040000Z.zip"]
    monkeypatch.setattr(management, "call_command", lambda _name, **_options: None)
    prepare.migrate()
    days(6)
    prepare.migrate()
    assert backups(settings) == ["before-upgrade-20200420T040000Z.zip", "before-upgrade-20200426T040000Z.zip"]


@reads_a_snapshot
def test_without_room_for_the_backup_nothing_is_migrated(prepare, migrated, settings, tmp_path, office):
    with small_disk(tmp_path / "small", 8) as disk:
        settings.DATA_DIR = disk
        with pytest.raises(CommandError) as refusal:
            prepare.migrate()
        left = [path.name for path in disk.rglob("*")]
    said = r".+/before-upgrade-.+\.zip could not be written: the disk is full; make room and try again\. "
    assert re.fullmatch(f"{said}Nothing was changed: a backup comes before the upgrade.", str(refusal.value))
    assert (migrated, left) == ([], ["backups"])


def test_what_killed_processes_left_half_written_is_taken_away(prepare, settings):
    settings.MEDIA_ROOT = settings.DATA_DIR / "files"
    halves = [".wanglai-00.part", "backups/.wanglai-01.part", "files/issued/ab/ab.99.part", "files/x/.wanglai-02.part"]
    others = ["secret_key", "files/issued/ab/ab.pdf", "backups/mine.part"]
    for name in halves + others:
        (settings.DATA_DIR / name).parent.mkdir(parents=True, exist_ok=True)
        (settings.DATA_DIR / name).touch()
    prepare.remove_halves()
    found = [str(path.relative_to(settings.DATA_DIR)) for path in settings.DATA_DIR.rglob("*") if path.is_file()]
    assert sorted(found) == sorted(others)


def test_a_start_cut_short_is_not_taken_for_a_whole_one(prepare, monkeypatch, settings, db):
    monkeypatch.setattr(prepare, "has_tables", lambda: True)
    assert not prepare.is_filled()  # tables and nothing in them
    prepare.say_filled()
    assert prepare.is_filled()
    monkeypatch.setattr(prepare, "when_migrated", lambda: "another database")
    assert not prepare.is_filled()


def test_a_command_that_needs_records_finishes_a_start_cut_short(prepare, monkeypatch, db):
    done = []
    monkeypatch.setattr(prepare, "has_tables", lambda: True)
    monkeypatch.setattr(prepare, "fill_database", lambda _demo: done.append("filled"))
    monkeypatch.setattr(prepare, "migrate", lambda: done.append("migrated"))
    prepare.before("write_letter")
    prepare.before("load_demo")
    assert done == ["filled"]


def test_no_demonstration_is_loaded_beside_an_office(prepare, monkeypatch, db):
    office = OfficeFactory()
    monkeypatch.setattr(prepare, "migrate", lambda: None)
    prepare.fill_database(demo=True)
    assert (Office.objects.get(), User.objects.exists()) == (office, False)


# Dies at the n-th line of ours that calls anything in a first start, or says how many such lines there are.
DYING_AT = """
import os, signal, sys
sys.path.insert(0, "bin")
moment, lines = int(sys.argv[1]), set()
OURS = ("/bin/_prepare.py", "/crm/files.py", "/crm/environment.py", "/correspondence/demo.py", "/crm/backup/",
        "/management/commands/", "/crm/actions/", "/migrations/")
def watch(frame, event, _argument):
    name = frame.f_code.co_filename
    if event in ("call", "c_call") and "site-packages" not in name and any(part in name for part in OURS):
        lines.add((name, frame.f_lineno))
        if len(lines) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
import _prepare
sys.setprofile(watch)
status = _prepare.run([])
sys.setprofile(None)
print(len(lines))
sys.exit(status)
"""


@pytest.fixture(scope="module")
def server():
    server = Server()
    yield server
    server.drop_all()


def first_start(folder: Path, server: Server, moment: int) -> tuple[Installation, int, str]:
    """A first start that dies at a moment (0: it does not); with its status and its last word."""
    office = Installation(folder, server.new() if HERE == "postgresql" else "")
    folder.mkdir(parents=True)
    process = office.python("-c", DYING_AT, moment)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, -signal.SIGKILL), stderr
    return office, process.returncode, stdout.split()[-1] if stdout else ""


def contents(office: Installation) -> dict:
    """How many rows each table has, and which files there are."""
    found = office.everything()
    counts = {name: len(rows) for name, rows in found["rows"].items()}
    return {"rows": counts, "files": {name for name in found["files"] if not name.startswith("static/")}}


@pytest.fixture(scope="module")
def whole(tmp_path_factory, server) -> tuple[dict, int]:
    """What a start that nobody cut short makes, and how many moments it has."""
    office, _status, moments = first_start(tmp_path_factory.mktemp("whole") / "var", server, 0)
    return contents(office), int(moments)


@pytest.mark.slow
@pytest.mark.sampled("percent", range(100), 2)
def test_a_first_start_killed_anywhere_is_finished_by_the_next(percent, whole, server, tmp_path):
    wanted, moments = whole
    office, status, _said = first_start(tmp_path / "var", server, 1 + moments * percent // 100)
    assert status == -signal.SIGKILL
    process = office.python("bin/_prepare.py")
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, stderr
    assert stdout == "Demo sign-ins: clerk, head, reader; password: demo-pass-1\n"
    assert contents(office) == wanted


def test_a_key_left_empty_by_a_killed_start_is_made_anew(tmp_path):
    office = Installation(tmp_path / "var")
    office.folder.mkdir()
    (office.folder / "secret_key").touch()
    office.must("check")
    assert len((office.folder / "secret_key").read_text()) > 40
