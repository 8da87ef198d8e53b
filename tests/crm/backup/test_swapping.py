"""Files and a database change places; whatever cuts it short, the next to come finds the old or the new."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from crm.backup import swapping
from crm.backup.swapping import RestoreArea, finish_interrupted_restore

OLD = {"secret_key": "old", "files/a": "old", "only_old": "old", "db": "old", "db-wal": "old", "static/x": "old"}
NEW = {"secret_key": "new", "files/b": "new", "only_new": "new", "db": "new", "static/x": "old"}


class Died(BaseException):
    """The process died here."""


@pytest.fixture
def folder(tmp_path, settings):
    """A data folder with a database of its own, which ``change_database`` replaces."""
    folder = tmp_path / "var"
    settings.DATA_DIR, settings.STATIC_ROOT = folder, folder / "static"
    write(folder, OLD)
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def found(folder: Path) -> dict[str, str]:
    """All files there are, those of an area too."""
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def is_excluded_from_backup(path: Path) -> bool:
    return path.name.startswith((".", "static", "db"))


@pytest.fixture
def area(folder, monkeypatch):
    """A area with the new files; the database ``db`` stays where it is until it is replaced."""
    monkeypatch.setattr(swapping, "is_excluded_from_backup", is_excluded_from_backup)
    area = RestoreArea.make()
    write(area.new, {name: text for name, text in NEW.items() if not name.startswith(("db", "static"))})
    write(folder, {".db.restoring": "new"})
    return area


def swap(area: RestoreArea, folder: Path) -> None:
    area.swap_files(folder / ".db.restoring", aside=(folder / "db-wal",))
    os.replace(folder / ".db.restoring", folder / "db")


@contextmanager
def death_after(calls: int, *functions):
    """The process dies when these functions, (module, name) each, are called once more than so often."""
    left = [calls]

    def dying(real):
        def call(*arguments, **options):
            if not left[0]:
                raise Died
            left[0] -= 1
            return real(*arguments, **options)

        return call

    with pytest.MonkeyPatch.context() as patched:
        for module, name in functions:
            patched.setattr(module, name, dying(getattr(module, name)))
        with pytest.raises(Died):
            yield


def test_all_change_places(area, folder):
    swap(area, folder)
    finish_interrupted_restore()
    assert found(folder) == NEW


@pytest.mark.parametrize("calls", range(9))
def test_cut_short_before_the_database_everything_moves_back(calls, area, folder):
    with death_after(calls, (os, "rename"), (os, "replace")):
        swap(area, folder)
    if not (folder / "secret_key").exists():
        (folder / "secret_key").write_text("made by whoever came next")
    finish_interrupted_restore()
    (folder / ".db.restoring").unlink(missing_ok=True)
    assert found(folder) == OLD


@pytest.mark.parametrize("calls", range(7))
def test_moving_back_can_be_cut_short_too(calls, area, folder):
    with death_after(0, (os, "replace")):
        swap(area, folder)
    with death_after(calls, (os, "rename"), (os, "replace"), (shutil, "rmtree")):
        finish_interrupted_restore()
    finish_interrupted_restore()
    (folder / ".db.restoring").unlink(missing_ok=True)
    assert found(folder) == OLD


def test_half_a_room_is_not_taken_for_a_plan(area, folder):
    with death_after(0, (os, "replace")):
        swap(area, folder)
    with death_after(0, (shutil, "rmtree")):
        finish_interrupted_restore()
    shutil.rmtree(area.new)
    finish_interrupted_restore()
    (folder / ".db.restoring").unlink(missing_ok=True)
    assert found(folder) == OLD


def test_a_file_that_cannot_move_takes_all_back(area, folder, monkeypatch):
    real = os.rename

    def refusing(source, target):
        if Path(source).name == "only_old":
            raise OSError("busy")
        real(source, target)

    monkeypatch.setattr(os, "rename", refusing)
    with pytest.raises(OSError, match="busy"):
        swap(area, folder)
    finish_interrupted_restore()
    (folder / ".db.restoring").unlink()
    assert found(folder) == OLD


def test_a_restore_that_goes_on_is_left_alone(area, folder):
    holder = swapping.lock_data_folder(alone=True)
    finish_interrupted_restore()
    os.close(holder)
    assert area.path.exists()
