"""Writes that every noun shares: a record that is changed with its parts, and new ones built from facts."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from crm.actions.batch import Batch
from crm.actions.door import door
from crm.models.common import Named
from crm.search.writing import index


@dataclass(frozen=True)
class PartChanges:
    """What changes among the rows that hang on a record: rows to save, new or known, and rows to delete."""

    saved: tuple = ()
    deleted: tuple = ()


@dataclass(frozen=True)
class Double:
    """A new record, by its place among the rows asked for, and one on record that may be the same."""

    place: int
    record: object


@dataclass
class Built:
    """New records, checked and ready to be inserted; ``doubles`` are for the caller to ask about."""

    batch: Batch = field(default_factory=Batch)
    records: list = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)


@door
def change_record(*, by, record, parts=(), related=None):
    """Save a record and what changes among its parts (PartChanges), and return it.

    ``related`` are the rows of its many-to-many relations by name. It is found by what it says afterwards, and so is
    what is found by its names.
    """
    record.save()
    for changes in parts:
        for row in changes.deleted:
            row.delete()
        for row in changes.saved:
            row.save()
    for name, rows in (related or {}).items():
        getattr(record, name).set(rows)
    forget_read(record)
    index(record)
    return record


def forget_read(record) -> None:
    """Have a record read its parts and what it points at anew: what was read before is as they were."""
    record._state.fields_cache.clear()
    getattr(record, "_prefetched_objects_cache", {}).clear()


def add_record(batch: Batch, model, facts: dict, parts: dict, **parents):
    """Add a record built from facts to a batch, with its parts, and return it.

    ``parts`` are {related name: (model, name of the owner in it, list of facts)}. Raises ValidationError where the
    record is wrong in itself.
    """
    record = batch.add(model(**facts), **parents)
    for name, (part_model, owner, rows) in parts.items():
        added = [batch.add(part_model(**row), **{owner: record}) for row in rows]
        record._prefetched_objects_cache[name] = added
    if isinstance(record, Named):
        if not record.names.all():
            raise ValidationError(_("A record has at least one name."))
        record.sort_key = record.sorted_by()
    record.clean()
    return record


def settle_slugs(records) -> None:
    """Give new records that have none the first slug that is free."""
    taken = set()
    for record in records:
        record.slug = record.slug or record.propose_slug(taken)
        taken.add(record.slug)
