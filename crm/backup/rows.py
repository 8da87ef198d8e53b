"""The rows of every table as text, the same for SQLite and PostgreSQL, so that an office can move between them.

An older archive is read with the models of its own day and migrated afterwards.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from crm.backup.errors import ArchiveError
from crm.dates import PartialDate
from crm.rows import insert_rows

CHUNK = 1000


def applied_leaves(applied: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last applied migration of each app; raises ArchiveError for a migration this program does not know."""
    graph = MigrationLoader(None).graph
    for app, name in sorted(applied):
        if (app, name) not in graph.nodes:
            raise ArchiveError(f"The data are of a newer Wanglai, which has {app}.{name}; update this one first.")
    return sorted(
        key for key in applied if not any(c.key in applied and c.key[0] == key[0] for c in graph.node_map[key].children)
    )


def models_at(leaves: list[tuple[str, str]]) -> list:
    """The models as they were at these migrations, join tables included."""
    models = MigrationLoader(None).project_state(leaves).apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def in_backup(models: Iterable) -> list:
    """The models whose rows an archive holds: all but those that settings or the model itself leave out."""
    return [model for model in models if not is_left_out(model)]


def is_left_out(model) -> bool:
    """Whether a table is of the moment: sign-ins, jobs, what is counted or indexed anew. A join table goes as its own.

    The model of an older day is asked through today's of the same name.
    """
    meta = (model._meta.auto_created or model)._meta
    if meta.app_label in settings.NOT_IN_BACKUP:
        return True
    today = apps.all_models[meta.app_label].get(meta.model_name)
    return not getattr(today, "in_backup", True)


def to_plain(value):
    """A column's value as JSON has it; exact to the microsecond and the last decimal."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | PartialDate | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


def dump_rows(model) -> Iterator[bytes]:
    """A table's rows, one JSON list a line, in the order of its concrete fields."""
    names = [field.attname for field in model._meta.concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=CHUNK):
        yield json.dumps(row, default=to_plain, ensure_ascii=False).encode() + b"\n"


def load_rows(model, lines) -> int:
    """Inserts a table's rows as they are, past save() and signals; returns how many."""
    fields = model._meta.concrete_fields
    count = 0
    for batch in batched(lines, CHUNK):
        rows = [zip(fields, json.loads(line), strict=True) for line in batch]
        insert_rows(model, [[stored_value(field, value) for field, value in row] for row in rows])
        count += len(batch)
    return count


def batched(lines, size: int) -> Iterator[list]:
    """Lines in lists of a size, the last one shorter; itertools has it from Python 3.12 on."""
    lines = iter(lines)
    while batch := list(islice(lines, size)):
        yield batch


def stored_value(field, value):
    """A JSON value as the database takes it."""
    return field.get_db_prep_save(to_python(field, value), connection)


def to_python(field, value):
    """A JSON value as its field holds it; a JSONField's is what it is."""
    return value if value is None or field.get_internal_type() == "JSONField" else field.to_python(value)
