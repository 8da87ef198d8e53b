"""An archive made to do harm is refused in a sentence, and changes nothing: not a file, not a link, not a database."""

import hashlib
import json
import os
import stat
import struct
import warnings
import zipfile
from contextlib import closing
from pathlib import Path
from unicodedata import normalize

import pytest

from crm.backup.errors import ArchiveError
from crm.backup.reading import extract_files, read_manifest
from crm.backup.restoring import restore_archive
from tests.crm.backup.test_reading import GOOD, write

NO_BACKUP = "The archive is no backup of Wanglai: "
OUT, FOREIGN_PATH = "it leads out of its folder or to none", "it is a path of another system"
NOT_HERE, SIGN, LONG = "nothing is put in this place", "it has a character that no name may have", "it is too long"


@pytest.fixture
def folder(tmp_path, settings):
    """A data folder as an office has it: a database, a key, a scan, static files, a lock, and a link to elsewhere."""
    folder = settings.DATA_DIR = tmp_path / "var"
    settings.STATIC_ROOT = folder / "static"
    files = {
        "wanglai.sqlite3": b"rows",
        "wanglai.sqlite3-wal": b"log",
        "secret_key": b"ours",
        "files/enclosures/2020/04/scan.pdf": b"%PDF",
        "static/site.css": b"p {}",
        ".preparing": b"",
        "backups/earlier.zip": b"PK",
        "../elsewhere/letter.pdf": b"not Wanglai's",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "linked").symlink_to("../elsewhere")
    return folder


def snapshot(folder: Path) -> dict:
    """All that lies in and around a data folder, with the bytes, modes and targets, but the archive itself."""
    return {
        str(path.relative_to(folder.parent)): (
            oct(path.lstat().st_mode),
            os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None,
        )
        for path in folder.parent.rglob("*")
        if path.suffix != ".zip" or path.is_relative_to(folder)
    }


def named(name: str, why: str) -> tuple:
    """An archive with an entry of a name beside good ones, with its hash in the manifest."""
    return (lambda path: write(path, GOOD | {name: b"x"})), f"{NO_BACKUP}it would write to {name}; {why}."


def with_entry(path: Path, entry: zipfile.ZipInfo, content: bytes = b"/etc/passwd") -> Path:
    """An archive with an entry whose facts are given, and its hash in the manifest."""
    write(path, GOOD)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["sha256"][entry.filename] = hashlib.sha256(content).hexdigest()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
        archive.writestr(entry, content)
        archive.writestr("manifest.json", json.dumps(manifest))
    return path


def link(path: Path, kind: int = stat.S_IFLNK) -> Path:
    """An archive with an entry that says it is a link, or another thing that is no plain file."""
    entry = zipfile.ZipInfo("data/files/link")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    return with_entry(path, entry)


