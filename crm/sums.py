"""Sums of what passed by a day: how often help came and went, and how much of each thing. Nothing is stored."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, Sum

from crm.models.closing import Duty
from crm.models.gift import GiftLine
from crm.models.item import ItemKind, Qualifier, Unit
from crm.models.ledger import FULFILS, LedgerQuerySet, is_closed, is_linked
from crm.models.partner import Direction


@dataclass(frozen=True)
class Times:
    """How many times help came, went, and is owed an answer or thanks; what several share counts once."""

    received: int
    given: int
    owed: int
    unthanked: int


def count_times(entries: LedgerQuerySet, on: date) -> Times:
    """How many times help passed by a day, among some courtesies."""
    received = Q(direction=Direction.RECEIVED)
    open_of = {duty: received & ~is_linked(on, FULFILS[duty]) & ~is_closed(on, duty) for duty in Duty}
    asked = {"received": received, "given": Q(direction=Direction.GIVEN)}
    asked |= {"owed": open_of[Duty.ANSWER], "unthanked": open_of[Duty.THANKS]}
    columns = {name: Count("pk", filter=those) for name, those in asked.items()}
    return Times(**entries.in_force(on).help().aggregate(**columns))


# Things that are alike ---------------------------------------------------------------------------

LIKE = ("item", "unit", "currency", "gift__direction")  # each more costs: databases sort all lines by them
SURE = {"sure": ("quantity", "qualifier"), "sure_value": ("value", "value_qualifier")}


@dataclass
class Amount:
    """What was added: ``total`` of those whose quantity is known, None where none is; ``unknown`` counts the others.

    ``exact`` says that nothing added was "about" or "more than".
    """

    total: Decimal | None = None
    unknown: int = 0
    exact: bool = True

    def add(self, total: Decimal | None, unknown: int, *, exact: bool) -> None:
        """Adds some lines that are alike: their sum, and how many of them have no quantity."""
        self.unknown += unknown
        if total is not None:
            self.total = (self.total or 0) + total
            self.exact = self.exact and exact


@dataclass
class Alike:
    """Things of one kind and unit, or money of one currency, and what of them went each way."""

    item: ItemKind
    unit: str = ""
    currency: str = ""
    lines: int = 0
    amounts: dict[str, Amount] = field(default_factory=dict)

    def get_unit_display(self) -> str:
        """What is counted, in the reader's language."""
        return str(Unit(self.unit).label)


def add_alike(entries: LedgerQuerySet, on: date) -> list[Alike]:
    """What of each kind and unit passed by a day with some courtesies; what passed most often comes first."""
    gifts = entries.in_force(on).help().filter(gift__isnull=False).values("gift")
    sums = {"total": Sum("quantity"), "worth": Sum("value"), "known": Count("quantity"), "valued": Count("value")}
    sums |= {name: Count(what, filter=Q(**{how: Qualifier.EXACT})) for name, (what, how) in SURE.items()}
    lines = GiftLine.objects.filter(gift__in=gifts).order_by()
    found = list(lines.values(*LIKE).annotate(lines=Count("pk"), **sums))
    items = ItemKind.objects.prefetch_related("words").in_bulk({row["item"] for row in found})
    things = {}
    for row in found:
        item = items[row["item"]]
        key = (item.pk, "", row["currency"]) if item.is_money else (item.pk, row["unit"], "")
        thing = things.setdefault(key, Alike(item, *key[1:]))
        thing.lines += row["lines"]
        amount = thing.amounts.setdefault(row["gift__direction"], Amount())
        names = ("worth", "valued", "sure_value") if item.is_money else ("total", "known", "sure")
        total, known, sure = (row[name] for name in names)
        amount.add(total, row["lines"] - known, exact=sure == known)
    return [things[key] for key in sorted(things, key=lambda key: (-things[key].lines, key))]
