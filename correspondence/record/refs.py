"""Pointers to what passed with a partner, cheap to sort and to count; the rows that are shown are read all at once."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Prefetch

from correspondence.models import Letter
from crm.models import Gift, GiftLine, LedgerEntry, PartnershipStep, Post

COURTESY, GIFT, LETTER, POST, LEFT, STEP = "courtesy", "gift", "letter", "post", "left", "step"
LINES = GiftLine.objects.select_related("item")
WORDS = (Prefetch("gift__lines", LINES), "gift__lines__item__words", "occasion__names")
GIVERS = ("partners__organization__names", "partners__person__names")

OF_LETTERS = ("direction", "title", "state", "day", "number", "their_number")  # of sixty columns
JOINED = ("kind", "person", "organization", "occasion", "post")
NAMED_IN_TITLES = (
    *("person__names", "organization__names", "occasion__names"),
    *("post__titles", "post__organization__names"),
)


class Ref(NamedTuple):
    """A row by its day (ISO text of reduced precision), kind and key; refs sort by day."""

    day: str
    kind: str
    pk: int


def rows_of(kind: str):
    """The rows of a kind with all that is said of one."""
    if kind == COURTESY:
        return LedgerEntry.objects.select_related("gift", "occasion").prefetch_related(*WORDS, *GIVERS)
    if kind == GIFT:
        return Gift.objects.select_related("occasion").prefetch_related(
            Prefetch("lines", LINES), "lines__item__words", "occasion__names"
        )
    if kind == LETTER:
        return Letter.objects.only(*OF_LETTERS, *JOINED).select_related(*JOINED).prefetch_related(*NAMED_IN_TITLES)
    if kind == STEP:
        return PartnershipStep.objects.all()
    posts = Post.objects.select_related("person", "organization")
    return posts.prefetch_related("person__names", "titles", "organization__names")


def read_rows(refs: Iterable[Ref]) -> dict[tuple[str, int], object]:
    """The rows that refs point at, by kind and key; a post taken and left is read once."""
    wanted: dict[str, set[int]] = {}
    for ref in refs:
        wanted.setdefault(table_of(ref.kind), set()).add(ref.pk)
    return {(kind, pk): row for kind, keys in wanted.items() for pk, row in rows_of(kind).in_bulk(keys).items()}


def table_of(kind: str) -> str:
    """The kind under which a ref's row is read."""
    return POST if kind == LEFT else kind
