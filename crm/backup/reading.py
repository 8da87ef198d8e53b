"""Reads an archive, which may be anybody's: every name, entry and hash is checked before anything is written."""

import hashlib
import json
import os
import shutil
import stat
import zipfile
from datetime import datetime
from itertools import pairwise
from pathlib import Path, PurePosixPath

from django.conf import settings

from crm.backup.data_folder import is_excluded_from_backup, is_our_own
from crm.backup.errors import ArchiveError
from crm.backup.names import FILES, FORMAT, MANIFEST, ROWS, find_twins, shown, trouble_with
from crm.files import sync_folder

MAX_MANIFEST = 64 << 20
MAX_RATIO, SMALL = 200, 64 << 20  # our rows pack to a twentieth at best; so small an archive may do as it likes
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LOCAL_HEADER = 30  # bytes before an entry's name
FOREIGN = "The archive is no backup of Wanglai: its manifest is another program's."


def open_archive(file: Path) -> zipfile.ZipFile:
    """An archive, opened; raises ArchiveError where it cannot be read as one."""
    try:
        return zipfile.ZipFile(file)
    except Exception as error:  # whatever zipfile raises where the bytes are damaged
        raise ArchiveError(
            f"{file} cannot be read as a backup: {getattr(error, 'strerror', None) or error}."
        ) from error


def read_manifest(archive: zipfile.ZipFile, *, twins: bool = False) -> dict:
    """The manifest, after every entry's name and hash have been checked; raises ArchiveError.

    ``twins`` takes names that differ by case or accents only, which not every disk can hold.
    """
    check_entries(archive)
    manifest = plain_manifest(archive)
    if sorted(manifest["sha256"]) != sorted(set(archive.namelist()) - {MANIFEST}):
        raise ArchiveError("The archive is damaged: its entries are not those of its manifest.")
    check_names(manifest, twins=twins)
    refuse_too_large(archive)
    for name, wanted in manifest["sha256"].items():
        if entry_sha256(archive, name) != wanted:
            raise ArchiveError(f"The archive is damaged: {shown(name)} has changed since it was written.")
    return manifest


# What the zip file itself says ----------------------------------------------------------------------------------


def check_entries(archive: zipfile.ZipFile) -> None:
    """Raises ArchiveError for entries that we never write: linked, locked, twice, laid over one another."""
    entries = archive.infolist()
    for entry in entries:
        if trouble := trouble_with_entry(entry):
            raise ArchiveError(f"The archive is no backup of Wanglai: {shown(entry.orig_filename)} {trouble}.")
    if len({entry.filename for entry in entries}) < len(entries):
        raise ArchiveError("The archive is no backup of Wanglai: it has two entries of one name.")
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    for entry, following in pairwise(ordered):
        if entry.header_offset + LOCAL_HEADER + entry.compress_size > following.header_offset:
            raise ArchiveError("The archive is no backup of Wanglai: its entries lie over one another.")


def trouble_with_entry(entry: zipfile.ZipInfo) -> str:
    """What makes an entry none of ours, as the end of a sentence; empty where nothing does."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "is no plain file"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    if entry.orig_filename != entry.filename:  # zipfile cuts a name at a NUL
        return "has a name that is none"
    return "" if entry.compress_type in PACKED else "is packed in another way"


def plain_manifest(archive: zipfile.ZipFile) -> dict:
    """The manifest as it is written, of our format and shape."""
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > MAX_MANIFEST:
        raise ArchiveError("The archive is no backup of Wanglai: it has no manifest.")
    try:
        manifest = json.loads(archive.read(MANIFEST))
    except Exception as error:  # whatever zipfile and json raise where the bytes are damaged
        raise ArchiveError("The archive is damaged: its manifest cannot be read.") from error
    if not isinstance(manifest, dict) or not is_count(manifest.get("format")):
        raise ArchiveError(FOREIGN)
    if manifest["format"] > FORMAT:
        raise ArchiveError("The archive is of a newer Wanglai; update this one first.")
    if not is_ours(manifest):
        raise ArchiveError(FOREIGN)
    return manifest


def is_ours(manifest: dict) -> bool:
    """Whether a manifest's parts have the shape that ours have."""
    migrations, counts = manifest.get("migrations"), [manifest.get("rows"), manifest.get("sequences", {})]
    return (
        is_moment(manifest.get("made"))
        and isinstance(migrations, list)
        and all(isinstance(key, list) and len(key) == 2 and all(isinstance(k, str) for k in key) for key in migrations)
        and isinstance(manifest.get("sha256"), dict)
        and all(isinstance(numbers, dict) and all(map(is_count, numbers.values())) for numbers in counts)
    )


