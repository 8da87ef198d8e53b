"""Balances of many partners: what each gave and got, year by year, and what we owe, on a day. Nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Aggregate,
    BooleanField,
    Case,
    CharField,
    Count,
    ExpressionWrapper,
    Max,
    Min,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Substr

from crm.models.city import City
from crm.models.closing import Duty
from crm.models.ledger import (
    FULFILS,
    HELP,
    CourtesyKind,
    LedgerEntry,
    LedgerPartner,
    LinkKind,
    is_in_force,
    is_linked,
    said_closed,
)
from crm.models.organization import Organization
from crm.models.partner import OURS, Direction
from crm.models.person import Person

# By the key of a city, or of an organization or person outside any.
WHO = {"its_city": City, "its_organization": Organization, "its_person": Person}
KINDS = {name.removeprefix("its_"): name for name in WHO}


@dataclass(frozen=True)
class Counts:
    """How many times help came, went, and is owed an answer."""

    received: int = 0
    given: int = 0
    owed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.received + other.received, self.given + other.given, self.owed + other.owed)


@dataclass(frozen=True)
class Balance:
    """A partner (a city, or who stands outside any) with what it gave and got; shared courtesies count in each.

    ``whose`` names it in an address; ``oldest`` is what we owe it an answer longest.
    """

    partner: object
    whose: str
    total: Counts
    years: dict[int, Counts]
    oldest: LedgerEntry | None = None


# All partners, each by its keys ------------------------------------------------------------------


def balance_per_partner(rows: QuerySet, on: date) -> list[dict]:
    """The keys WHO of each partner that rows of the ledger's partners name, with its counts and days, in no order.

    ``debts`` are the courtesies that we owe it an answer, the oldest first, each by its day and key.
    A partner stands at the city that was frozen with the row. ``name_balances`` reads more for a page of them.
    """
    debt = Concat("entry__day", Value(" "), "entry_id", output_field=TextField())
    # In one column, for databases would ask of each row once for each whether it is owed.
    debts = Joined(debt, Value(","), filter=Q(is_owed=True))
    days = {name: of("entry__day", output_field=CharField()) for name, of in (("first", Min), ("latest", Max))}
    owed = ExpressionWrapper(is_owed(on), BooleanField())
    counted = helped_at_home(rows, on).annotate(is_owed=owed).values(*WHO).annotate(**WAYS, **days, debts=debts)
    return list(map(with_debts, counted))


class Joined(Aggregate):
    """Texts of many rows in one, with a second text between them."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **extra):
        """Write it as PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="STRING_AGG", **extra)


def with_debts(row: dict) -> dict:
    """A row of counts with its joined ``debts`` taken apart, and how many they are."""
    debts = {tuple(debt.split()) for debt in row["debts"].split(",")} if row["debts"] else ()
    return {**row, "owed": len(debts), "debts": sorted((day, int(key)) for day, key in debts)}


def helped_at_home(rows: QuerySet, on: date) -> QuerySet:
    """Rows of help that counts on a day, each with who it counts for."""
    return at_home(rows.filter(is_in_force(on, "entry__"), entry__kind__in=HELP)).order_by()


def is_owed(on: date) -> Q:
    """True for rows of partners whom we owe an answer: what is shared with our own people is owed to the others."""
    answered = is_linked(on, FULFILS[Duty.ANSWER], "entry__") | said_closed(on, Duty.ANSWER, "entry__")
    return Q(entry__direction=Direction.RECEIVED) & ~answered & ~OURS


# Two people of one city who share a courtesy are one.
WAYS = {way.value: Count("entry", distinct=True, filter=Q(entry__direction=way)) for way in Direction}


def counts_of(row: dict) -> Counts:
    """The counts of a row that has the columns COUNTS."""
    return Counts(row["received"], row["given"], row["owed"])


def at_home(rows: QuerySet) -> QuerySet:
    """Annotate rows of the ledger's partners with who they count for: their city, else themselves; see WHO."""
    outside = Q(home_city__isnull=True)
    return rows.annotate(
        its_city=Coalesce("home_city__merged_into", "home_city"),
        its_organization=Case(When(outside, then=Coalesce("organization__merged_into", "organization"))),
        its_person=Case(When(outside, then=Coalesce("person__merged_into", "person"))),
    )


# Cities of a list --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dealings:
    """When anything last passed with a city, as an ISO day, and of how much we owe thanks, an answer or a reply."""

    latest: str = ""
    open: int = 0


def dealings_with(cities: Iterable[City], on: date) -> dict[int, Dealings]:
    """The dealings by a day with each of some cities, and with all who stand there, by the city's key."""
    theirs = LedgerPartner.objects.filter(count_for({"its_city": {city.pk for city in cities}}))
    told = at_home(theirs.filter(is_in_force(on, "entry__"))).order_by().values("its_city")
    latest = Max(Cast("entry__day", CharField()))
    found = told.annotate(latest=latest, open=Count("entry", distinct=True, filter=is_open(on)))
    return {row["its_city"]: Dealings(row["latest"], row["open"]) for row in found}


