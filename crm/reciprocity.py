"""Reads the ledger: what passed between us and a partner, or an occasion's cities, by a day. Nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Count, Exists, F, OuterRef, Value, When

from crm.models.city import City
from crm.models.ledger import HELP, LedgerPartner, LedgerQuerySet

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
