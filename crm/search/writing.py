"""Writes the index: the doors call it for what they have written, in their own transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from crm.folding import FOLDING
from crm.models.common import Named
from crm.models.search_entry import SearchEntry, drop_words, place_of, put_words
from crm.search.kind import SearchKind, Words, all_kinds, kind_of

CHUNK = 500


def index(*records) -> None:
    """Write anew what records on record are found by, and what is found by their names.

    A record of no kind, such as a post or a kind of item, has no row: those found by it have.
    """
    for record in records:
        kind = kind_of(type(record))
        if kind is None or index_keys(kind, [record.pk]):
            for other, keys in hanging_on(record):
                for part in chunks(keys):
                    index_keys(other, part)


def index_keys(kind: SearchKind, keys: list, *, anew: bool = False) -> int:
    """Write the rows of a kind's records that are not right, or with ``anew`` all of them; returns how many."""
    records = list(kind.records(keys, *kind.read))
    sort_anew(records)
    digests = dict(SearchEntry.objects.filter(kind=kind.code, record__in=keys).values_list("record", "digest"))
    rows = [(record.pk, kind.words(record)) for record in records]
    changed = [(key, words) for key, words in rows if anew or digests.get(key) != words.digest]
    gone = set(digests) - {key for key, _words in rows}
    forget(kind, [*gone, *(key for key, _words in changed)])
    put(kind, changed)
    return len(changed) + len(gone)


def sort_anew(records: list) -> None:
    """Write what named records are sorted by, where their names say otherwise by now."""
    for record in records:
        if isinstance(record, Named) and record.sort_key != (key := record.sorted_by()):
            type(record)._base_manager.filter(pk=record.pk).update(sort_key=key)


def hanging_on(record) -> Iterator[tuple[SearchKind, list]]:
    """Yield the kinds with the keys of their records that are found by a record's names too."""
    for kind in all_kinds().values():
        if lookups := kind.hangs_on.get(record._meta.label):
            either = Q()
            for lookup in lookups:
                either |= Q(**{lookup: record})
            yield kind, list(kind.model._base_manager.filter(either).values_list("pk", flat=True).distinct())


def put(kind: SearchKind, rows: Iterable[tuple[int, Words]]) -> None:
    """Add rows, (key, words) each, for records that have none."""
    places = [(place_of(kind.number, words.weight, key), key, words) for key, words in rows]
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                place=place,
                kind=kind.code,
                record=key,
                weight=words.weight,
                title=words.title,
                digest=words.digest,
                folding=FOLDING,
            )
            for place, key, words in places
        ]
    )
    put_words((place, words.tokens) for place, _key, words in places)


def forget(kind: SearchKind, keys: Iterable) -> None:
    """Remove the rows of records."""
    known = SearchEntry.objects.filter(kind=kind.code, record__in=list(keys))
    places = list(known.values_list("place", flat=True))
    drop_words(places)
    SearchEntry.objects.filter(place__in=places).delete()


def chunks(keys: list, size: int = CHUNK) -> Iterator[list]:
    """Yield keys some hundreds at once."""
    return (keys[start : start + size] for start in range(0, len(keys), size))


# New rows of a batch -----------------------------------------------------------------------------


@dataclass
class NewWords:
    """The words of new records, made before they have keys."""

    rows: list

    @classmethod
    def of(cls, tables: dict) -> "NewWords":
        """Those of the records among new rows, {model: rows}, that the index has a kind for."""
        kinds = {model: kind for model in tables if (kind := kind_of(model))}
        return cls(
            [(kind, row.record, kind.words(row.record)) for model, kind in kinds.items() for row in tables[model]]
        )

    def insert(self) -> None:
        """Write them, now that the records have keys."""
        for kind in {kind for kind, _record, _words in self.rows}:
            put(kind, [(record.pk, words) for of, record, words in self.rows if of is kind])
