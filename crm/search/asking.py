"""Answers questions from the index: kind by kind, names before texts, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from crm.models.search_entry import (
    BITS_OF_KEY,
    BITS_OF_WEIGHT,
    KEYS,
    SearchEntry,
    keys_answering,
    places_found,
    places_of,
)
from crm.search.kind import Hit, SearchKind, all_kinds
from crm.tokens import Question, ask_anywhere, ask_misspelt, ask_names, ask_phone

FEW = 8


@dataclass(frozen=True)
class Group:
    """What was found of a kind, the best first; ``more``: there is more than was asked for."""

    kind: SearchKind
    hits: list[Hit]
    more: bool = False


@dataclass(frozen=True)
class Answer:
    """What was found, by kind; ``forgiven``: only with a letter of the question taken for another."""

    groups: list[Group] = field(default_factory=list)
    forgiven: bool = False

    @property
    def hits(self) -> list[Hit]:
        """All that was found, in the order of the kinds."""
        return [hit for group in self.groups for hit in group.hits]


def search(question: str, *, on: date, kinds: Iterable[str] = (), limit: int = FEW, archived: bool = True) -> Answer:
    """Find what a question asks for: of each of the ``kinds`` (codes; all of them if none is named) ``limit`` at most.

    What is said of each is true on a day. Those out of use come last, or without ``archived`` not at all. An unknown
    kind is passed over.
    """
    asked = [kind for code, kind in all_kinds().items() if code in set(kinds)] if kinds else [*all_kinds().values()]
    places, forgiven = find_places(question, asked, limit + 1, archived=archived)
    groups = []
    for kind in asked:
        if found := [place & KEYS for place in places if place >> (BITS_OF_WEIGHT + BITS_OF_KEY) == kind.number]:
            groups.append(Group(kind, hits_of(kind, found[:limit], on), more=len(found) > limit))
    return Answer(groups, forgiven)


def find_entries(question: str, kinds: Iterable[SearchKind], limit: int) -> tuple[list[SearchEntry], bool]:
    """The rows of the index that answer a question, in the order of ``search``, and whether a letter was forgiven."""
    places, forgiven = find_places(question, list(kinds), limit)
    found = SearchEntry.objects.in_bulk(places)
    ordered = sorted(range(len(places)), key=lambda at: (places[at] >> (BITS_OF_WEIGHT + BITS_OF_KEY), at))
    return [found[places[at]] for at in ordered if places[at] in found], forgiven


def find_places(question: str, kinds: list[SearchKind], most: int, *, archived: bool = True) -> tuple[list[int], bool]:
    """The places that answer a question, of each kind ``most`` at most, and whether a letter had to be forgiven.

    Whole names come before names begun, these before what is only in a text or of another's name; there too whole
    words come first, which databases find by the rarest of them, while they gather all that a beginning stands in.
    """
    found = {kind.number: {} for kind in kinds}
    for way in (*by_names(question), ask_anywhere(question, begun=False), ask_anywhere(question)):
        add_found(found, way, most, archived)
    forgiven = not any(found.values())
    if forgiven:
        add_found(found, ask_misspelt(question), most, archived)
    places = [place for of_kind in found.values() for place in [*of_kind][:most]]
    return places, forgiven and bool(places)


def by_names(question: str) -> list[Question]:
    """The ways of asking for a record's own names, the strictest first."""
    return [ask_phone(question), ask_names(question, begun=False), ask_names(question)]


def find_among(records: QuerySet, question: str, most: int) -> list[int]:
    """Find the keys of ordered records of a kind that answer a question, ``most`` at most.

    Whole names come first, then names begun, within each the records' own order. Only where there is none, others'
    names and texts are looked through; and only where there is none either, a letter is forgiven.
    """
    found = {}
    for ways in (by_names(question), [ask_anywhere(question)], [ask_misspelt(question)]):
        for way in ways:
            answering = records.filter(pk__in=keys_answering(records.model.indexed_as, way))
            found |= dict.fromkeys(answering.values_list("pk", flat=True)[:most]) if way and len(found) < most else {}
        if found:
            break
    return list(found)[:most]


def add_found(found: dict[int, dict], question, most: int, archived: bool) -> None:
    """Add what one way of asking finds to each kind that has not enough yet, without what it has."""
    wanting = {
        places_of(number, archived=archived): most + len(known) for number, known in found.items() if len(known) < most
    }
    for place in places_found(question, wanting):
        found[place >> (BITS_OF_WEIGHT + BITS_OF_KEY)][place] = None


def hits_of(kind: SearchKind, keys: list[int], on: date) -> list[Hit]:
    """What is said of a kind's records, in the order of the keys; one that became another is told as that, once."""
    records = {record.pk: record for record in kind.records(keys, *kind.shown)}
    current = [getattr(records[key], "current", records[key]) for key in keys if key in records]
    return kind.describe_all(list(dict.fromkeys(current)), on)
