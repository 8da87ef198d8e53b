"""The table of situations that every letter text is tried in: what happened, what they gave, what we give, who writes.

A situation names a row of each table that its kind of letter speaks of. Every reader meets each kind once, with rows
that change from reader to reader; those that texts tell apart meet every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from correspondence.models import LetterKind
from correspondence.trial.places import Places
from correspondence.trial.readers import Reader, is_at_home, is_of_the_city, readers

CONDOLENCE, NOTIFICATION = str(LetterKind.CONDOLENCE), str(LetterKind.NOTIFICATION)
THANKS, SUPPORT, PLAIN = str(LetterKind.THANKS), str(LetterKind.RECIPROCAL_SUPPORT), str(LetterKind.LETTER)


class Happened(NamedTuple):
    """An occasion: what, where (``city``, ``struck``, ``country``, ``us``), whether by its own name.

    ``refused`` are the kinds of letters that cannot speak of it, ``never`` those that nobody would write.
    """

    kind: str = ""
    where: tuple[str, ...] = ()
    named: bool = False
    start: str = "2020-04"
    deaths: bool = False
    injured: bool = False
    refused: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Gift(NamedTuple):
    """One gift: ``partners`` are keys of the language's file, or ``reader``; ``lines`` those of a gift on record."""

    lines: tuple[dict, ...]
    day: str = "2020-02-05"
    partners: tuple[str, ...] = ("reader",)
    state: str = "received"
    through: str = ""
    used: tuple[str, ...] = ()
    carrier: str = ""
    expected: str = ""


def line(item: str, quantity: float | None = None, **said) -> dict:
    """A line of a gift."""
    return {"item": item, "quantity": quantity, **said}


MASKS = (line("mask", 20000),)
MONEY = (line("money", value=30000, currency="CNY"),)
OURS = {"never": (CONDOLENCE,)}

