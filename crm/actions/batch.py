"""Inserts many new rows at once, with the history rows that auditlog would have written for each of them."""

from collections.abc import Callable
from functools import cache

from auditlog import get_logentry_model
from auditlog.cid import get_cid
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import AutoField, prefetch_related_objects
from django.utils import timezone

from crm.history import changes_of_new
from crm.models.common import Named
from crm.rows import insert_rows
from crm.sequences import take_numbers

UNKNOWN = -1  # a key that is given when the rows are inserted; with None, Django would not let a row name its parts


class NewRow:
    """A row to be inserted, and the columns that are known only then: its own key, its parents', its address."""

    def __init__(self, record, parents: dict):
        self.record, self.parents = record, parents
        self.values, self.changes, self.words = [], {}, ""

    def prepare(self) -> None:
        """Compute all that does not hang on keys, so that the time inside the transaction is short."""
        fields = self.record._meta.concrete_fields
        self.values = [field.get_db_prep_save(field.pre_save(self.record, True), connection) for field in fields]
        self.changes, self.words = changes_of_new(self.record), str(self.record)

    def fill_in(self) -> None:
        """Set the keys that are known now, in the record, its columns and its history."""
        places = columns_of(type(self.record))
        self.fill_in_one(*places["pk"], self.record.pk)
        for name, parent in self.parents.items():
            self.record.__dict__[f"{name}_id"] = parent.pk  # setting it as usual would forget the parent
            self.fill_in_one(*places[name], parent.pk)
        if "slug" in places:
            self.fill_in_one(*places["slug"], self.record.slug)

    def fill_in_one(self, place: int, name: str, value) -> None:
        """Set one column and what history says of it."""
        self.values[place] = value
        self.changes[name] = ("None", str(value))


class Batch:
    """New records and their parts, in the order in which they are inserted: parents before their parts."""

    def __init__(self):
        self.tables: dict[type, list[NewRow]] = {}

    def add(self, record, *, parts: dict | None = None, **parents):
        """Add a new record and return it.

        ``parents`` are records of this batch by the name of the relation; ``parts`` are the rows that hang on it,
        {related name: rows}, which are added with ``add`` themselves.
        """
        record.pk = UNKNOWN
        for name, parent in parents.items():
            setattr(record, name, parent)
        if prepare := getattr(record, "prepare", None):
            prepare()
        record._prefetched_objects_cache = dict(parts or {})
        self.tables.setdefault(type(record), []).append(NewRow(record, parents))
        return record

    def prepare(self) -> "Batch":
        """Compute all columns and history that do not hang on keys; returns the batch."""
        prefetch_related_objects(list(self.named_outside()), "names")  # history says what a row is by their names
        for rows in self.tables.values():
            for row in rows:
                row.prepare()
        return self

    def named_outside(self) -> set:
        """Return the records with names, already on record, that new rows point at."""
        pointed = (row.record._state.fields_cache.values() for rows in self.tables.values() for row in rows)
        return {
            record for records in pointed for record in records if isinstance(record, Named) and record.pk != UNKNOWN
        }

    def insert(self, *, by, settle: Callable | None = None) -> None:
        """Give keys and insert all rows and their history, inside a transaction.

        ``settle`` is called when all keys are known: it may set the records' ``slug``.
        """
        keys = take_numbers({model: len(rows) for model, rows in self.tables.items()})
        for model, rows in self.tables.items():
            for row, key in zip(rows, keys[model], strict=True):
                row.record.pk = key
        if settle:
            settle()
        for model, rows in self.tables.items():
            for row in rows:
                row.fill_in()
            insert_rows(model, [row.values for row in rows])
        self.write_history(by)
        self.mark_saved()

    def write_history(self, by) -> None:
        """Insert the history rows, as auditlog would have written them one by one."""
        fields = [field for field in get_logentry_model()._meta.concrete_fields if not isinstance(field, AutoField)]
        changes = get_logentry_model()._meta.get_field("changes")
        for model, rows in self.tables.items():
            same = history_of_new(model, by)
            always = [field.get_db_prep_save(same.get(field.attname), connection) for field in fields]
            places = {field.attname: place for place, field in enumerate(fields)}
            entries = []
            for row in rows:
                entry = always.copy()
                entry[places["object_pk"]], entry[places["object_id"]] = str(row.record.pk), row.record.pk
                entry[places["object_repr"]] = row.words
                entry[places["changes"]] = changes.get_db_prep_save(row.changes, connection)
                entries.append(entry)
            insert_rows(get_logentry_model(), entries, fields)

    def mark_saved(self) -> None:
        """Have Django take the records for rows of the database."""
        for rows in self.tables.values():
            for row in rows:
                row.record._state.adding, row.record._state.db = False, connection.alias
                row.record._prefetched_objects_cache = {}


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
