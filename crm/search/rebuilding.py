"""Writes the whole index anew from the record, and tells where it is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from crm.folding import FOLDING
from crm.models.search_entry import WORDS, SearchEntry, column, on_sqlite, place_of, words_as_stored
from crm.search.kind import SearchKind, all_kinds
from crm.search.writing import CHUNK, chunks, forget, index_keys

MISSING, OLD, NO_RECORD = "is not in the index", "is not as the record is", "has no record"


@dataclass(frozen=True)
class Wrong:
    """A row of the index that is not right."""

    kind: str
    record: int
    what: str

    def __str__(self):
        return f"{self.kind} {self.record} {self.what}"


def rebuild(tell: Callable[[str, int], None] = lambda kind, count: None) -> int:
    """Write every row anew, some hundreds in a transaction, so that others work meanwhile; returns how many.

    ``tell`` hears of each kind when it is done.
    """
    drop_stray_words()
    total = 0
    for kind in all_kinds().values():
        keys = keys_of(kind)
        for part in chunks(keys):
            with transaction.atomic():
                index_keys(kind, part, anew=True)
        for part in chunks(without_record(kind, keys)):
            with transaction.atomic():
                forget(kind, part)
        total += len(keys)
        tell(kind.code, len(keys))
    help_planner()
    return total


def renew() -> int:
    """Rebuild the index where it is empty or was folded otherwise than today; returns how many rows were written.

    After a migration or a restore it is; at other times nothing is done.
    """
    stale = SearchEntry.objects.exclude(folding=FOLDING).exists()
    return rebuild() if stale or any(map(is_empty, all_kinds().values())) else 0


def is_empty(kind: SearchKind) -> bool:
    """Whether there are records of a kind and none in the index."""
    return not SearchEntry.objects.filter(kind=kind.code).exists() and kind.model._base_manager.exists()


def keys_of(kind: SearchKind) -> list[int]:
    """The keys of all records of a kind."""
    return list(kind.model._base_manager.order_by("pk").values_list("pk", flat=True))


def without_record(kind: SearchKind, keys: list[int]) -> list[int]:
    """The keys in the index that no record of the kind has."""
    known = set(keys)
    indexed = SearchEntry.objects.filter(kind=kind.code).values_list("record", flat=True)
    return [key for key in indexed.iterator() if key not in known]


def drop_stray_words() -> None:
    """Remove words that belong to no row."""
    with connection.cursor() as cursor:
        table = SearchEntry._meta.db_table
        cursor.execute(f"DELETE FROM {WORDS} WHERE {column()} NOT IN (SELECT place FROM {table})")


def help_planner() -> None:
    """Have PostgreSQL count anew which words are frequent, by which it chooses between its two indexes."""
    if not on_sqlite():
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {WORDS}")


# What is wrong -----------------------------------------------------------------------------------


def check() -> Iterator[Wrong]:
    """Yield every row that is missing, stale or without a record; nothing where the index is right."""
    for kind in all_kinds().values():
        keys = keys_of(kind)
        for part in chunks(keys, CHUNK):
            yield from check_keys(kind, part)
        yield from (Wrong(kind.code, key, NO_RECORD) for key in without_record(kind, keys))


def check_keys(kind: SearchKind, keys: list[int]) -> Iterator[Wrong]:
    """Yield what is wrong with the rows of some records."""
    digests = dict(SearchEntry.objects.filter(kind=kind.code, record__in=keys).values_list("record", "digest"))
    rows = [(record.pk, kind.words(record)) for record in kind.records(keys, *kind.read)]
    stored = {place_of(kind.number, words.weight, key): words_as_stored(words.tokens) for key, words in rows}
    different = different_words(stored)
    for key, words in rows:
        if key not in digests:
            yield Wrong(kind.code, key, MISSING)
        elif digests[key] != words.digest or place_of(kind.number, words.weight, key) in different:
            yield Wrong(kind.code, key, OLD)


def different_words(wanted: dict[int, str]) -> set[int]:
    """The places whose stored words are not those wanted."""
    with connection.cursor() as cursor:
        if on_sqlite():
            places = ", ".join(map(str, wanted))
            cursor.execute(f"SELECT rowid, words FROM {WORDS} WHERE rowid IN ({places})")
            found = dict(cursor.fetchall())
            return {place for place, words in wanted.items() if found.get(place) != words}
        cursor.execute(
            f"SELECT w.place FROM unnest(%s::bigint[], %s::text[]) AS w(place, words) "
            f"LEFT JOIN {WORDS} AS s USING (place) WHERE s.words IS DISTINCT FROM w.words::tsvector",
            [list(wanted), list(wanted.values())],
        )
        return {place for (place,) in cursor.fetchall()}
