"""Rows that do not fit are refused in a sentence, whatever they are."""

import json
import zipfile

import pytest

from crm.backup.errors import ArchiveError
from crm.backup.filling import put_rows, refuse_unknown_tables
from crm.backup.reading import read_manifest
from crm.models import LedgerEntry
from tests.crm.backup.test_reading import GOOD, LEDGER, write

ROW = [1, "received", "goods", "2020-04-20", None, None, None, "", None, "2020-04-20T00:00:00+00:00"]
HUGE = json.dumps([10**30] + [None] * (len(LedgerEntry._meta.concrete_fields) - 1)).encode() + b"\n"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (b'[1, "no such shape"]\n', "does not fit this database: rows/crm.LedgerEntry.jsonl: zip() argument 2 is"),
        (HUGE, "does not fit this database: rows/crm.LedgerEntry.jsonl: "),
        (b"[" * 100_000 + b"\n", "does not fit this database: rows/crm.LedgerEntry.jsonl: maximum recursion"),
        (b"[1]", "does not fit this database: rows/crm.LedgerEntry.jsonl: a row without its end"),
        (b"{}\n", "does not fit this database: rows/crm.LedgerEntry.jsonl: zip() argument 2 is"),
        (b"not json\n", "does not fit this database: rows/crm.LedgerEntry.jsonl: Expecting value"),
    ],
)
def test_rows_that_do_not_fit_are_refused(rows, sentence, tmp_path, db):
    path = write(tmp_path / "bad.zip", GOOD | {LEDGER: rows})
    with zipfile.ZipFile(path) as archive, pytest.raises(ArchiveError) as refusal:
        put_rows(archive, read_manifest(archive), LedgerEntry)
    assert str(refusal.value).startswith(f"The archive {sentence}")


def test_a_table_that_its_day_did_not_know_is_refused():
    with pytest.raises(ArchiveError) as refusal:
        refuse_unknown_tables({"rows": {"crm.LedgerEntry": 0, "crm.Evil": 3}}, [LedgerEntry])
    assert str(refusal.value) == "The archive is damaged: it has rows of crm.Evil, which its day did not know."