def twice(path: Path) -> Path:
    """An archive with two entries of one name; the second is the one that is hashed and read."""
    write(path, GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("data/secret_key", b"theirs")
    return path


def patched(path: Path, name: bytes, where: int, value: bytes) -> Path:
    """An archive with bytes of its central directory changed, so far from an entry's record's beginning."""
    packed = bytearray(write(path, GOOD).read_bytes())
    start = packed.rfind(b"PK\x01\x02", 0, packed.rfind(name))
    packed[start + where : start + where + len(value)] = value
    path.write_bytes(packed)
    return path


def null(path: Path) -> Path:
    """An archive with a name in whose middle there is a NUL, at which zip libraries cut."""
    write(path, GOOD | {"data/secret_keyX.pdf": b"x"})
    path.write_bytes(path.read_bytes().replace(b"data/secret_keyX.pdf", b"data/secret_key\0.pdf"))
    return path


def overlapping(path: Path) -> Path:
    """An archive one of whose entries is another's bytes once more."""
    write(path, GOOD | {"data/files/again": GOOD["data/secret_key"]})
    packed = bytearray(path.read_bytes())
    first, second = (
        packed.rfind(b"PK\x01\x02", 0, packed.rfind(name)) for name in (b"data/secret_key", b"data/files/again")
    )
    packed[second + 42 : second + 46] = packed[first + 42 : first + 46]
    path.write_bytes(packed)
    return path


def bomb(path: Path) -> Path:
    """An archive of 130 kB that unpacks to 128 MB."""
    return write(path, GOOD | {"data/files/zeros": b"\0" * (128 << 20)})


HOSTILE = {
    "an absolute path": named("data//tmp/abs", OUT),
    "an absolute path of the zip": named("/etc/cron.d/evil", OUT),
    "a path upwards": named("data/../../evil", OUT),
    "a path upwards from inside": named("data/files/../../../evil", OUT),
    "a path that stays where it is": named("data/./secret_key", OUT),
    "no folder of ours": named("other/file", OUT),
    "the data folder itself": named("data", OUT),
    "backslashes": named("data\\..\\..\\evil", FOREIGN_PATH),
    "backslashes inside": named("data/files\\..\\..\\evil", FOREIGN_PATH),
    "a drive": named("data/C:/Windows/evil", FOREIGN_PATH),
    "a drive without a folder": named("data/c:evil", FOREIGN_PATH),
    "the database": named("data/wanglai.sqlite3", NOT_HERE),
    "the database in other case": named("data/Wanglai.SQLite3", NOT_HERE),
    "the database's log": named("data/wanglai.sqlite3-wal", NOT_HERE),
    "a lock": named("data/.preparing", NOT_HERE),
    "the plan of a restore": named("data/.restoring-x/moves.json", NOT_HERE),
    "static files": named("data/static/site.js", NOT_HERE),
    "static files in other case": named("data/STATIC/site.js", NOT_HERE),
    "a control character": (
        lambda path: write(path, GOOD | {"data/files/a\x1b[2J": b"x"}),
        f"{NO_BACKUP}it would write to data/files/a\\x1b[2J; {SIGN}.",
    ),
    "a line break": (
        lambda path: write(path, GOOD | {"data/files/a\nb": b"x"}),
        f"{NO_BACKUP}it would write to data/files/a\\nb; {SIGN}.",
    ),
    "a NUL": (null, f"{NO_BACKUP}data/secret_key\\x00.pdf has a name that is none."),
    "a name too long": (
        lambda path: write(path, GOOD | {f"data/{'文' * 100}": b"x"}),
        f"{NO_BACKUP}it would write to data/{'文' * 91} …; {LONG}.",
    ),
    "a path too long": (
        lambda path: write(path, GOOD | {"data" + "/a" * 600: b"x"}),
        f"{NO_BACKUP}it would write to data{'/a' * 46} …; {LONG}.",
    ),
    "a link": (link, f"{NO_BACKUP}data/files/link is no plain file."),
    "a device": (lambda path: link(path, stat.S_IFCHR), f"{NO_BACKUP}data/files/link is no plain file."),
    "two entries of one name": (twice, f"{NO_BACKUP}it has two entries of one name."),
    "an encrypted entry": (
        lambda path: patched(path, b"data/secret_key", 8, struct.pack("<H", 1)),
        f"{NO_BACKUP}data/secret_key is encrypted.",
    ),
    "an unknown packing": (
        lambda path: patched(path, b"data/secret_key", 10, struct.pack("<H", 14)),
        f"{NO_BACKUP}data/secret_key is packed in another way.",
    ),
    "entries over one another": (overlapping, f"{NO_BACKUP}its entries lie over one another."),
    "a bomb": (bomb, f"{NO_BACKUP}it unpacks to more than 200 times its size."),
    "an entry that the manifest does not name": (
        lambda path: write(path, GOOD | {"data/evil": b"x"}, hashes=GOOD),
        "The archive is damaged: its entries are not those of its manifest.",
    ),
    "an entry that is only in the manifest": (
        lambda path: write(path, GOOD, hashes=GOOD | {"data/none": b"x"}),
        "The archive is damaged: its entries are not those of its manifest.",
    ),
    "rows that nothing counts": (
        lambda path: write(path, GOOD | {"rows/crm.User.jsonl": b""}),
        "The archive is damaged: nothing counts the rows of rows/crm.User.jsonl.",
    ),
    "a name in two cases": (
        lambda path: write(path, GOOD | {"data/files/A.pdf": b"x", "data/files/a.pdf": b"y"}),
        "The archive has data/files/A.pdf and data/files/a.pdf, one to some disks; "
        "where yours keeps both, --twins takes them.",
    ),
    "a folder in two cases": (
        lambda path: write(path, GOOD | {"data/files/a": b"x", "data/FILES/b": b"y"}),
        "The archive has data/files and data/FILES/b, one to some disks; where yours keeps both, --twins takes them.",
    ),
    "a name with its accent apart": (
        lambda path: write(path, GOOD | {normalize(form, "data/files/ă.pdf"): b"x" for form in ("NFC", "NFD")}),
        f"The archive has data/files/ă.pdf and {normalize('NFD', 'data/files/ă.pdf')}, one to some disks; "
        "where yours keeps both, --twins takes them.",
    ),
    "a file that is a folder too": (
        lambda path: write(path, GOOD | {"data/files": b"x", "data/files/a": b"y"}),
        f"{NO_BACKUP}data/files is a file and a folder at once.",
    ),
    "migrations that are none": (
        lambda path: write(path, GOOD, migrations=["crm"]),
        f"{NO_BACKUP}its manifest is another program's.",
    ),
    "a moment that is none": (
        lambda path: write(path, GOOD, made="\x1b[2J"),
        f"{NO_BACKUP}its manifest is another program's.",
    ),
    "a number that no database holds": (
        lambda path: write(path, GOOD, sequences={"crm.City": 1 << 70}),
        f"{NO_BACKUP}its manifest is another program's.",
    ),
    "no zip file": (lambda path: path.write_bytes(b"PK\x05\x06") and path, None),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_in_a_sentence_and_changes_nothing(kind, folder, tmp_path):
    build, sentence = HOSTILE[kind]
    file = build(tmp_path / "hostile.zip")
    before = snapshot(folder)
    with pytest.raises(ArchiveError) as refusal:
        restore_archive(file, replace=True)
    assert str(refusal.value) == (sentence or f"{file} cannot be read as a backup: File is not a zip file.")
    assert snapshot(folder) == before


def test_nothing_is_written_through_a_link_that_lies_in_the_folder_of_new_files(folder, tmp_path):
    into = tmp_path / "new"
    into.mkdir()
    (into / "fonts").symlink_to("../elsewhere")
    before = snapshot(folder)
    with (
        closing(zipfile.ZipFile(write(tmp_path / "good.zip", GOOD))) as archive,
        pytest.raises(ArchiveError) as refusal,
    ):
        extract_files(archive, read_manifest(archive), into)
    assert str(refusal.value) == f"{NO_BACKUP}it would write to data/fonts/仿宋.ttf."
    assert snapshot(folder) == before


def test_twins_are_taken_where_the_disk_holds_both_and_nothing_twice(folder, tmp_path):
    pair = {"data/files/A.pdf": b"x", "data/files/a.pdf": b"y"}
    with closing(zipfile.ZipFile(write(tmp_path / "pair.zip", GOOD | pair))) as archive:
        manifest = read_manifest(archive, twins=True)
        extract_files(archive, manifest, tmp_path / "new")
        found = {path.name: path.read_bytes() for path in (tmp_path / "new" / "files").iterdir()}
        assert found == {"A.pdf": b"x", "a.pdf": b"y"}
        with pytest.raises(ArchiveError, match=r"The archive has data/.+ twice, for this disk\."):
            extract_files(archive, manifest, tmp_path / "new")
