"""The mark that a restore leaves, in the data folder."""

import json

import pytest

from crm.backup.restored import mark_restore, remove_mark, restore_mark


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_the_mark_keeps_what_was_known_before(tmp_path):
    mark_restore("2020-04-01T00:00:00+00:00", {"锡外函〔2020〕": 58})
    assert json.loads((tmp_path / ".restored.json").read_text()) == restore_mark()
    assert restore_mark()["before"] == {"锡外函〔2020〕": 58}


def test_without_a_restore_there_is_no_mark_and_one_that_cannot_be_read_counts(tmp_path):
    assert restore_mark() is None
    (tmp_path / ".restored.json").write_text("{")
    assert restore_mark() == {"made": "", "before": {}}
    remove_mark()
    remove_mark()
    assert restore_mark() is None
