"""The database itself refuses to change what is written once, by whatever way it is asked."""

import io
import json
import shutil

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import IntegrityError, connection, models, transaction

from correspondence.models import Letter, SealUse, Version
from crm.actions.gifts import enter_gift
from crm.actions.ledger import link_entries
from crm.models import HandOverItem, LedgerEntry, LedgerLink, LedgerPartner, LinkKind
from crm.models.append_only import AppendOnly
from crm.triggers import drop_triggers, guarded_models, make_triggers, missing_triggers, standing, triggers
from tests.factories import CourtesyFactory, GiftFactory, LetterFactory
from tests.installation import HERE, ROOT, Installation, Server
from tests.test_factories import FACTORIES

REFUSED = "written once"
on_postgresql = pytest.mark.skipif(HERE != "postgresql", reason="SQLite has no such statement")
on_sqlite = pytest.mark.skipif(HERE != "sqlite", reason="only SQLite has this statement")


def linked() -> LedgerLink:
    """Help of ours that answers help of theirs."""
    earlier, later = CourtesyFactory(), CourtesyFactory(direction="given")
    return link_entries(by=None, source=later, target=earlier, kind=LinkKind.ANSWERS)


OTHERWISE = {LedgerPartner: lambda: CourtesyFactory().partners.get(), LedgerLink: linked}


def row_of(model):
    """A row of a guarded model."""
    factory = next((made for made in FACTORIES.values() if made._meta.model is model), None)
    return (OTHERWISE.get(model) or factory)()


def refused(work, *arguments) -> None:
    """Do what the database has to refuse."""
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        work(*arguments)


def execute(statement: str, row) -> None:
    """Send SQL about a row's table: {table}, {columns} and the row's {key} are filled in."""
    columns = ", ".join(connection.ops.quote_name(field.column) for field in row._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(statement.format(table=row._meta.db_table, columns=columns, key=row.pk))


def test_the_ledger_and_whatever_else_is_append_only_is_guarded():
    guarded = set(guarded_models())
    assert {LedgerEntry, LedgerPartner, LedgerLink, HandOverItem, Version, SealUse} <= guarded
    assert guarded == {model for model in models_below(AppendOnly) if not model._meta.abstract}


def models_below(base):
    for model in base.__subclasses__():
        yield model
        yield from models_below(model)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET id = id",
        "DELETE FROM {table}",
        "INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true "
        "ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id",
        pytest.param("INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}", marks=on_sqlite),
        pytest.param("UPDATE OR REPLACE {table} SET id = id", marks=on_sqlite),
        pytest.param("TRUNCATE {table} CASCADE", marks=on_postgresql),
    ],
)
@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model.__name__)
def test_no_statement_changes_a_row(model, statement, db):
    row = row_of(model)
    connection.check_constraints()  # PostgreSQL truncates no table whose rows wait for a check
    before = list(model._base_manager.order_by("pk").values())
    refused(execute, statement, row)
    assert list(model._base_manager.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "way",
    [
        lambda entry, other: LedgerEntry._base_manager.filter(pk=entry.pk).update(summary="x"),
        lambda entry, other: models.QuerySet(LedgerEntry).filter(pk=entry.pk).update(summary="x"),
        lambda entry, other: LedgerPartner._base_manager.filter(entry=entry).delete(),
        lambda entry, other: LedgerEntry.objects.filter(pk=entry.pk)._raw_delete("default"),
        lambda entry, other: models.Model.save(LedgerEntry(pk=entry.pk, kind="visit", day="2020", direction="given")),
        lambda entry, other: entry.gift.entries.add(other),
        lambda entry, other: entry.partners.add(other.partners.get()),
        lambda entry, other: entry.links.add(*other.links.all()),
    ],
)
def test_no_way_of_django_leads_round(way, db):
    entry, other = enter_gift(by=None, gift=GiftFactory()), linked().source
    refused(way, entry, other)


def test_new_rows_are_written_as_ever(db):
    link = linked()
    assert (LedgerEntry.objects.count(), LedgerLink.objects.get()) == (2, link)


def test_loaddata_brings_new_rows_and_changes_none(db, tmp_path):
    entry, file = CourtesyFactory(summary="five doctors"), tmp_path / "entries.json"
    call_command("dumpdata", "crm.ledgerentry", output=str(file), verbosity=0)
    rows = json.loads(file.read_text())
    rows[0]["pk"] += 1
    file.write_text(json.dumps(rows))
    call_command("loaddata", file, verbosity=0)
    rows[0]["fields"]["summary"] = "x"
    file.write_text(json.dumps(rows))
    refused(lambda: call_command("loaddata", file, verbosity=0))
    said = LedgerEntry.objects.order_by("pk").values_list("pk", "summary")
    assert list(said) == [(entry.pk, "five doctors"), (entry.pk + 1, "five doctors")]


@pytest.mark.parametrize("field", ["number", "number_folded", "day", "pdf_sha256"])
def test_what_an_issued_letter_bears_is_fixed(field, db):
    letter = LetterFactory(state="issued")
    other = {"day": "1999", "pdf_sha256": "0" * 64}.get(field, "衡外函〔1999〕1号")
    refused(lambda: Letter._base_manager.filter(pk=letter.pk).update(**{field: other}))
    refused(execute, "DELETE FROM {table} WHERE id = {key}", letter)
    assert Letter._base_manager.filter(pk=letter.pk).update(title="x") == 1


def test_a_draft_is_not_fixed(db):
    letter = LetterFactory()
    assert Letter._base_manager.filter(pk=letter.pk).update(day="2020-05-01") == 1


