"""Files and a database change places with those in use: all of them, or none, whatever cuts it short.

A area is a folder beside the files. What is to move is written down first; then the files move, and last of all the
database, in one step that either happens or does not. Whoever comes next looks whether it did: if not, the files
move back.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from crm.backup.data_folder import FolderInUse, database_file, is_excluded_from_backup, lock_data_folder, sqlite_files
from crm.files import sync_folder

PREFIX, REPLACED = ".restoring-", ".replaced"
ONE_AT_A_TIME = 20200126  # any number, the same for all who restore into a PostgreSQL database


class RestoreArea:
    """Where new files wait to go in and old ones to be thrown away."""

    def __init__(self, path: Path):
        self.path, self.new, self.old, self.plan = path, path / "new", path / "old", path / "moves.json"
        self.log = path / "log.jsonl"  # the security log of the database that is replaced

    @classmethod
    def make(cls) -> "RestoreArea":
        """An empty area."""
        area = cls(Path(tempfile.mkdtemp(prefix=PREFIX, dir=settings.DATA_DIR)))
        area.new.mkdir()
        area.old.mkdir()
        return area

    def swap_files(self, database: Path | None = None, aside: tuple[Path, ...] = ()) -> None:
        """Writes down the moves and makes them; the database's step comes after.

        ``database`` is SQLite's new file, which that step takes away; ``aside`` is what lies beside the old one.
        """
        folder = Path(settings.DATA_DIR)
        out = [(path, self.old / path.name) for path in sorted(folder.iterdir()) if not is_excluded_from_backup(path)]
        out += [(path, path.with_name(f".{path.name}{REPLACED}")) for path in aside]
        into = [(path, folder / path.name) for path in sorted(self.new.iterdir())]
        self.write_down({"database": str(database or ""), "out": as_text(out), "into": as_text(into)})
        for source, target in out + into:
            os.rename(source, target)
        self.sync()

    def write_down(self, plan: dict) -> None:
        """Write the plan atomically."""
        unfinished = self.plan.with_suffix(".part")
        with unfinished.open("w") as file:
            json.dump(plan, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(self.plan)
        self.sync()

    def sync(self) -> None:
        """Makes the moves outlast a power cut."""
        for folder in (self.new, self.old, self.path, Path(settings.DATA_DIR)):
            sync_folder(folder)

    def finish(self) -> None:
        """Throws away the old files where the database is the new one, the new files where it is the old one."""
        plan = json.loads(self.plan.read_text()) if self.plan.exists() else None
        if plan and not self.is_done(plan["database"]):
            self.move_back(plan)
        # The plan goes first: read again when half of the area is gone, it would take the files in use for new ones.
        self.plan.unlink(missing_ok=True)
        sync_folder(self.path)
        for _source, target in plan["out"] if plan else ():
            if target.endswith(REPLACED):
                Path(target).unlink(missing_ok=True)
        shutil.rmtree(self.path)

    def move_back(self, plan: dict) -> None:
        """Undoes the moves that were made, as often as it is asked to."""
        for source, target in plan["into"]:
            if os.path.lexists(target) and not os.path.lexists(source):
                os.rename(target, source)
        for source, target in plan["out"]:
            if os.path.lexists(target):  # over a secret key that was made because there was none
                os.replace(target, source)
        self.sync()

    def is_done(self, database: str) -> bool:
        """Whether the database is the new one."""
        if database:
            return not Path(database).exists()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])  # waits for one that is just ending
            cursor.execute("SELECT obj_description(to_regclass('django_migrations'), 'pg_class')")
            return cursor.fetchone()[0] == self.path.name

    def leave_mark(self, cursor) -> None:
        """Leaves the area's name in a PostgreSQL database, so that it is there if the transaction is."""
        cursor.execute(f"COMMENT ON TABLE django_migrations IS '{self.path.name}'")


def as_text(moves: list[tuple[Path, Path]]) -> list[tuple[str, str]]:
    """Moves as a plan writes them."""
    return [(str(source), str(target)) for source, target in moves]


def fresh_database() -> Path:
    """Where a new SQLite database is made: beside the one in use, so that one step puts it in its place."""
    live = database_file()
    return live.with_name(f".{live.name}.restoring")


def remove_fresh_database() -> None:
    """Takes away a new SQLite database that did not come into use."""
    for path in sqlite_files(fresh_database()):
        path.unlink(missing_ok=True)


def finish_restores() -> None:
    """Settles every area; whoever calls it has the data folder alone."""
    for path in Path(settings.DATA_DIR).glob(f"{PREFIX}*"):
        RestoreArea(path).finish()
    if connection.vendor == "sqlite":
        remove_fresh_database()


def finish_interrupted_restore() -> None:
    """Finishes or takes back a restore that was cut short; leaves one alone that goes on."""
    if not any(Path(settings.DATA_DIR).glob(f"{PREFIX}*")):
        return
    try:
        folder = lock_data_folder(alone=True)
    except FolderInUse:
        return
    try:
        finish_restores()
    finally:
        os.close(folder)
        connection.close()  # or the server's processes would inherit it