OCCASIONS = {
    "no occasion": Happened(refused=(CONDOLENCE,)),
    "the pandemic, here and there": Happened("epidemic", ("country", "us"), named=True, start="2020-01", deaths=True),
    "an epidemic in the country": Happened("epidemic", ("country",), injured=True),
    "an epidemic that nobody placed": Happened("epidemic"),
    "an epidemic here": Happened("epidemic", ("us",), start="2020-01", deaths=True, **OURS),
    "a named storm struck the city": Happened("storm", ("struck",), named=True, deaths=True, injured=True),
    "a storm struck the city": Happened("storm", ("struck",)),
    "a quake in the city": Happened("earthquake", ("city",), deaths=True, injured=True),
    "a named quake in the country": Happened("earthquake", ("country",), named=True, injured=True),
    "a named flood struck the city": Happened("flood", ("struck",), named=True),
    "a flood in the country": Happened("flood", ("country",), deaths=True),
    "a flood here": Happened("flood", ("us",), deaths=True, injured=True, **OURS),
    "a fire in the city": Happened("fire", ("city",), injured=True),
    "a named fire in the city": Happened("fire", ("city",), named=True, deaths=True),
    "an accident in the city": Happened("accident", ("city",), deaths=True),
    "a named accident in the country": Happened("accident", ("country",), named=True, deaths=True),
    "a named storm here": Happened("storm", ("us",), named=True, **OURS),
    "a visit": Happened("visit", named=True, refused=(CONDOLENCE,)),
    "a storm to come": Happened(
        "storm", ("city",), start="2020-05", refused=(CONDOLENCE, NOTIFICATION, THANKS, SUPPORT)
    ),
}
RECEIVED: dict[str, tuple[Gift, ...]] = {
    "nothing": (),
    "20,000 masks": (Gift(MASKS),),
    "one ventilator": (Gift((line("ventilator", 1),), "2020-02"),),
    "a book, of a year": (Gift((line("book", 1),), "2020"),),
    "masks, nobody counted": (Gift((line("mask"),), "2020-02"),),
    "a lot, and some": (Gift((line("mask", qualifier="large"), line("book", qualifier="some"))),),
    "about and over": (Gift((line("gloves", 300, qualifier="about"), line("mask", 260, qualifier="over"))),),
    "265,000 masks": (Gift((line("mask", 265000),)),),
    "pairs, bottles and boxes": (
        Gift(
            (
                line("gloves", 2, unit="pair"),
                line("disinfectant", 15, unit="bottle"),
                line("mask", 3, unit="box"),
                line("goggles", 21, unit="carton"),
            )
        ),
    ),
    "by weight": (
        Gift((line("disinfectant", 200, unit="litre"), line("protective_supplies", 1.5, unit="tonne")), "2020-03"),
    ),
    "money of theirs": (Gift(MONEY),),
    "money of theirs and masks": (Gift((line("money", value=5000.5, currency="EUR"), line("mask", 5))),),
    "contents not on record": (Gift(()),),
    "two gifts": (Gift((line("mask", 4000),)), Gift((line("gloves"),), "2020-03")),
    "three alike": tuple(
        Gift((line("mask", number),), day) for number, day in ((20, "2020-01"), (7, "2020-02-05"), (3, "2020"))
    ),
    "together with a city": (Gift((line("mask", 22), line("ventilator", 1)), partners=("reader", "neighbour")),),
    "one of two with a city": (Gift(MASKS), Gift((line("book", 4),), "2020-03", ("reader", "neighbour"))),
    "a firm's": (Gift((line("mask", 5000),), partners=("company",)),),
    "theirs and a firm's": (Gift(MASKS), Gift((line("protective_suit", 12),), "2020-03", ("company",))),
    "a firm's and a citizen's": (
        Gift((line("thermometer", 8),), partners=("company",)),
        Gift((line("goggles", 6),), "2020-03-09", ("citizen",)),
    ),
    "through the Red Cross": (Gift(MASKS, through="red_cross"),),
    "through our ambassador": (Gift(MASKS, through="envoy"),),
    "to hospitals": (Gift(MASKS, used=("hospitals",)),),
    "to the front line": (Gift(MASKS, used=("frontline",)), Gift((line("gloves", 9),), "2020-03", used=("frontline",))),
    "to schools": (Gift(MASKS, used=("schools",)),),
    "to neighbourhoods": (Gift(MASKS, used=("communities",)),),
    "to hospitals and schools": (Gift(MASKS, used=("hospitals", "schools")),),
}
GIVEN: dict[str, tuple[Gift, ...]] = {
    "nothing": (),
    "30,000 masks to come": (Gift((line("mask", 30000),), "2020-05", state="planned"),),
    "announced": (Gift((line("protective_suit", 500), line("goggles", 1)), "2020-04-28", state="announced"),),
    "one ventilator under way": (
        Gift(
            (line("ventilator", 1),),
            "2020-04-10",
            state="sent",
            carrier="顺丰国际 / SF International",
            expected="2020-04-26",
        ),
    ),
    "under way with a carrier": (Gift(MASKS, "2020-04", state="sent", carrier="顺丰国际 / SF International"),),
    "under way, expected": (Gift((line("mask", 41),), "2020-04-11", state="sent", expected="2020-05"),),
    "arrived": (Gift((line("gloves", 700, unit="pair"),), "2020-03"),),
    "one under way, one to come": (
        Gift((line("mask", 30000),), "2020-04-10", state="sent"),
        Gift((line("mask", 500),), "2020-05", state="planned"),
    ),
    "two under way": (
        Gift((line("mask", 30000),), "2020-04-10", state="sent"),
        Gift((line("goggles", 500),), "2020-04", state="sent"),
    ),
    "money of ours": (Gift(MONEY, "2020-04-15", state="sent"),),
    "some books": (Gift((line("book", qualifier="some"),), "2020-04-15", state="sent"),),
    "nobody counted": (Gift((line("mask"),), "2020-04-15", state="sent"),),
    "for two cities": (Gift(MASKS, "2020-04-15", ("reader", "neighbour"), "sent"),),
}
NEVER_GIVEN = ("nobody counted", "for two cities", "one under way, one to come")
# Kind of the partnership, its last step and its day.
STANDINGS = {
    "no tie": None,
    "sister cities since 1992": ("sister", "signed", "1992-08-15"),
    "sister cities": ("sister", "signed", None),
    "friendship cities since 2005": ("friendly", "signed", "2005"),
    "a tie to come": ("sister", "intent", "2018"),
    "a tie that ended": ("sister", "ended", "2015"),
}
WRITERS = {
    "the mayor writes": "government",
    "the office writes": "foreign-affairs-office",
    "the association writes": "friendship-association",
}
BESIDES: dict[str, dict] = {
    "": {},
    "answering condolences by telegram": {"answers": ("condolence", "telegram")},
    "answering congratulations": {"answers": ("congratulation", "letter")},
    "answering a letter": {"answers": ("letter", "letter")},
    "experience of theirs": {"experience": ("received",)},
    "experience both ways": {"experience": ("received", "given")},
    "promising": {"ticked": ("offers_help", "postpones_visits", "takes_measures")},
    "asking": {"ticked": ("asks_for_goods",), "needs": ("mask", "goggles")},
    "quantities told": {"show_quantities": True},
}
TABLES = {
    "occasion": OCCASIONS,
    "received": RECEIVED,
    "given": GIVEN,
    "standing": STANDINGS,
    "writer": WRITERS,
    "besides": BESIDES,
}
SPEAKS_OF = {
    CONDOLENCE: ("occasion", "standing", "writer", "besides"),
    THANKS: ("occasion", "received", "standing", "writer", "besides"),
    SUPPORT: ("occasion", "received", "given", "standing", "writer", "besides"),
    NOTIFICATION: ("occasion", "writer", "besides"),
    PLAIN: ("writer",),
}
KINDS = tuple(SPEAKS_OF)
# What each kind is about: every reader that texts tell apart meets each row of it; those of other tables one reader.
ABOUT = {
    CONDOLENCE: ("occasion",),
    THANKS: ("received",),
    SUPPORT: ("occasion", "given"),
    NOTIFICATION: ("occasion",),
    PLAIN: (),
}