def test_making_them_twice_is_harmless_and_dropping_takes_all(db):
    there = standing()
    make_triggers()
    assert standing() == there == {(trigger.name, trigger.table) for trigger in triggers()}
    drop_triggers()
    assert standing() == set()
    LedgerEntry._base_manager.update(summary="x")
    make_triggers()
    assert standing() == there


def test_without_them_the_check_names_each(db):
    call_command("check_triggers")
    drop_triggers()
    with pytest.raises(CommandError) as refusal:
        call_command("check_triggers")
    assert [trigger.name for trigger in triggers() if trigger.name not in str(refusal.value)] == []
    make_triggers()
    call_command("check_triggers")


@on_postgresql
def test_a_trigger_that_is_switched_off_is_missing_and_made_anew(db):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE crm_ledgerentry DISABLE TRIGGER written_once_update_crm_ledgerentry")
    assert [trigger.name for trigger in missing_triggers()] == ["written_once_update_crm_ledgerentry"]
    make_triggers()
    assert missing_triggers() == []


@on_sqlite
def test_a_connection_on_which_a_replaced_row_goes_unseen_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=OFF")
        try:
            with pytest.raises(CommandError, match="recursive_triggers"):
                call_command("check_triggers")
        finally:
            cursor.execute("PRAGMA recursive_triggers=ON")


def test_flush_empties_all_and_leaves_them_standing(db):
    CourtesyFactory()
    connection.check_constraints()
    call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
    assert (LedgerEntry.objects.count(), missing_triggers()) == (0, [])


def test_whoever_migrates_or_flushes_comes_to_our_commands():
    assert [get_commands()[name] for name in ("migrate", "flush")] == ["crm", "crm"]


def test_asking_what_would_be_migrated_drops_none(db, monkeypatch):
    monkeypatch.setattr("crm.triggers.drop_triggers", lambda: pytest.fail("dropped"))
    call_command("migrate", plan=True, stdout=io.StringIO())
    call_command("migrate", check_unapplied=True, stdout=io.StringIO())
    assert missing_triggers() == []


# A later migration -----------------------------------------------------------------------------------------------

LATER = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("crm", "{leaf}")]
    operations = [migrations.AlterField("LedgerEntry", "summary", models.CharField(max_length=400, blank=True))]
"""
SETTINGS = """
from crm.settings import *
MIGRATION_MODULES = {"crm": "later_migrations"}
"""
RECORD = """
from datetime import date
from crm.actions.ledger import record_courtesy
from crm.actions.places import record_city
from crm.dates import PartialDate
city = record_city(by=None, country_id="ES", names=[{"language": "en", "text": "Guadalajara"}])
record_courtesy(by=None, direction="received", kind="service", day=PartialDate(date(2020, 2, 5)), partners=[city])
"""
CHANGE = """
from django.db import IntegrityError
from crm.models import LedgerEntry
try:
    print(LedgerEntry._base_manager.update(summary="x"))
except IntegrityError as error:
    print(error)
"""
MIGRATE_WITHOUT = """
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
executor.migrate(executor.loader.graph.leaf_nodes())
"""


START = """
import contextlib, sys
sys.path.insert(0, "bin")
import _prepare
from crm.management.commands import migrate
from crm.triggers import drop_triggers
drop_triggers()
{}
_prepare.fill_database(False)
"""


@pytest.fixture
def office(tmp_path):
    """An installation with an entry in its ledger."""
    server = Server()
    office = Installation(tmp_path / "var", server.new() if HERE == "postgresql" else "")
    office.folder.mkdir()
    office.must("migrate", "--verbosity=0")
    office.must("shell", "--no-imports", "--command", RECORD)
    yield office
    server.drop_all()


@pytest.fixture
def rebuilt(office, tmp_path):
    """The same of a later Wanglai, whose migration makes the table of entries anew on SQLite."""
    migrations = tmp_path / "later" / "later_migrations"
    shutil.copytree(ROOT / "crm" / "migrations", migrations)
    leaf = sorted(path.stem for path in migrations.glob("0*.py"))[-1]
    (migrations / "9999_longer_summary.py").write_text(LATER.format(leaf=leaf))
    (tmp_path / "later" / "later_settings.py").write_text(SETTINGS)
    office.environment |= {"PYTHONPATH": str(tmp_path / "later"), "DJANGO_SETTINGS_MODULE": "later_settings"}
    return office


@pytest.mark.slow
def test_a_migration_that_makes_a_guarded_table_anew_leaves_all_standing(rebuilt):
    rebuilt.must("migrate", "--verbosity=0")
    rebuilt.must("check_triggers")
    said = rebuilt.must("shell", "--no-imports", "--command", CHANGE).splitlines()
    assert said[0] == "rows of crm_ledgerentry are written once"


@pytest.mark.slow
@on_sqlite
def test_the_check_sees_those_that_sqlite_drops_with_a_rebuilt_table(rebuilt):
    rebuilt.must("shell", "--no-imports", "--command", MIGRATE_WITHOUT)
    names = "written_once_update_crm_ledgerentry, written_once_delete_crm_ledgerentry"
    assert rebuilt.refused("check_triggers").endswith(f"It lacks: {names}.")
    rebuilt.must("migrate", "--verbosity=0")
    rebuilt.must("check_triggers")


@pytest.mark.slow
def test_a_start_makes_those_that_a_kill_has_left_away(office):
    office.must("shell", "--no-imports", "--command", START.format(""))
    office.must("check_triggers")


@pytest.mark.slow
def test_a_start_without_them_is_refused(office):
    done = office.manage("shell", "--no-imports", "--command", START.format("migrate.lifted = contextlib.nullcontext"))
    assert "CommandError: The database does not guard what is written once" in done.stderr
    assert done.returncode != 0
