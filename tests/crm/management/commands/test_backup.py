"""bin/manage backup: to a file, to standard output, or the next of a row; only where there is an office."""

import json
import os
import subprocess
import sys
import zipfile

import pytest
from django.core.management import CommandError, call_command

from crm.management.commands.backup import Command
from tests.installation import PATIENCE, ROOT, Installation, rows_and_numbers


@pytest.mark.parametrize("command", [("backup", "a.zip"), ("backup", "-"), ("check_files",)])
def test_where_there_is_no_office_nothing_is_made(tmp_path, command):
    place = Installation(tmp_path / "var")
    place.environment.pop("DATABASE_URL", None)
    place.folder.mkdir()
    (place.folder / "secret_key").write_text("made before")
    sentence = f"There is no office in {place.folder} (database {place.folder}/wanglai.sqlite3): nothing was written. "
    assert place.refused(*command) == f"{sentence}Name the folder of yours in WANGLAI_DATA_DIR."
    assert [path.name for path in place.folder.iterdir()] == ["secret_key"]


def test_bin_manage_makes_no_folder_to_look_into(tmp_path):
    environment = {**os.environ, "WANGLAI_DATA_DIR": str(tmp_path / "none")}
    command = [ROOT / "bin" / "manage", "backup", tmp_path / "a.zip"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    said = f"There is no office in {tmp_path}/none: name the folder of yours in WANGLAI_DATA_DIR.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("--every", "1"), ("--keep", "1"), ("--every", "0", "--keep", "1"), ("--every", "1", "--keep", "0")]
)
def test_every_and_keep_go_together(tmp_path, words):
    with pytest.raises(CommandError, match="--every DAYS and --keep N go together, with a folder, and are 1 at least"):
        call_command(Command(), str(tmp_path), *words)


# On a whole office ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An office on SQLite with its tables and an account, worked through the commands."""
    made = Installation(tmp_path_factory.mktemp("whole") / "var")
    made.environment.pop("DATABASE_URL", None)
    made.must("migrate", "-v0")
    made.must("shell", "-v0", "-c", "from crm.models import User; User.objects.create(username='clerk')")
    return made


def run(office: Installation, *words, stdout=subprocess.PIPE) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=office.environment, stdout=stdout, stderr=subprocess.PIPE, timeout=PATIENCE
    )


@pytest.mark.slow
def test_standard_output_has_the_archive_and_nothing_else(whole, tmp_path):
    piped = run(whole, "backup", "-")
    assert piped.returncode == 0, piped.stderr
    (tmp_path / "piped.zip").write_bytes(piped.stdout)
    whole.must("backup", tmp_path / "filed.zip")
    assert rows_and_numbers(tmp_path / "piped.zip") == rows_and_numbers(tmp_path / "filed.zip")
    assert piped.stderr.decode().startswith("Standard output: ")
    assert piped.stderr.decode().endswith(f" files of {whole.folder}\n")


@pytest.mark.slow
def test_a_full_or_broken_standard_output_is_one_sentence(whole):
    with open("/dev/full", "wb") as full:
        done = run(whole, "backup", "-", stdout=full)
    said = b"CommandError: Standard output could not be written: the disk is full; make room and try again.\n"
    assert (done.returncode, done.stderr) == (1, said)
    reading, writing = os.pipe()
    os.close(reading)
    done = run(whole, "backup", "-", stdout=writing)
    os.close(writing)
    said = b"CommandError: Standard output could not be written: Broken pipe.\n"
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.slow
def test_cron_makes_one_a_day_and_keeps_so_many(whole, tmp_path):
    said = whole.must("backup", tmp_path, "--every", "1", "--keep", "2")
    [first] = tmp_path.iterdir()
    assert said.startswith(f"{first}: ")
    assert whole.must("backup", tmp_path, "--every", "1", "--keep", "2") == ""
    assert list(tmp_path.iterdir()) == [first]
    assert json.loads(zipfile.ZipFile(first).read("manifest.json"))["made"][:4] == first.name[8:12]
