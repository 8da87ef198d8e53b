"""All that passed between us and one partner, in rows of a few columns: read once for all that its page shows of it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.db.models import BooleanField, CharField, ExpressionWrapper, Q
from django.db.models.functions import Cast

from crm.models.closing import Duty
from crm.models.gift import Gift
from crm.models.ledger import FULFILS, HELP, CourtesyKind, LedgerEntry, LedgerLink, LinkKind, is_closed, is_linked
from crm.models.partner import Direction, naming

AS_TEXT = Cast("day", CharField())  # a day is compared as text; as a PartialDate it costs more than all the rest


class Courtesy(NamedTuple):
    """Help or a visit in force: its key, its day as ISO text, and what we owe for it."""

    pk: int
    day: str
    direction: str
    kind: str
    owes_thanks: bool
    owes_answer: bool

    @property
    def is_help(self) -> bool:
        """Whether it is help, and no visit."""
        return self.kind in HELP


class OpenGift(NamedTuple):
    """A gift that has not left its giver: its key, the day it is planned for as ISO text, and its direction."""

    pk: int
    day: str
    direction: str


@dataclass(frozen=True)
class Dealings:
    """What passed, newest first, and which help of ours answered which of theirs, as pairs of keys."""

    courtesies: list[Courtesy] = field(default_factory=list)
    planned: list[OpenGift] = field(default_factory=list)
    answers: list[tuple[int, int]] = field(default_factory=list)

    @cached_property
    def help(self) -> list[Courtesy]:
        """Help alone."""
        return [row for row in self.courtesies if row.is_help]

    @cached_property
    def owed(self) -> list[Courtesy]:
        """Help received that we owe thanks or an answer."""
        return [row for row in self.courtesies if row.owes_thanks or row.owes_answer]


def dealings_with(on: date, **whose) -> Dealings:
    """Read what passed by a day between us and the city, organization or person named by ``whose``."""
    named = naming(**whose)
    rows = courtesies_until(on).with_partners(named).values_list("pk", "text", "direction", "kind", "thanks", "answer")
    courtesies = [Courtesy(*row) for row in rows]
    gifts = Gift.objects.with_partners(named).open().annotate(text=AS_TEXT).values_list("pk", "text", "direction")
    ours = LedgerEntry.objects.with_partners(named).given().order_by().values("pk")
    return Dealings(courtesies, [OpenGift(*row) for row in gifts], answers_among(courtesies, ours))


@lru_cache(maxsize=4)
def courtesies_until(on: date):
    """Help and visits of all partners by a day; kept, for Django takes longer to put the question than to narrow it."""
    counted = LedgerEntry.objects.in_force(on).filter(kind__in=(*HELP, CourtesyKind.VISIT))
    return counted.annotate(text=AS_TEXT, thanks=is_owed(Duty.THANKS, on), answer=is_owed(Duty.ANSWER, on))


def is_owed(duty: Duty, on: date) -> ExpressionWrapper:
    """The column that says whether a courtesy in force is help that we owe thanks or an answer."""
    asks = Q(direction=Direction.RECEIVED, kind__in=HELP)
    return ExpressionWrapper(asks & ~is_linked(on, FULFILS[duty]) & ~is_closed(on, duty), BooleanField())


def answers_among(courtesies: list[Courtesy], ours) -> list[tuple[int, int]]:
    """Which of some courtesies answers which, as (answer, what it answers); ``ours`` are the keys of help given."""
    if len({row.direction for row in courtesies}) < 2:
        return []
    known = {row.pk for row in courtesies}
    links = LedgerLink.objects.filter(kind=LinkKind.ANSWERS, source__in=ours).values_list("source", "target")
    return [pair for pair in links if known.issuperset(pair)]
