"""Reads the ledger: what passed between us and a partner, and what we owe, on a day. Pure: nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import Case, Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from crm.models.city import City
from crm.models.closing import Duty
from crm.models.ledger import (
    FULFILS,
    HELP,
    CourtesyKind,
    LedgerEntry,
    LedgerPartner,
    LedgerQuerySet,
    is_in_force,
    is_linked,
    said_closed,
)
from crm.models.organization import Organization
from crm.models.partner import OURS, Direction
from crm.models.person import Person

# What passed, one by one -------------------------------------------------------------------------


LATEST = 12  # courtesies each way


@dataclass(frozen=True)
class LatestHelp:
    """The latest help each way, oldest first, each courtesy ``with_status``; ``left_out`` is how many came before."""

    received: list[LedgerEntry] = field(default_factory=list)
    given: list[LedgerEntry] = field(default_factory=list)
    left_out: int = 0


def latest_help(entries: LedgerQuerySet, on: date, most: int = LATEST) -> LatestHelp:
    """The latest help by a day among the entries of one partner, group or occasion, at most so many each way."""
    helped = entries.in_force(on).help()
    keys = helped.order_by(F("day").desc(), "-pk").values_list("pk", flat=True)
    latest = [list(keys.filter(direction=direction)[:most]) for direction in (Direction.RECEIVED, Direction.GIVEN)]
    read = LedgerEntry.objects.with_status(on).with_details().in_bulk([key for each in latest for key in each])
    received, given = ([read[key] for key in reversed(each)] for each in latest)
    left_out = helped.count() - len(received) - len(given) if most in (len(received), len(given)) else 0
    return LatestHelp(received, given, left_out)


# Balances of many partners -----------------------------------------------------------------------

# By the key of a city, or of an organization or person outside any.
WHO = {"its_city": City, "its_organization": Organization, "its_person": Person}
OLDEST = 3  # courtesies that a balance names


@dataclass
class PartnerBalance:
    """A partner (a city, or who stands outside any) with what it gave and got; shared courtesies count in each.

    ``owed`` are the oldest of its courtesies that we owe an answer, ``owing`` is how many there are.
    """

    partner: object
    received: dict[str, int] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    owing: int = 0
    owed: list[LedgerEntry] = field(default_factory=list)
    shared: bool = False

    @property
    def more(self) -> int:
        """How many we owe an answer besides those named."""
        return self.owing - len(self.owed)


def balance_per_partner(rows: QuerySet, on: date) -> list[dict]:
    """The keys WHO of each partner that rows of the ledger's partners name, whoever waited longest for us first.

    A partner stands at the city that was frozen with the row. ``name_balances`` counts for a page of them.
    """
    order = (F("oldest").asc(nulls_last=True), F("latest").desc(), *WHO)
    days = {"oldest": Min("entry__day", filter=is_owed(on)), "latest": Max("entry__day")}
    return list(at_home(helped(rows, on)).values(*WHO).annotate(**days).order_by(*order))


def helped(rows: QuerySet, on: date) -> QuerySet:
    """Rows of partners whose courtesy is help that counts on a day."""
    return rows.filter(is_in_force(on, "entry__"), entry__kind__in=HELP)


def is_owed(on: date) -> Q:
    """True for rows of partners whom we owe an answer: what is shared with our own people is owed to the others."""
    answered = is_linked(on, FULFILS[Duty.ANSWER], "entry__") | said_closed(on, Duty.ANSWER, "entry__")
    return Q(entry__direction=Direction.RECEIVED) & ~answered & ~OURS


def counts_per_partner(rows: QuerySet, on: date) -> dict[tuple, dict]:
    """How much help of each kind and direction rows tell of, how much is owed and shared, by the partner's keys."""
    counts = {
        f"{direction}_{kind}": Count("entry", distinct=True, filter=Q(entry__direction=direction, entry__kind=kind))
        for direction in Direction.values
        for kind in HELP
    }
    counts["owing"] = Count("entry", distinct=True, filter=is_owed(on))
    counts["shared"] = Count("entry", filter=Exists(others_of_entry()))
    counted = at_home(helped(rows, on)).order_by().values(*WHO).annotate(**counts)
    return {key_of(row): row for row in counted}