def is_moment(value) -> bool:
    """Whether a value is the moment of a backup as we write it."""
    try:
        return bool(datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def is_count(value) -> bool:
    """Whether a value is a whole number that either database can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63


# What it would write --------------------------------------------------------------------------------------------


def check_names(manifest: dict, *, twins: bool) -> None:
    """Raises ArchiveError for an entry that is no table and no file inside the data folder."""
    for name in manifest["sha256"]:
        trouble = trouble_with(name)
        if not trouble and name.startswith(FILES) and is_our_own(PurePosixPath(name).parts[1]):
            trouble = "nothing is put in this place"
        if trouble:
            raise ArchiveError(f"The archive is no backup of Wanglai: it would write to {shown(name)}; {trouble}.")
    strange = {name for name in manifest["sha256"] if name.startswith(ROWS)}
    strange -= {f"{ROWS}{label}.jsonl" for label in manifest["rows"]}
    if strange:
        raise ArchiveError(f"The archive is damaged: nothing counts the rows of {shown(min(strange))}.")
    one, other = map(shown, find_twins(manifest["sha256"]) or ("", ""))
    if one and f"{other}/".startswith(f"{one}/"):
        raise ArchiveError(f"The archive is no backup of Wanglai: {one} is a file and a folder at once.")
    if one and not twins:
        raise ArchiveError(
            f"The archive has {one} and {other}, one to some disks; where yours keeps both, --twins takes them."
        )


def refuse_too_large(archive: zipfile.ZipFile) -> None:
    """Raises ArchiveError where an archive unpacks to more than any of ours does, or than the disk has room for."""
    needed = sum(entry.file_size for entry in archive.infolist())
    packed = sum(entry.compress_size for entry in archive.infolist())
    if needed > SMALL and needed > MAX_RATIO * packed:
        raise ArchiveError(f"The archive is no backup of Wanglai: it unpacks to more than {MAX_RATIO} times its size.")
    free = shutil.disk_usage(settings.DATA_DIR).free
    if needed > free:
        raise ArchiveError(f"The archive unpacks to {needed >> 20} MB, and only {free >> 20} MB are free here.")


def entry_sha256(archive: zipfile.ZipFile, name: str) -> str:
    """The hash of an entry; a text that matches no hash where it cannot even be read."""
    try:
        with archive.open(name) as entry:
            return hashlib.file_digest(entry, "sha256").hexdigest()
    except Exception:  # whatever zipfile raises where the bytes are damaged
        return "unreadable"


def extract_files(archive: zipfile.ZipFile, manifest: dict, into: Path) -> None:
    """Writes the archive's files into a new folder, fsynced, for their owner alone; raises ArchiveError."""
    for name in manifest["sha256"]:
        inside = PurePosixPath(name.removeprefix(FILES))
        if not name.startswith(FILES) or is_excluded_from_backup(Path(settings.DATA_DIR) / inside.parts[0]):
            continue
        path = into / inside
        if not path.resolve().is_relative_to(into.resolve()):
            raise ArchiveError(f"The archive is no backup of Wanglai: it would write to {shown(name)}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(archive, name, path)
    for folder in [into, *(path for path in into.rglob("*") if path.is_dir())]:
        sync_folder(folder)


def write_new(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    """Writes one entry to a new file, through no link; raises ArchiveError where this disk has it already."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except FileExistsError as error:
        raise ArchiveError(f"The archive has {shown(name)} twice, for this disk.") from error
    with archive.open(name) as entry, os.fdopen(handle, "wb") as file:
        shutil.copyfileobj(entry, file)
        file.flush()
        os.fsync(file.fileno())
