"""Triggers by which the database itself refuses to change what is written once, whoever asks and by whatever way.

Guarded are the rows of every AppendOnly model, and the columns that a model names in ``fixed_with``. A trigger's body
only raises and reads no table, not even its own: SQLite checks all bodies whenever it rebuilds a table, and a
migration would die of one that names a table which is just being made anew. SQLite also drops a rebuilt table's
triggers without a word. So ``lifted`` goes round whatever migrates or empties tables: our ``migrate`` and ``flush``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction

from crm.models.append_only import AppendOnly

PREFIX = "written_once_"  # whatever bears it is ours, also where its model has another name by now
REFUSAL = "rows of %s are written once"
FUNCTION = f"{PREFIX}refuse"
STANDING = {
    "sqlite": f"SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '{PREFIX}%'",
    "postgresql": f"""
        SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE tgname LIKE '{PREFIX}%' AND tgenabled <> 'D' AND pg_table_is_visible(tgrelid)""",
}
MAKE_FUNCTION = f"""
    CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE integrity_constraint_violation USING MESSAGE = format('{REFUSAL}', TG_TABLE_NAME); END $$"""


@dataclass(frozen=True)
class Trigger:
    """A trigger on a table: before which deed it refuses, and for which rows (SQL on ``columns``; empty for all)."""

    table: str
    deed: str
    when: str = ""
    columns: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """How the database calls it."""
        return f"{PREFIX}{self.deed}_{self.table}"

    @property
    def sql(self) -> str:
        """The statement that makes it, in the words of the database in use."""
        on_sqlite, rows = connection.vendor == "sqlite", "STATEMENT" if self.deed == "truncate" else "ROW"
        refuse = f"EXECUTE FUNCTION {FUNCTION}()"
        if on_sqlite:
            refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL % self.table}'); END"
        when = f"WHEN ({self.when})" if self.when else ""
        quote = connection.ops.quote_name
        return (
            f"CREATE TRIGGER {quote(self.name)} BEFORE {self.deed.upper()} ON {quote(self.table)} "
            f"FOR EACH {rows} {when} {refuse}"
        )


def guarded_models() -> list:
    """The models whose rows are never changed, found by their base class."""
    return [model for model in apps.get_models() if issubclass(model, AppendOnly)]


def triggers() -> Iterator[Trigger]:
    """All triggers there have to be; SQLite knows no TRUNCATE."""
    deeds = ("update", "delete") if connection.vendor == "sqlite" else ("update", "delete", "truncate")
    for model in guarded_models():
        yield from (Trigger(model._meta.db_table, deed) for deed in deeds)
    for model in apps.get_models():
        if fixed := getattr(model, "fixed_with", None):
            yield from fixed_columns(model, *fixed)


def fixed_columns(model, filled: str, names: tuple[str, ...]) -> Iterator[Trigger]:
    """The triggers of columns, none of them NULL, that stay as they are once the text ``filled`` is not empty."""
    columns = {name: model._meta.get_field(name).column for name in (filled, *names)}
    column = {name: connection.ops.quote_name(of) for name, of in columns.items()}
    differs = " OR ".join(f"OLD.{column[name]} <> NEW.{column[name]}" for name in names)
    asked = frozenset(columns.values())
    yield Trigger(model._meta.db_table, "update", f"OLD.{column[filled]} <> '' AND ({differs})", asked)
    yield Trigger(model._meta.db_table, "delete", f"OLD.{column[filled]} <> ''", asked)


def standing() -> set[tuple[str, str]]:
    """The triggers of ours that stand, as (name, table)."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        return set(cursor.fetchall())


def missing_triggers() -> list[Trigger]:
    """Those that have to be there and are not."""
    there = standing()
    return [trigger for trigger in triggers() if (trigger.name, trigger.table) not in there]


def drop_triggers() -> None:
    """Drop all triggers of ours."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name, table in sorted(standing()):
            drop_one(cursor, name, table)


def make_triggers() -> None:
    """Make those that are missing, on the tables and columns there are; does nothing where all stand."""
    wanted = [trigger for trigger in missing_triggers() if can_stand(trigger)]
    with transaction.atomic(), connection.cursor() as cursor:
        if wanted and connection.vendor == "postgresql":
            cursor.execute(MAKE_FUNCTION)
        for trigger in wanted:
            drop_one(cursor, trigger.name, trigger.table)  # on PostgreSQL it may be there and disabled
            cursor.execute(trigger.sql)


def can_stand(trigger: Trigger) -> bool:
    """Whether its table has the columns that it asks; somebody may have migrated back to a day when it had others."""
    with connection.cursor() as cursor:
        if trigger.table not in connection.introspection.table_names(cursor):
            return False
        described = connection.introspection.get_table_description(cursor, trigger.table) if trigger.columns else ()
    return trigger.columns <= {column.name for column in described}


def drop_one(cursor, name: str, table: str) -> None:
    """Drop a trigger, if it is there."""
    quote = connection.ops.quote_name
    of = f" ON {quote(table)}" if connection.vendor == "postgresql" else ""
    cursor.execute(f"DROP TRIGGER IF EXISTS {quote(name)}{of}")


@contextmanager
def lifted() -> Iterator[None]:
    """Take the triggers away for what migrates or empties tables, and make them again, whatever happens meanwhile.

    What is killed in between leaves them away; the next start makes them again.
    """
    drop_triggers()
    try:
        yield
    finally:
        make_triggers()