def rows_counting_for(rows: QuerySet, counted: list[dict]) -> QuerySet:
    """Those of rows of partners that count for some partners, which are given by their keys."""
    whose = Q(pk__in=[])
    for name, model in WHO.items():
        keys = [row[name] for row in counted if row[name]]
        same = model.objects.filter(Q(pk__in=keys) | Q(merged_into__in=keys)).values("pk")
        whose |= Q(home_city__in=same) if model is City else Q(home_city=None, **{f"{name[4:]}__in": same})
    return rows.filter(whose)


def at_home(rows: QuerySet) -> QuerySet:
    """Annotate rows of the ledger's partners with who they count for: their city, else themselves; see WHO."""
    outside = Q(home_city__isnull=True)
    return rows.annotate(
        its_city=Coalesce("home_city__merged_into", "home_city"),
        its_organization=Case(When(outside, then=Coalesce("organization__merged_into", "organization"))),
        its_person=Case(When(outside, then=Coalesce("person__merged_into", "person"))),
    )


def others_of_entry() -> QuerySet:
    """Rows that name other partners of the same courtesy."""
    return LedgerPartner.objects.filter(~Q(pk=OuterRef("pk")), entry=OuterRef("entry"))


def name_balances(counted: Iterable[dict], rows: QuerySet, on: date) -> list[PartnerBalance]:
    """Make rows of some of the dicts of ``balance_per_partner``, with the partners and the oldest debts to each."""
    counted = list(counted)
    rows = rows_counting_for(rows, counted)
    partners, debts, counts = read_partners(counted), oldest_debts(rows, on), counts_per_partner(rows, on)
    return [
        PartnerBalance(
            partner=partners[key],
            received=kinds_counted(counts[key], Direction.RECEIVED),
            given=kinds_counted(counts[key], Direction.GIVEN),
            owing=counts[key]["owing"],
            owed=debts.get(key, []),
            shared=bool(counts[key]["shared"]),
        )
        for key in map(key_of, counted)
    ]


def key_of(row: dict) -> tuple:
    """The keys that tell whose a row is."""
    return tuple(row[name] for name in WHO)


def kinds_counted(row: dict, direction: str) -> dict[str, int]:
    """How many courtesies of each kind went one way, by the kind's name; those that are none left out."""
    counts = ((CourtesyKind(kind).label, row[f"{direction}_{kind}"]) for kind in HELP)
    return {str(kind): count for kind, count in counts if count}


def read_partners(rows: list[dict]) -> dict[tuple, object]:
    """The cities, organizations and people that rows count for, by their keys, with names."""
    known = {}
    for name, model in WHO.items():
        keys = {row[name] for row in rows if row[name]}
        known[name] = model.objects.prefetch_related("names").in_bulk(keys) if keys else {}
    return {key_of(row): next(known[name][row[name]] for name in WHO if row[name]) for row in rows}


def oldest_debts(rows: QuerySet, on: date) -> dict[tuple, list[LedgerEntry]]:
    """The oldest courtesies of each partner of rows that we owe an answer, at most OLDEST, by the partner's keys."""
    place = Window(RowNumber(), partition_by=[F(name) for name in WHO], order_by=["entry__day", "entry"])
    owed = at_home(helped(rows, on).filter(is_owed(on)))
    once = owed.order_by().values(*WHO, "entry", "entry__day").distinct().annotate(place=place)
    found = once.filter(place__lte=OLDEST).order_by(*WHO, "place").values_list(*WHO, "entry")
    named = LedgerEntry.objects.as_of(on).select_related("gift").prefetch_related("gift__lines__item__words")
    entries = named.in_bulk([row[-1] for row in found])
    return {key: [entries[row[-1]] for row in rows] for key, rows in groupby(found, key=lambda row: row[:-1])}


# Cities of an occasion ---------------------------------------------------------------------------


def counts_by_city(entries: LedgerQuerySet, cities: Iterable[City], on: date) -> dict[int, Counter]:
    """How many courtesies passed between us and each of some cities: ``help_received``, ``letter_given`` and so on."""
    what = Case(When(entry__kind__in=HELP, then=Value("help")), default=F("entry__kind"))
    rows = LedgerPartner.objects.filter(
        Exists(entries.in_force(on).filter(pk=OuterRef("entry"))), home_city__in=list(cities)
    )
    grouped = rows.values("home_city", "entry__direction", what=what).annotate(number=Count("entry", distinct=True))
    counts = defaultdict(Counter)
    for row in grouped:
        counts[row["home_city"]][f"{row['what']}_{row['entry__direction']}"] = row["number"]
    return counts
