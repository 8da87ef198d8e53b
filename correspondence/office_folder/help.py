"""Gifts and experience in the order in which each finds what it answers."""

from collections.abc import Callable
from dataclasses import dataclass

from correspondence.office_folder.table import Table
from crm.models import LedgerEntry


@dataclass
class Help:
    """A gift or experience of a folder that has been read: ``record``, given what it answers, puts it on record.

    ``answers`` are the keys of the help that it answers; ``is_known`` says that it is on record already.
    """

    table: Table
    key: str
    answers: list[str]
    record: Callable[[list[LedgerEntry]], LedgerEntry | None]
    is_known: bool = False


def record_all(rows: list[Help]) -> None:
    """Put all on record, each after what it answers; raises Mistake for a key that there is not, or for a circle."""
    refuse_strange_answers(rows)
    entries: dict[str, LedgerEntry | None] = {}
    waiting = rows
    while waiting:
        ready = [row for row in waiting if all(key in entries for key in row.answers)]
        if not ready:
            raise waiting[0].table.wrong("answers", "these answer each other in a circle; take one of the answers out.")
        for row in ready:
            entry = row.record([] if row.is_known else answered(row, entries))
            if row.key:
                entries[row.key] = entry
        waiting = [row for row in waiting if row not in ready]


def refuse_strange_answers(rows: list[Help]) -> None:
    """Raise Mistake for an answer to what no row of the file has as its key, and for a key that two have."""
    keys = [row.key for row in rows if row.key]
    for row in rows:
        if row.key and keys.count(row.key) > 1:
            raise row.table.wrong("key", f"“{row.key}” is the key of two rows; give each its own.")
        for key in row.answers:
            if key not in keys:
                known = ", ".join(keys) or "(none)"
                raise row.table.wrong("answers", f"no gift has the key “{key}”; write one of: {known}.")


def answered(row: Help, entries: dict[str, LedgerEntry | None]) -> list[LedgerEntry]:
    """The courtesies that a row answers; raises Mistake for one that has not left its giver or was taken back."""
    for key in row.answers:
        if entries[key] is None:
            raise row.table.wrong("answers", f"“{key}” has not left its giver, so nothing can answer it yet.")
    return [entries[key] for key in row.answers]