def is_open(on: date) -> Q:
    """True for rows of partners whom we owe thanks, an answer or a reply."""
    thanked = is_linked(on, FULFILS[Duty.THANKS], "entry__") | said_closed(on, Duty.THANKS, "entry__")
    helped_us = Q(entry__direction=Direction.RECEIVED, entry__kind__in=HELP)
    wrote = Q(entry__direction=Direction.RECEIVED, entry__kind=CourtesyKind.LETTER)
    not_answered = Q(entry__kind__in=HELP) & is_owed(on)
    return (helped_us & ~thanked) | not_answered | (wrote & ~is_linked(on, LinkKind.REPLIES, "entry__"))


# In which order ----------------------------------------------------------------------------------

ORDERS = ("owed", "received", "given", "name")


def in_order(counted: list[dict], order: str) -> list[dict]:
    """The dicts of ``balance_per_partner`` in one of ORDERS; equal ones, and where there is no such, by what we owe.

    To whom we owe equally much, whoever waits longest comes first; to whom nothing, whoever was heard of last.
    """
    rows = sorted(counted, key=lambda row: (row["latest"], *(row[name] or 0 for name in WHO)), reverse=True)
    rows.sort(key=lambda row: (-row["owed"], row["debts"][:1]))
    if order in ("received", "given"):
        rows.sort(key=lambda row: -row[order])
    if order == "name":
        names = {name: sort_keys(model, keys_in(counted, name)) for name, model in WHO.items()}
        rows.sort(key=lambda row: next(names[name].get(row[name], "") for name in WHO if row[name]))
    return rows


def sort_keys(model, keys: set[int]) -> dict[int, str]:
    """What lists sort some records by."""
    return dict(model.objects.filter(pk__in=keys).values_list("pk", "sort_key")) if keys else {}


def keys_in(counted: Iterable[dict], name: str) -> set[int]:
    """The keys of one of WHO in some rows."""
    return {row[name] for row in counted if row[name]}


# Some partners, with all that is shown of them ---------------------------------------------------


def name_balances(counted: Iterable[dict], rows: QuerySet, on: date) -> list[Balance]:
    """Make balances of some of the dicts of ``balance_per_partner``, with the partners and the years."""
    counted = list(counted)
    theirs = rows.filter(count_for({name: keys_in(counted, name) for name in WHO}))
    partners, years, oldest = read_partners(counted), counts_per_year(theirs, counted, on), read_debts(counted, on)
    return [
        Balance(
            partner=partners[key_of(row)],
            whose=whose(row),
            total=counts_of(row),
            years=years[key_of(row)],
            oldest=oldest.get(key_of(row)),
        )
        for row in counted
    ]


def key_of(row: dict) -> tuple:
    """The keys that tell whose a row is."""
    return tuple(row[name] for name in WHO)


def whose(row: dict) -> str:
    """Whose a row is, as an address says it: "city-12"."""
    return next(f"{kind}-{row[name]}" for kind, name in KINDS.items() if row[name])


def count_for(keys: dict[str, set[int]]) -> Q:
    """True for rows of partners that count for some partners, by the keys of each of WHO."""
    theirs = Q(pk__in=[])
    for name, model in WHO.items():
        if keys.get(name):
            same = model.objects.filter(Q(pk__in=keys[name]) | Q(merged_into__in=keys[name])).values("pk")
            at_home = {"home_city": None, f"{name.removeprefix('its_')}__in": same}
            theirs |= Q(home_city__in=same) if model is City else Q(**at_home)
    return theirs


def read_partners(rows: list[dict]) -> dict[tuple, object]:
    """The cities, organizations and people that rows count for, by their keys, with names and country."""
    known = {}
    for name, model in WHO.items():
        keys = keys_in(rows, name)
        read = model.objects.select_related("country").prefetch_related("names")
        known[name] = read.in_bulk(keys) if keys else {}
    return {key_of(row): next(known[name][row[name]] for name in WHO if row[name]) for row in rows}


def counts_per_year(rows: QuerySet, counted: list[dict], on: date) -> dict[tuple, dict[int, Counts]]:
    """The counts of each year in which help passed, by the partner's keys."""
    owed = Counter((*key_of(row), day[:4]) for row in counted for day, _key in row["debts"])
    years = defaultdict(dict)
    for row in helped_at_home(rows, on).values(*WHO, year=Substr("entry__day", 1, 4)).annotate(**WAYS):
        open_ones = owed[(*key_of(row), row["year"])]
        years[key_of(row)][int(row["year"])] = Counts(row["received"], row["given"], open_ones)
    return years


def read_debts(counted: list[dict], on: date) -> dict[tuple, LedgerEntry]:
    """The courtesy of each partner that we owe an answer longest, by the partner's keys."""
    keys = {key_of(row): row["debts"][0][1] for row in counted if row["debts"]}
    named = LedgerEntry.objects.as_of(on).select_related("gift").prefetch_related("gift__lines__item__words")
    entries = named.in_bulk(keys.values())
    return {key: entries[entry] for key, entry in keys.items()}
