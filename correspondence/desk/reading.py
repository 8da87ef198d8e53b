"""Reads the records of the queue's rows by their keys, with all that is said of them, in a few queries."""

from collections.abc import Iterable

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects

from correspondence.desk.queue import ACCOUNTS, DAYS, DECIDE, HELP, MINE, REPLY, SEND, Run
from correspondence.models import Approval, Letter, LetterState, Version
from crm.coming_days import read_days
from crm.models import (
    City,
    Country,
    Gift,
    GiftPartner,
    HandOver,
    LedgerEntry,
    LedgerPartner,
    Occasion,
    Organization,
    Person,
)

PARTNERS = ("city", "organization", "person")


def read_records(rows: list[tuple[Run, object]]) -> list[tuple]:
    """Rows of the queue with their records: (run, key, record); what is gone meanwhile is left out."""
    wanted = {}
    for run, key in rows:
        wanted.setdefault(READERS[run.duty], []).append(key_of(run, key))
    known = {reader: reader(keys) for reader, keys in wanted.items()}
    found = [(run, key, known[READERS[run.duty]].get(key_of(run, key))) for run, key in rows]
    records = [record for *_row, record in found if record]
    read_things(records)
    read_names(records)
    return [row for row in found if row[-1]]


def key_of(run: Run, key):
    """The key by which a row's record is read."""
    return key.key if run.duty == HELP else key


def read_letters(keys: list[int]) -> dict:
    """Letters with when they were submitted and approved."""
    submitted = Version.objects.filter(letter=OuterRef("pk"), step=LetterState.SUBMITTED).order_by("-number")
    approved = Approval.objects.filter(letter=OuterRef("pk")).order_by("-pk")
    said = {
        "submitted_at": Subquery(submitted.values("made_at")[:1]),
        "approved_on": Subquery(approved.values("day")[:1]),
    }
    related = ("kind", "country", "drafter", "assigned_to", "occasion", "post__organization", *PARTNERS)
    return Letter.objects.select_related(*related).annotate(**said).in_bulk(keys)


def read_help(keys: list[int]) -> dict:
    """Courtesies with their gift, occasion and partners."""
    rows = LedgerPartner.objects.select_related(*PARTNERS).order_by("pk")
    entries = LedgerEntry.objects.select_related("gift", "occasion").prefetch_related(Prefetch("partners", rows))
    return entries.in_bulk(keys)


def read_gifts(keys: list[int]) -> dict:
    """Gifts with their partners."""
    rows = GiftPartner.objects.select_related(*PARTNERS).order_by("pk")
    return Gift.objects.prefetch_related(Prefetch("partners", rows)).in_bulk(keys)


def read_accounts(keys: list[int]) -> dict:
    """Hand-overs with whose account they ask to close."""
    return HandOver.objects.select_related("giver", "taker").in_bulk(keys)


def read_coming(keys: list) -> dict:
    """Days to come."""
    return dict(zip(keys, read_days(keys), strict=True))


READERS = {
    **dict.fromkeys((DECIDE, MINE, REPLY), read_letters),
    HELP: read_help,
    SEND: read_gifts,
    ACCOUNTS: read_accounts,
    DAYS: read_coming,
}


def read_things(records: list) -> None:
    """Read what the gifts among records, and those that courtesies tell of, hold."""
    gifts = [record.gift if isinstance(record, LedgerEntry) else record for record in records]
    prefetch_related_objects([gift for gift in gifts if isinstance(gift, Gift)], "lines__item__words")


def read_names(records: Iterable) -> None:
    """Read the names of all that records name: partners, and of letters and days the post and the occasion."""
    named, posts = {City: [], Organization: [], Person: [], Occasion: []}, []
    for row in (row for record in records for row in rows_naming(record)):
        post = getattr(row, "post", None)
        posts += [post] if post else []
        for one in (post and post.organization, *(getattr(row, name, None) for name in (*PARTNERS, "occasion"))):
            if one:
                named[type(one)].append(one)
    for found in named.values():
        prefetch_related_objects(found, "names")
    prefetch_related_objects(posts, "titles")


def rows_naming(record) -> Iterable:
    """What names the partners of a record: its rows of partners, else itself."""
    return record.partners.all() if isinstance(record, LedgerEntry | Gift) else [record]


def countries_of(records: Iterable) -> dict[str, Country]:
    """The countries in which the partners of courtesies and gifts stood, by code."""
    return Country.objects.in_bulk({row.group for record in records for row in record.partners.all()})
