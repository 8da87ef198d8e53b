"""Every kept file is compared with its hash; the desk of a head tells what came of it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from correspondence.actions.lifecycle import enclose
from correspondence.paper.vault import pdf_path
from crm.backup.checking import CHANGED, LOST, check_files, find_strays, kept_files, last_check
from tests.factories import LetterFactory, ReceivedLetterFactory

AT = datetime(2020, 4, 20, 4, tzinfo=UTC)
SCAN = b"%PDF-1.4 scan"


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """The kept files lie in the data folder, as in an office."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def kept(db, clerk) -> dict[str, Path]:
    """Where the issued PDF, the scan of its signed slip and that of another letter lie."""
    issued = LetterFactory(state="issued")
    scan = SimpleUploadedFile("scan.pdf", SCAN, content_type="application/pdf")
    enclosed = enclose(by=clerk, letter=ReceivedLetterFactory(), file=scan)
    slip = Path(issued.enclosures.get().file.path)
    return {"pdf": pdf_path(issued.pdf_sha256), "slip": slip, "scan": Path(enclosed.file.path)}


def troubles() -> list[tuple[str, str]]:
    return [(trouble.inside, trouble.what) for trouble in check_files(AT).troubles]


def inside(path: Path, tmp_path) -> str:
    return path.relative_to(tmp_path).as_posix()


def test_what_is_as_it_was_kept_is_no_trouble(kept):
    assert [file.path for file in kept_files()] == [kept["pdf"], kept["slip"], kept["scan"]]
    assert check_files(AT).count == 3
    assert troubles() == []


def test_one_lost_and_one_changed_byte_are_found(kept, tmp_path):
    kept["pdf"].unlink()
    kept["scan"].write_bytes(SCAN.replace(b"4", b"5"))
    assert troubles() == [(inside(kept["pdf"], tmp_path), LOST), (inside(kept["scan"], tmp_path), CHANGED)]


def test_what_a_backup_read_is_not_read_again(kept, tmp_path):
    hashes = {f"data/{file.inside}": file.sha256 for file in kept_files()}
    kept["scan"].unlink()  # after the backup read it
    assert check_files(AT, hashes).troubles == []
    hashes[f"data/{inside(kept['scan'], tmp_path)}"] = "0" * 64
    assert [trouble.what for trouble in check_files(AT, hashes).troubles] == [LOST]


def test_the_last_result_stands_until_the_file_is_back(kept, tmp_path):
    content = kept["pdf"].read_bytes()
    kept["pdf"].unlink()
    check_files(AT)
    assert [trouble.inside for trouble in last_check().troubles] == [inside(kept["pdf"], tmp_path)]
    kept["pdf"].write_bytes(content)
    assert (last_check().at, last_check().count, last_check().troubles) == (AT, 3, [])


def test_without_a_result_or_with_half_a_one_there_is_none(tmp_path):
    assert last_check() is None
    (tmp_path / ".files_checked.json").write_text('{"at": "2020')
    assert last_check() is None


def test_files_of_no_letter_are_named(kept, tmp_path):
    (kept["pdf"].parent / "left.pdf").touch()
    assert find_strays(kept_files()) == [inside(kept["pdf"].parent / "left.pdf", tmp_path)]


def said(capsys) -> str:
    call_command("check_files")
    return capsys.readouterr().out


def test_the_command_names_each_and_ends_with_one(kept, capsys, tmp_path):
    assert said(capsys) == "3 files are as they were kept\n"
    kept["scan"].unlink()
    with pytest.raises(CommandError, match="1 of 3 files are lost or changed: bring them back from a backup"):
        call_command("check_files")
    assert capsys.readouterr().out.startswith(f"{inside(kept['scan'], tmp_path)} (scan.pdf, /letters/")


def test_the_command_refuses_where_there_is_no_office(db, tmp_path):
    with pytest.raises(CommandError, match=f"There is no office in {tmp_path} "):
        call_command("check_files")


def test_the_result_names_no_more_than_it_needs(kept, tmp_path):
    kept["scan"].unlink()
    check_files(AT)
    result = json.loads((tmp_path / ".files_checked.json").read_text())
    assert (result["at"], result["count"], len(result["troubles"])) == (str(AT), 3, 1)
