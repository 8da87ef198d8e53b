"""Who holds the data folder, and what of it a backup keeps."""

from pathlib import Path

import pytest

from crm.backup.data_folder import FolderInUse, holding_folder, is_our_own, kept_paths


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"


def test_many_hold_the_folder_or_one_alone():
    with (
        holding_folder(),
        holding_folder(),
        pytest.raises(FolderInUse, match="stop bin/run"),
        holding_folder(alone=True),
    ):
        pass
    with holding_folder(alone=True), pytest.raises(FolderInUse, match="wait for its end"), holding_folder():
        pass
    with holding_folder(alone=True):
        pass  # nobody is left over


def test_what_cannot_be_made_again_is_kept(tmp_path):
    kept = ["demo_password", "files/enclosures/2020/04/scan.pdf", "fonts/仿宋.ttf", "secret_key"]
    others = ["static/site.css", ".preparing", "a.zip", "backups/a.zip", "files/half.part", "wanglai.sqlite3-wal"]
    for name in kept + others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [str(Path(path).relative_to(tmp_path)) for path in kept_paths()] == kept


@pytest.mark.parametrize("name", ["wanglai.sqlite3", "WANGLAI.sqlite3-wal", "Static", ".preparing"])
def test_places_of_our_own_are_known_in_any_case(name):
    assert is_our_own(name)


@pytest.mark.parametrize("name", ["files", "secret_key", "fonts", "statics"])
def test_other_places_are_not_ours(name):
    assert not is_our_own(name)
