"""Writes the whole index anew from the record, and tells where it is wrong."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Count

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


def rebuild(
    tell: Callable[[str, int], None] = lambda kind, count: None, kinds: Iterable[SearchKind] | None = None
) -> int:
    """Write every row of all kinds or of some anew, some hundreds in a transaction, so that others work meanwhile.

    Returns how many; ``tell`` hears of each kind when it is done.
    """
    drop_stray_words()
    total = 0
    for kind in all_kinds().values() if kinds is None else kinds:
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
    """Rebuild the kinds that are not whole; returns how many rows were written.

    After a migration or a restore there are some, and after either was broken off; at other times nothing is done.
    """
    kinds = not_whole()
    return rebuild(kinds=kinds) if kinds else 0


def not_whole() -> list[SearchKind]:
    """The kinds that have other rows of today's folding than they have records, or any of another folding."""
    rows = dict.fromkeys(all_kinds(), ())
    for code, folding, number in SearchEntry.objects.values_list("kind", "folding").annotate(Count("pk")).order_by():
        rows[code] = (*rows.get(code, ()), (folding, number))
    return [kind for code, kind in all_kinds().items() if rows[code] != rows_wanted(kind)]


def rows_wanted(kind: SearchKind) -> tuple:
    """How many rows a kind has by their folding where it is whole: none where it has no records."""
    records = kind.model._base_manager.count()
    return ((FOLDING, records),) if records else ()


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