@dataclass(frozen=True)
class Situation:
    """One case: a kind of letter, a reader, and the name of a row of each table."""

    kind: str
    reader: Reader
    occasion: str = "no occasion"
    received: str = "nothing"
    given: str = "nothing"
    standing: str = "no tie"
    writer: str = "the mayor writes"
    besides: str = ""

    def __str__(self):
        told = [getattr(self, table) for table in SPEAKS_OF[self.kind]]
        plain = ("", "no occasion", "no tie", "the mayor writes", "nothing")
        return "; ".join([str(self.reader), *(row for row in told if row not in plain)])

    @property
    def is_refused(self) -> bool:
        """Whether no letter can be written, and the table says so."""
        besides = BESIDES[self.besides]
        if self.reader.refused or self.kind in OCCASIONS[self.occasion].refused:
            return True
        if self.kind == THANKS and self.received == "nothing":
            return not ("answers" in besides or "received" in besides.get("experience", ()))
        if self.kind == SUPPORT:
            return self.given in NEVER_GIVEN or (
                self.given == "nothing" and "given" not in besides.get("experience", ())
            )
        return False


def situations(kind: str, places: Places) -> Iterator[Situation]:
    """Every situation in which a kind of letter is tried, each once."""
    everybody, met = readers(places), set()
    core = [reader for reader in everybody if reader.is_core]
    wanted = [(reader, {}) for reader in everybody]
    for table in SPEAKS_OF[kind]:
        readers_of_it = core if table in ABOUT[kind] else core[:1]
        wanted += [(reader, {table: row}) for reader in readers_of_it for row in TABLES[table]]
    for turn, (reader, chosen) in enumerate(wanted):
        if all(fits(table, row, kind, reader, places) for table, row in chosen.items()):
            situation = drawn(kind, reader, places, turn, **chosen)
            if situation not in met:
                met.add(situation)
                yield situation


def drawn(kind: str, reader: Reader, places: Places, turn: int, **chosen: str) -> Situation:
    """A situation with the rows chosen, and of every other table one that can be written, another at each turn."""
    for number, table in enumerate(SPEAKS_OF[kind]):
        if table not in chosen:
            rows = rows_told(table, kind, reader, places)
            chosen[table] = rows[(turn + number * turn // 3) % len(rows)]
    return Situation(kind, reader, **chosen)


def rows_told(table: str, kind: str, reader: Reader, places: Places) -> list[str]:
    """The rows of a table that fit a reader and do not make a letter impossible."""
    usual = {"received": "20,000 masks", "given": "announced", "occasion": "a quake in the city"}
    rows = [row for row in TABLES[table] if fits(table, row, kind, reader, places)]
    return [
        row for row in rows if not Situation(kind, replace(reader, refused=False), **(usual | {table: row})).is_refused
    ]


def fits(table: str, row: str, kind: str, reader: Reader, places: Places) -> bool:
    """Whether a row can be of a reader: only a place has a partnership, and only its letters name its firms' gifts."""
    if table == "occasion":
        return kind not in OCCASIONS[row].never
    if table == "standing":
        return row == "no tie" or is_of_the_city(reader, places)
    if table in ("received", "given"):
        partners = {partner for gift in TABLES[table][row] for partner in gift.partners}
        others = any("reader" not in gift.partners for gift in TABLES[table][row])
        return ("neighbour" not in partners or bool(places.neighbour)) and (not others or is_at_home(reader, places))
    return True


def partners_of(situation: Situation) -> set[str]:
    """The keys of those besides the reader who gave, were given to, or handed gifts on."""
    gifts = (*RECEIVED[situation.received], *GIVEN[situation.given])
    keys = {key for gift in gifts for key in (*gift.partners, gift.through) if key}
    return keys - {"reader"}
