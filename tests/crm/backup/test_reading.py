"""What an archive may hold, and the sentence that refuses one that holds something else."""

import hashlib
import json
import shutil
import struct
import zipfile
from pathlib import Path

import pytest

from crm.backup.data_folder import kept_paths
from crm.backup.errors import ArchiveError
from crm.backup.reading import extract_files, read_manifest
from crm.backup.rows import applied_leaves

LEDGER, FONT = "rows/crm.LedgerEntry.jsonl", "data/fonts/仿宋.ttf"
GOOD = {LEDGER: b"", FONT: b"\x00\x01font" * 300, "data/secret_key": b"secret"}
FOREIGN = "The archive is no backup of Wanglai: its manifest is another program's."
WOULD_WRITE = "The archive is no backup of Wanglai: it would write to"
NO_MANIFEST = "The archive is no backup of Wanglai: it has no manifest."


def write(path: Path, entries: dict, *, hashes=None, **facts) -> Path:
    """An archive of these entries; ``hashes`` are of other ones where the entries were changed."""
    manifest = {"format": 1, "made": "2020-04-20", "migrations": [], "rows": {"crm.LedgerEntry": 0}}
    hashed = entries if hashes is None else hashes
    manifest["sha256"] = {name: hashlib.sha256(data).hexdigest() for name, data in hashed.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest | facts))
    return path


def flip(path: Path, name: str) -> Path:
    """Turns over one byte of an entry's packed data."""
    packed = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(name)
    name_length, extra_length = struct.unpack("<HH", packed[entry.header_offset + 26 : entry.header_offset + 30])
    packed[entry.header_offset + 30 + name_length + extra_length + entry.compress_size // 2] ^= 0xFF
    path.write_bytes(packed)
    return path


def zip_of(path: Path, name: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, text)
    return path


BAD = {
    "a changed file": (
        lambda path: write(path, GOOD | {FONT: b"other"}, hashes=GOOD),
        f"The archive is damaged: {FONT} has changed since it was written.",
    ),
    "a flipped byte": (
        lambda path: flip(write(path, GOOD), FONT),
        f"The archive is damaged: {FONT} has changed since it was written.",
    ),
    "a flipped byte of the manifest": (
        lambda path: flip(write(path, GOOD), "manifest.json"),
        "The archive is damaged: its manifest cannot be read.",
    ),
    "an entry too many": (
        lambda path: write(path, GOOD | {"data/evil": b"x"}, hashes=GOOD),
        "The archive is damaged: its entries are not those of its manifest.",
    ),
    "an entry too few": (
        lambda path: write(path, {LEDGER: b""}, hashes=GOOD),
        "The archive is damaged: its entries are not those of its manifest.",
    ),
    "a path upwards": (
        lambda path: write(path, GOOD | {"data/../../evil": b"x"}),
        f"{WOULD_WRITE} data/../../evil; it leads out of its folder or to none.",
    ),
    "an absolute path": (
        lambda path: write(path, GOOD | {"/etc/evil": b"x"}),
        f"{WOULD_WRITE} /etc/evil; it leads out of its folder or to none.",
    ),
    "a folder": (
        lambda path: write(path, GOOD | {"data/": b""}),
        "The archive is no backup of Wanglai: data/ is no plain file.",
    ),
    "a newer format": (
        lambda path: write(path, GOOD, format=2),
        "The archive is of a newer Wanglai; update this one first.",
    ),
    "a foreign zip": (lambda path: zip_of(path, "word/document.xml", "<w/>"), NO_MANIFEST),
    "a foreign manifest": (lambda path: zip_of(path, "manifest.json", '{"format": "x"}'), FOREIGN),
    "a manifest that is a list": (lambda path: zip_of(path, "manifest.json", "[1]"), FOREIGN),
    "a manifest without its parts": (lambda path: write(path, GOOD, rows=[]), FOREIGN),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_archive_is_refused_in_a_sentence(name, tmp_path):
    spoil, sentence = BAD[name]
    with zipfile.ZipFile(spoil(tmp_path / "bad.zip")) as archive, pytest.raises(ArchiveError) as refusal:
        read_manifest(archive)
    assert str(refusal.value) == sentence


def test_an_archive_larger_than_the_disk_is_refused(tmp_path, monkeypatch):
    disk = shutil.disk_usage(tmp_path)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: disk)
    write(tmp_path / "bomb.zip", GOOD | {"data/zeros": b"\0" * (3 << 20)})
    with zipfile.ZipFile(tmp_path / "bomb.zip") as archive, pytest.raises(ArchiveError) as refusal:
        read_manifest(archive)
    assert str(refusal.value) == "The archive unpacks to 3 MB, and only 1 MB are free here."


def test_newer_data_are_refused():
    with pytest.raises(ArchiveError) as refusal:
        applied_leaves({("crm", "0001_initial"), ("crm", "9999_later")})
    assert str(refusal.value) == "The data are of a newer Wanglai, which has crm.9999_later; update this one first."


def test_what_is_made_again_is_not_kept_and_other_backups_are_not_put_back(tmp_path, settings):
    settings.DATA_DIR = tmp_path / "var"
    for name in ("wanglai.sqlite3", "wanglai.sqlite3-wal", "secret_key", "files/a.pdf", "files/b.part", "static/x"):
        (settings.DATA_DIR / name).parent.mkdir(parents=True, exist_ok=True)
        (settings.DATA_DIR / name).touch()
    assert [str(path.relative_to(settings.DATA_DIR)) for path in kept_paths()] == ["files/a.pdf", "secret_key"]
    entries = GOOD | {"data/backups/before-upgrade-20200420T000000Z.zip": b"x", "data/other.zip": b"x"}
    with zipfile.ZipFile(write(tmp_path / "old.zip", entries)) as archive:
        extract_files(archive, read_manifest(archive), tmp_path / "new")
    files = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert sorted(path.name for path in files) == ["secret_key", "仿宋.ttf"]
