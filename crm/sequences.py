"""The numbers tables give their rows: the last one given, which no restore gives again, and numbers taken at once."""

from django.core.management.color import no_style
from django.db import connection, models

LAST_VALUE = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)"
NEXT_VALUES = "SELECT {}, nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
SET_VALUE = "SELECT setval(pg_get_serial_sequence(%s, %s), %s)"


def numbered(all_models: list) -> list:
    """The models whose keys the database gives."""
    return [model for model in all_models if isinstance(model._meta.pk, models.AutoField)]


def last_numbers(all_models: list) -> dict[str, int]:
    """The last number given by model, be its row deleted since or not; models that gave none are left out."""
    with connection.cursor() as cursor:
        given = {model._meta.label: last_number(cursor, model) for model in numbered(all_models)}
    return {label: number for label, number in given.items() if number}


def last_number(cursor, model) -> int | None:
    """The last number a model's table has given."""
    if connection.vendor == "sqlite":
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
    else:
        cursor.execute(LAST_VALUE, sequence_of(model))
    row = cursor.fetchone()
    return row and row[0]


def continue_after(last: dict[str, int], all_models: list) -> None:
    """Lets each table go on after its highest row, and after the last number it is known to have given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), all_models):
            cursor.execute(statement)
        for model in numbered(all_models):
            number = last.get(model._meta.label, 0)
            if number > (last_number(cursor, model) or 0):
                set_last_number(cursor, model, number)


def set_last_number(cursor, model, number: int) -> None:
    """Has a table give the next number."""
    if connection.vendor == "sqlite":
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [model._meta.db_table, number])
    else:
        cursor.execute(SET_VALUE, [*sequence_of(model), number])


def sequence_of(model) -> list[str]:
    """How PostgreSQL is asked for the sequence of a model's key."""
    return [connection.ops.quote_name(model._meta.db_table), model._meta.pk.column]


def take_numbers(counts: dict) -> dict[type, list[int]]:
    """Take the next keys for new rows, {model: how many}, inside the transaction that inserts them.

    On SQLite the transaction must hold the write lock already, as ours do from their beginning.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return take_after_last(cursor, counts)
        return take_next(cursor, counts)


def take_after_last(cursor, counts: dict) -> dict[type, list[int]]:
    """Return the numbers after the last of each table; SQLite itself remembers the highest that is inserted."""
    cursor.execute("SELECT name, seq FROM sqlite_sequence")
    last = dict(cursor.fetchall())
    first = {model: last.get(model._meta.db_table, 0) + 1 for model in counts}
    return {model: list(range(first[model], first[model] + count)) for model, count in counts.items()}


def take_next(cursor, counts: dict) -> dict[type, list[int]]:
    """Take numbers from the tables' PostgreSQL sequences, which never give them again."""
    taken = {model: [] for model in counts}
    if not counts:
        return taken
    arguments = [argument for model, count in counts.items() for argument in (*sequence_of(model), count)]
    cursor.execute(" UNION ALL ".join(NEXT_VALUES.format(place) for place in range(len(counts))), arguments)
    models = list(counts)
    for place, number in cursor.fetchall():
        taken[models[place]].append(number)
    return taken
