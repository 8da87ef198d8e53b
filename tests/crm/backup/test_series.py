"""The command itself knows when the next backup is due, and throws away only what it made."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crm.backup import series
from crm.backup.series import file_name, is_due, made_here, write_next
from tests.crm.backup.test_reading import GOOD, write

NOON = datetime(2020, 4, 20, 4, tzinfo=UTC)  # twelve o'clock in Shanghai


def backup(folder: Path, made: datetime, prefix: str = "wanglai") -> Path:
    return write(folder / file_name(prefix, made), GOOD, made=made.isoformat())


@pytest.fixture
def written(monkeypatch):
    """Archives are written with a few entries instead of an office."""
    monkeypatch.setattr(series, "write_archive", lambda target, made: write(target, GOOD, made=made.isoformat()))


def test_the_first_is_due_at_once_and_the_next_by_the_offices_calendar(tmp_path):
    assert is_due(tmp_path, "wanglai", 1, date(2020, 4, 20))
    backup(tmp_path, datetime(2020, 4, 20, 15, 59, tzinfo=UTC))  # a minute to midnight
    assert not is_due(tmp_path, "wanglai", 1, date(2020, 4, 20))
    assert is_due(tmp_path, "wanglai", 1, date(2020, 4, 21))
    assert [is_due(tmp_path, "wanglai", 7, date(2020, 4, day)) for day in (26, 27)] == [False, True]


def test_the_oldest_go_and_never_what_somebody_else_put_there(tmp_path, written):
    old = [backup(tmp_path, NOON - timedelta(days=days)) for days in (5, 4, 3, 2)]
    others = [
        backup(tmp_path, NOON - timedelta(days=9), "before-upgrade"),
        backup(tmp_path, NOON - timedelta(days=9)).rename(tmp_path / "wanglai-of-april.zip"),
        write(tmp_path / "wanglai-20200101T000000Z.zip", GOOD, made="2020-01-02T00:00:00+00:00"),  # renamed by hand
        tmp_path / "wanglai-20200102T000000Z.zip",  # no archive
        tmp_path / "wanglai-20200103T000000Z.zip",  # a link
        tmp_path / "list.txt",
    ]
    others[3].write_bytes(b"PK")
    others[4].symlink_to(old[0])
    others[5].touch()
    new, _manifest = write_next(tmp_path, "wanglai", 3, NOON)
    assert new.name == "wanglai-20200420T040000Z.zip"
    assert {*tmp_path.iterdir()} == {*old[2:], new, *others}


def test_a_damaged_one_does_not_count_as_the_newest(tmp_path):
    newest = backup(tmp_path, NOON)
    newest.write_bytes(newest.read_bytes()[:-40])
    assert made_here(tmp_path, "wanglai") == []
    assert is_due(tmp_path, "wanglai", 7, date(2020, 4, 20))


def test_nothing_goes_where_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    old = [backup(tmp_path, NOON - timedelta(days=days)) for days in (3, 2, 1)]

    def full(_target, _made):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(series, "write_archive", full)
    with pytest.raises(OSError, match="No space"):
        write_next(tmp_path, "wanglai", 1, NOON)
    assert {*tmp_path.iterdir()} == {*old}
