"""Reads the ledger: what passed between us and a partner, or an occasion's cities, by a day. Nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, Exists, F, OuterRef, Value, When

from crm.models.city import City
from crm.models.ledger import HELP, LedgerEntry, LedgerPartner, LedgerQuerySet
from crm.models.partner import Direction

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
