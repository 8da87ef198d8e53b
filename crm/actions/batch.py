"""Inserts many new rows at once, with the history rows that auditlog would have written for each of them."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from auditlog import get_logentry_model
from auditlog.cid import get_cid
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import AutoField, prefetch_related_objects
from django.utils import timezone

from crm.history import changes_of_new
from crm.models.common import Named, compose_texts
from crm.models.item import ItemKind
from crm.rows import insert_rows
from crm.search.writing import NewWords
from crm.sequences import take_numbers

UNKNOWN = -1  # a key that is given when the rows are inserted; with None, Django would not let a row name its parts


@contextmanager
def without_garbage_rounds() -> Iterator[None]:
    """Keep the garbage collector out: it would go through all rows prepared, again and again, while others wait."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class NewRow:
    """A row to be inserted, and the columns that are known only then: its own key, those it points at, its address."""

    def __init__(self, record, parents: dict, actor: str):
        self.record, self.parents, self.actor = record, parents, actor
        self.values, self.told, self.words = [], [], ""

    def prepare(self) -> None:
        """Compute all that does not hang on keys, so that the time inside the transaction is short."""
        places = columns_of(type(self.record))
        later = {places["pk"][1], *given_late(self.record), self.actor, *self.parents}
        fields = self.record._meta.concrete_fields
        self.values = [field.get_db_prep_save(field.pre_save(self.record, True), connection) for field in fields]
        changes = changes_of_new(self.record)
        self.told = [json.dumps({name: change for name, change in changes.items() if name not in later})[1:-1]]
        self.words = str(self.record)

    def fill_in(self) -> None:
        """Set the keys that are known now, in the record, its columns and its history."""
        places = columns_of(type(self.record))
        self.fill_in_one(*places["pk"], self.record.pk)
        for name, parent in self.parents.items():
            key = parent and parent.pk
            self.record.__dict__[f"{name}_id"] = key  # setting it as usual would forget the parent
            self.fill_in_one(*places[name], key)
        for name in given_late(self.record):
            if (value := getattr(self.record, name)) is not None:
                self.fill_in_one(*places[name], value)

    def fill_in_one(self, place: int, name: str, value) -> None:
        """Set one column and what history says of it; a key or an address needs no escape in JSON."""
        self.values[place] = value
        self.told.append(f'"{name}": ["None", "{value}"]')

    @property
    def history(self) -> str:
        """What history says of the row, as JSON; built of texts, for the transaction waits for it."""
        return "{" + ", ".join(filter(None, self.told)) + "}"


class Batch:
    """New records and their parts, in the order in which they are inserted: parents before their parts."""

    def __init__(self):
        self.tables: dict[type, list[NewRow]] = {}
        self.found_by = NewWords([])

    def add(self, record, *, actor: str = "", **parents):
        """Add a new record and return it.

        ``parents`` are records of this batch by the name of the relation; ``actor`` names the relation to whoever
        inserts the batch.
        """
        record.pk = UNKNOWN
        for name, parent in parents.items():
            setattr(record, name, parent)
        if prepare := getattr(record, "prepare", None):
            prepare()
        compose_texts(record)
        record._prefetched_objects_cache = {}
        self.tables.setdefault(type(record), []).append(NewRow(record, parents, actor))
        return record

    def prepare(self) -> "Batch":
        """Compute all columns, history and words of the index that do not hang on keys; returns the batch."""
        self.read_words_outside()
        self.found_by = NewWords.of(self.tables)
        for rows in self.tables.values():
            for row in rows:
                row.prepare()
        return self

    def read_words_outside(self) -> None:
        """Read at once the words of the records that new rows point at: history says by them what a row is."""
        pointed = (row.record._state.fields_cache.values() for rows in self.tables.values() for row in rows)
        known = {record for records in pointed for record in records if record and record.pk != UNKNOWN}
        for model in {type(record) for record in known}:
            words = "names" if issubclass(model, Named) else "words" if model is ItemKind else None
            if words:
                prefetch_related_objects([record for record in known if type(record) is model], words)

    @without_garbage_rounds()
    def insert(self, *, by, settle: Callable | None = None) -> None:
        """Give keys and insert all rows, their history and what they are found by, inside a transaction.

        ``settle`` is called when all keys are known: it may set the records' ``slug``, and
        whatever else their model names in ``given_late``.
        """
        keys = take_numbers({model: len(rows) for model, rows in self.tables.items()})
        for model, rows in self.tables.items():
            for row, key in zip(rows, keys[model], strict=True):
                row.record.pk = key
                if row.actor:
                    row.parents[row.actor] = by
        if settle:
            settle()
        for model, rows in self.tables.items():
            for row in rows:
                row.fill_in()
            insert_rows(model, (row.values for row in rows))
        self.write_history(by)
        self.found_by.insert()
        self.mark_saved()

    def write_history(self, by) -> None:
        """Insert the history rows, as auditlog would have written them one by one."""
        fields = [field for field in get_logentry_model()._meta.concrete_fields if not isinstance(field, AutoField)]
        alike = [(history_of_new(model, by), rows) for model, rows in self.tables.items()]
        insert_rows(get_logentry_model(), (row for same in alike for row in history_rows(fields, *same)), fields)

    def mark_saved(self) -> None:
        """Have Django take the records for rows of the database."""
        for rows in self.tables.values():
            for row in rows:
                state = row.record._state
                state.adding, state.db = False, DEFAULT_DB_ALIAS
                row.record._prefetched_objects_cache = {}


def given_late(record) -> tuple[str, ...]:
    """The columns of a record, besides its keys, that are known only when its batch is inserted."""
    return ("slug",) if hasattr(record, "slug") else getattr(record, "given_late", ())


def history_rows(fields: list, same: dict, rows: list[NewRow]) -> Iterator[list]:
    """Yield the history row of each new row; one at a time, for a list of them all would cost the transaction time."""
    always = [field.get_db_prep_save(same.get(field.attname), connection) for field in fields]
    places = {field.attname: place for place, field in enumerate(fields)}
    key, number, words, changes = (places[name] for name in ("object_pk", "object_id", "object_repr", "changes"))
    for row in rows:
        entry = always.copy()
        entry[key], entry[number] = str(row.record.pk), row.record.pk
        entry[words], entry[changes] = row.words, row.history
        yield entry


def history_of_new(model, by) -> dict:
    """Return the columns, by attname, that all history rows of a model's new records have alike."""
    return {
        "content_type_id": ContentType.objects.get_for_model(model).pk,
        "action": get_logentry_model().Action.CREATE,
        "changes_text": "",
        "actor_id": by and by.pk,
        "actor_email": by and by.email,
        "cid": get_cid(),
        "timestamp": timezone.now(),
    }


@cache
def columns_of(model) -> dict[str, tuple[int, str]]:
    """Return where each column stands among those inserted, with its field's name: {name or "pk": (place, name)}."""
    columns = {field.name: (place, field.name) for place, field in enumerate(model._meta.concrete_fields)}
    return columns | {"pk": columns[model._meta.pk.name]}
