"""What help received asks of us on a day, for all of the ledger at once: thanks, an answer, or both."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast

from crm.models.closing import Closing, Duty
from crm.models.ledger import FULFILS, LedgerEntry, LedgerLink, LedgerPartner
from crm.models.partner import OURS


class Due(NamedTuple):
    """A courtesy, by its key and the text of its day, for which thanks or an answer is due."""

    key: int
    day: str
    thanks: bool
    answer: bool


def dues(on: date) -> list[Due]:
    """Return all help received by a day that we owe thanks or an answer, oldest first.

    It says of each what ``LedgerQuerySet.unthanked`` and ``unanswered`` find. Asked of every row of the ledger, the
    databases take three times as long as they do to name what is done with.
    """
    done = done_with(on)
    thanked, answered = done[Duty.THANKS], done[Duty.ANSWER]
    over = thanked & answered
    waiting = sorted(row for row in help_received(on) if row[1] not in over)
    return [Due(key, day, key not in thanked, key not in answered) for day, key in waiting]


def help_received(on: date):
    """The days and keys of all help received by a day, without what was reversed."""
    reversals = LedgerEntry.objects.filter(reverses__isnull=False).order_by().values_list("reverses", flat=True)
    received = LedgerEntry.objects.help().received().courtesies().filter(day__lte=on.isoformat())
    rows = received.order_by().values_list(Cast("day", CharField()), "pk")
    taken_back = set(reversals)
    return (row for row in rows if row[1] not in taken_back)


def done_with(on: date) -> dict[Duty, set[int]]:
    """The keys of the courtesies for which a duty was fulfilled or closed by a day."""
    done, duty_of = defaultdict(set), {kind: duty for duty, kind in FULFILS.items()}
    sources = LedgerEntry.objects.in_force(on).filter(pk=OuterRef("source"))
    links = LedgerLink.objects.filter(Exists(sources), kind__in=[*duty_of]).values_list("kind", "target")
    for kind, key in links:
        done[duty_of[kind]].add(key)
    for duty, key in Closing.objects.in_force(on).order_by().values_list("duty", "entry"):
        done[duty].add(key)
    done[Duty.ANSWER] |= of_our_own()
    return done


def of_our_own() -> set[int]:
    """The keys of the courtesies of our missions and people abroad alone, which are owed thanks only."""
    each = (LedgerPartner.objects.filter(either) for either in OURS.children)  # together, no index would find them
    ours = {key for rows in each for key in rows.values_list("entry", flat=True)}
    others = LedgerPartner.objects.filter(~OURS, entry__in=ours) if ours else LedgerPartner.objects.none()
    return ours - set(others.values_list("entry", flat=True))
