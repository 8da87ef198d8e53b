"""The security log outlasts a restore: the union of both, each row once, and the restore's own."""

import json
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from crm.backup import kept_log
from crm.backup.kept_log import keep_log, log_backup, set_log_aside
from crm.models import SecurityEvent
from tests.factories import SecurityEventFactory

MADE = {"made": "2020-04-20T04:00:00+00:00"}


@contextmanager
def another_database():
    """Rows that are gone afterwards, as those of the database that a restore replaces."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_log_that_is_replaced_joins_the_one_restored(tmp_path):
    with another_database():
        both, here = SecurityEventFactory(facts={"file": "甲.pdf", "bytes": 7}), SecurityEventFactory(account="here")
        before = {event.pk: event.as_json() for event in (both, here)}
        set_log_aside(tmp_path / "log")
    there = SecurityEventFactory(account="there")
    SecurityEvent.objects.bulk_create([both])
    restore = keep_log(tmp_path / "log", MADE, "a.zip")
    rows = {event.pk: event for event in SecurityEvent.objects.all()}
    assert set(rows) == {both.pk, here.pk, there.pk, restore.pk}
    assert {key: rows[key].as_json() for key in before} == before
    told = rows[restore.pk]
    assert (told.kind, told.account, told.address) == ("restore", "", "command")
    assert {name: told.facts[name] for name in ("file", "made", "kept")} == {
        "file": "a.zip",
        "made": MADE["made"],
        "kept": 1,
    }


@pytest.mark.django_db
def test_a_database_without_a_log_gives_none(tmp_path, monkeypatch):
    SecurityEventFactory()
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    set_log_aside(tmp_path / "log")
    assert (tmp_path / "log").read_text() == ""


@pytest.mark.django_db
def test_a_log_of_another_day_is_kept_by_the_columns_it_has(tmp_path, monkeypatch):
    whole = connection.introspection.get_table_description
    monkeypatch.setattr(
        connection.introspection,
        "get_table_description",
        lambda *asked: [column for column in whole(*asked) if column.name != "name"],
    )
    with another_database():
        SecurityEventFactory(name="王文")
        set_log_aside(tmp_path / "log")
    (row,) = map(json.loads, (tmp_path / "log").read_text().splitlines())
    assert (row["account"], "name" in row) == ("clerk", False)
    keep_log(tmp_path / "log", MADE, "a.zip")
    assert SecurityEvent.objects.get(kind="sign_in").name == ""


@pytest.mark.django_db
def test_a_backup_is_on_the_log_and_none_where_the_log_has_no_table_yet(monkeypatch):
    log_backup("/backups/a.zip")
    assert [(event.kind, event.facts["file"]) for event in SecurityEvent.objects.all()] == [
        ("backup", "/backups/a.zip")
    ]
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    log_backup("/backups/b.zip")
    assert SecurityEvent.objects.count() == 1


@pytest.mark.django_db
def test_a_backup_before_an_upgrade_does_not_wait_for_a_column_that_is_not_there_yet(monkeypatch):
    monkeypatch.setattr(kept_log, "columns_in_use", lambda: {"id", "kind", "facts"})
    log_backup("/backups/before-upgrade.zip")
    assert not SecurityEvent.objects.exists()


@pytest.mark.django_db
def test_looking_for_the_log_makes_no_database(monkeypatch, tmp_path):
    monkeypatch.setattr(kept_log, "database_file", lambda: tmp_path / "none.sqlite3")
    monkeypatch.setattr(connection, "vendor", "sqlite")
    set_log_aside(tmp_path / "log")
    assert [path.name for path in tmp_path.iterdir()] == ["log"]
