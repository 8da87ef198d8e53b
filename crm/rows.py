"""Inserts rows as they are, past save() and signals."""

from collections.abc import Iterable

from django.db import connection


def insert_rows(model, rows: Iterable[list], fields=None) -> None:
    """Insert rows of a table, each a list of prepared values in the order of ``fields`` (else the concrete fields)."""
    fields = model._meta.concrete_fields if fields is None else fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})", rows)
