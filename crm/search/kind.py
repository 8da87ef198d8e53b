"""A kind of records that the index holds: what its records are found by, and what is said of one that is found."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from crm.folding import FOLDING, fold
from crm.tokens import MOST, TEXT, name_tokens, phone_tokens, spelling_tokens, text_tokens


@dataclass(frozen=True)
class Words:
    """What the index keeps of a record: its title, its weight and its tokens, names before texts."""

    title: str
    weight: int
    tokens: list[str]

    @property
    def digest(self) -> str:
        """What tells whether a row of the index is of these words."""
        kept = "\n".join((str(FOLDING), str(self.weight), self.title, " ".join(self.tokens)))
        return hashlib.blake2b(kept.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Hit:
    """A record that was found: what it is called, in which country or region it stands, and what it is."""

    kind: str
    record: object
    name: str
    country: str
    what: str

    @property
    def url(self) -> str:
        """Its page."""
        return self.record.get_absolute_url()

    @property
    def archived(self) -> bool:
        """Whether it is out of use."""
        return getattr(self.record, "archived", False)

    @property
    def line(self) -> str:
        """All of it in one line, by which namesakes differ."""
        return " · ".join(filter(None, (self.name, self.country, self.what)))


class SearchKind:
    """One kind; subclasses say what of its records is found. ``read`` is prefetched for words, ``shown`` for a hit.

    ``hangs_on`` names the records whose names its own words hold: {"crm.City": the lookups that lead to it}.
    """

    model, label = None, ""
    joined, read, shown = (), (), ()
    hangs_on: dict[str, tuple[str, ...]] = {}

    @property
    def code(self) -> str:
        """What the kind is called in addresses and commands."""
        return self.model._meta.model_name

    @property
    def number(self) -> int:
        """Its number in the index."""
        return self.model.indexed_as

    def records(self, keys, *paths):
        """Records by their keys, read with what paths name; ``_base_manager``, for nothing is left out."""
        records = self.model._base_manager.filter(pk__in=keys)
        return (records.select_related(*self.joined) if self.joined else records).prefetch_related(*paths)

    def names(self, record) -> list[str]:
        """What the record itself is called, its numbers and titles."""
        raise NotImplementedError

    def phones(self, record) -> list[str]:
        """Its telephone numbers."""
        return []

    def others(self, record) -> list[str]:
        """The names of others that it is found by too: partners, organizations, cities."""
        return []

    def texts(self, record) -> list[str]:
        """Its longer texts."""
        return []

    def title(self, record) -> str:
        """What commands print: the Latin name first."""
        return latin_first(self.names(record))

    def weight(self, record) -> int:
        """What it is sorted by, highest first, before its key; 0 where it is out of use."""
        return 0 if getattr(record, "archived", False) or getattr(record, "merged_into_id", None) else 1

    def words(self, record) -> Words:
        """All that the index keeps of a record."""
        names = self.names(record)
        tokens = [*name_tokens(names), *phone_tokens(self.phones(record)), *spelling_tokens(names)]
        others = [TEXT + token for token in name_tokens(self.others(record))]
        tokens = [*tokens, *others, *text_tokens(self.texts(record))][:MOST]
        return Words(self.title(record), self.weight(record), tokens)

    def describe(self, record, on: date) -> Hit:
        """What is said of the record on a day."""
        raise NotImplementedError

    def describe_all(self, records, on: date) -> list[Hit]:
        """What is said of several records on a day."""
        return [self.describe(record, on) for record in records]


def in_order(rows) -> list:
    """The rows of a relation in the order they came on record: PostgreSQL gives those that were changed last."""
    return sorted(rows.all(), key=lambda row: row.pk or 0)


def latin_first(names: list[str]) -> str:
    """A title of the first name in Latin letters and the first in others."""
    latin = next((name for name in names if is_latin(name)), "")
    other = next((name for name in names if not is_latin(name)), "")
    return " ".join(filter(None, (latin, other)))


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return fold(name).isascii()


def day_weight(day) -> int:
    """The weight of a record that counts from a day; one known to the month or year counts from its first day."""
    return max(day.first.toordinal(), 1)


@cache
def all_kinds() -> dict[str, SearchKind]:
    """Every kind by its code, in the order of the page; settings name the lists, for letters stand upstairs."""
    kinds = [kind for name in settings.SEARCH_KINDS_FROM for kind in import_string(name)]
    return {kind.code: kind for kind in sorted(kinds, key=lambda kind: kind.number)}


def kind_of(model) -> SearchKind | None:
    """The kind that a model's records are of, or None."""
    return next((kind for kind in all_kinds().values() if kind.model is model), None)
