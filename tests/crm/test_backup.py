"""Backup, loss of the data folder, restore: the same rows and the same files, on either database."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


class Installation:
    """A data folder with its database, worked through manage.py as an office does."""

    def __init__(self, folder: Path, database_url: str = ""):
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = {**kept, "WANGLAI_DATA_DIR": str(folder), "WANGLAI_DEMO_PASSWORD": "demo-pass-1"}
        if database_url:
            self.environment["DATABASE_URL"] = database_url

    def manage(self, *arguments) -> subprocess.CompletedProcess:
        command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True)

    def must(self, *arguments) -> str:
        done = self.manage(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *arguments) -> str:
        done = self.manage(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1
        return done.stderr.removeprefix("CommandError: ").strip()

    def file_hashes(self) -> dict[str, str]:
        files = [path for path in self.folder.rglob("*") if path.is_file() and "sqlite3" not in path.name]
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The demonstration with an enclosure's file and a font of the office, made once."""
    made = Installation(tmp_path_factory.mktemp("demonstration") / "var")
    made.must("migrate", "-v0")
    made.must("load_demo")
    for name in ("files/enclosures/2020/03/来函.pdf", "fonts/仿宋.ttf"):
        (made.folder / name).parent.mkdir(parents=True)
        (made.folder / name).write_bytes(os.urandom(3000))
    return made


@pytest.fixture
def office(demonstration, tmp_path):
    """A copy of the demonstration for each test."""
    shutil.copytree(demonstration.folder, tmp_path / "var")
    return Installation(tmp_path / "var")


def rows_of(archive: Path) -> dict[str, bytes]:
    """Every table's rows in an archive."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name.startswith("rows/")}


def test_all_comes_back_after_loss_of_the_data_folder(office, tmp_path):
    first, second, hashes = tmp_path / "first.zip", tmp_path / "second.zip", office.file_hashes()
    office.must("backup", first)
    shutil.rmtree(office.folder)
    office.must("restore", first)
    assert office.file_hashes() == hashes
    office.must("backup", second)
    assert rows_of(second) == rows_of(first)
    assert rows_of(first)["rows/crm.LedgerEntry.jsonl"].count(b"\n") > 5
    assert rows_of(first)["rows/auditlog.LogEntry.jsonl"].count(b"\n") > 5


def test_nothing_is_overwritten_unasked(office, tmp_path):
    archive, hashes = tmp_path / "office.zip", office.file_hashes()
    office.must("backup", archive)
    assert office.refused("backup", archive) == f"{archive} exists already; a backup never overwrites a file."
    sentence = "There are accounts or files here already; --replace puts the archive in their place."
    assert office.refused("restore", archive) == sentence
    (office.folder / "files" / "later.pdf").write_text("written after the backup")
    office.must("restore", archive, "--replace")
    assert office.file_hashes() == hashes
    assert [path.name for path in office.folder.iterdir() if path.name.startswith(".")] == []


def test_a_damaged_or_newer_archive_leaves_the_old_data_in_place(office, tmp_path):
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    office.must("backup", good)
    hashes = office.file_hashes()
    rewrite(good, bad, {"data/fonts/仿宋.ttf": b"other bytes"})
    sentence = "The archive is damaged: data/fonts/仿宋.ttf has changed since it was written."
    assert office.refused("restore", bad, "--replace") == sentence
    rewrite(good, bad, {}, migrations=[["crm", "9999_later"]])
    sentence = "The data are of a newer Wanglai, which has crm.9999_later; update this one first."
    assert office.refused("restore", bad, "--replace") == sentence
    row = b'[1, "no such shape"]\n'
    rewrite(good, bad, {"rows/crm.LedgerEntry.jsonl": row}, true_hashes=True)
    assert office.manage("restore", bad, "--replace").returncode == 1
    bad.write_text("no zip")
    assert office.refused("restore", bad, "--replace") == f"{bad} cannot be read as a backup: File is not a zip file."
    assert office.file_hashes() == hashes
    again = tmp_path / "again.zip"
    office.must("backup", again)
    assert rows_of(again) == rows_of(good)


def rewrite(source: Path, target: Path, changed: dict[str, bytes], migrations=(), true_hashes=False) -> None:
    """Copies an archive with some entries changed, its hashes brought into line or not."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        manifest["migrations"] += migrations
        for name in set(old.namelist()) - {"manifest.json"}:
            data = changed.get(name, old.read(name))
            new.writestr(name, data)
            if true_hashes:
                manifest["sha256"][name] = hashlib.sha256(data).hexdigest()
        new.writestr("manifest.json", json.dumps(manifest))


@pytest.fixture
def postgresql_url():
    """A database of our own beside the one that DATABASE_URL names."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL")
    import psycopg

    name = f"wanglai_backup_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{url.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_an_office_moves_to_postgresql(office, tmp_path, postgresql_url):
    first, second, third = (tmp_path / f"{name}.zip" for name in ("first", "second", "third"))
    office.must("backup", first)
    moved = Installation(tmp_path / "moved", postgresql_url)
    moved.must("restore", first)
    assert moved.file_hashes() == office.file_hashes()
    moved.must("backup", second)
    assert rows_of(second) == rows_of(first)
    moved.must("load_demo")  # new rows get new numbers
    moved.must("restore", first, "--replace")
    moved.must("backup", third)
    assert rows_of(third) == rows_of(first)
