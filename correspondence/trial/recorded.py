"""What is on record for a trial letter, as its table and file tell it, and not the words that are checked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from correspondence.trial import situations as table
from correspondence.trial.faults import OnRecord
from correspondence.trial.places import Places, read_places
from correspondence.trial.situations import Situation
from correspondence.trial.world import CHINESE, ON
from crm.dates import PartialDate, parse_partial_date
from crm.models import CityName, IssuingIdentity, Office, OrganizationName, PersonName, PostTitle

ANSWERED_ON = "2020-03-05"  # the day of a letter of theirs


class Recorded:
    """What is on record for the letters of one language, in it and in Chinese."""

    def __init__(self, places: Places):
        self.places = places
        own = {code: set(self.named_in(code)) for code in (CHINESE, places.code)}
        other = {*self.named_in(places.other_language), *self.titles_of(read_places(places.other_language))}
        self.names = {code: frozenset(names) for code, names in own.items()}
        self.borrowed = {
            code: frozenset(other.union(*(names for twin, names in own.items() if twin != code))) for code in own
        }

    def named_in(self, code: str) -> Iterator[str]:
        """Every name of the language's file and of our office in a language."""
        yield from our_names(code)
        if code == self.places.other_language:
            yield from names_under("other", self.places, place=1)
        elif code == CHINESE:
            yield from names_under("chinese", self.places, place=2)
        else:
            yield from names_under("name", self.places, place=0)
            yield from (" ".join(filter(None, (p["given"], p["family"]))) for p in self.places.people.values())
            yield from (p[part] for p in self.places.people.values() for part in ("family", "given"))
            yield from self.titles_of(self.places)

    def titles_of(self, file: Places) -> Iterator[str]:
        """The titles in a file of the ranks that our readers hold."""
        yield from (file.title(rank, gender) for rank in file.ranks if rank in self.places.ranks for gender in "fm")

    def of(self, situation: Situation, code: str, organization: str) -> OnRecord:
        """What one text of a situation's letter may say; ``organization`` is the reader's, as the text has it."""
        said = self.places if code == self.places.code else read_places(code)
        standing = table.STANDINGS[situation.standing]
        return OnRecord(
            language=code,
            names=self.names[code],
            borrowed=self.borrowed[code],
            numbers=frozenset(numbers_of(situation)),
            number_words=said.number_words,
            said_twice=said.said_twice,
            organization=organization,
            formal=said.formal,
            tie_stands=bool(standing) and standing[1] == "signed",
        )


def names_under(key: str, places: Places, *, place: int) -> Iterator[str]:
    """The names of places, bodies and occasions under a key; ``place`` is where a government's stands in its row."""
    rows = [*places.places.values(), *filter(None, [places.neighbour])]
    for row in (*rows, *places.bodies.values(), *places.occasions.values()):
        yield row[key]
        if key == "name" and "in_letter" in row:
            yield row["in_letter"]
    yield from (row["government"][place] for row in rows)
    if key == "chinese":
        yield from ("".join(person["chinese"]) for person in places.people.values())
        yield from (part for person in places.people.values() for part in person["chinese"])


def our_names(code: str) -> Iterator[str]:
    """What our city, those who issue letters and those who sign them are called in a language."""
    city, organizations = Office.get().city, [identity.organization for identity in IssuingIdentity.objects.all()]
    yield from CityName.objects.filter(city=city, language=code).values_list("text", flat=True)
    for name in OrganizationName.objects.filter(organization__in=organizations, language=code):
        yield from filter(None, (name.text, name.in_letter))
    signing = {"person__posts__organization__in": organizations}
    yield from (
        name.full for name in PersonName.objects.filter(**signing) if name.language == code or not name.language
    )
    yield from PostTitle.objects.filter(post__organization__in=organizations, language=code).values_list(
        "text", flat=True
    )


# Numbers ------------------------------------------------------------------------------------------


def numbers_of(situation: Situation) -> Iterator[Decimal]:
    """Every number that a situation's letter may tell: quantities and their sums, sums of money, days, years."""
    gifts = [*table.RECEIVED[situation.received], *table.GIVEN[situation.given]]
    yield from map(Decimal, (ON.year, ON.month, ON.day))
    for day in days_of(situation, gifts):
        yield from numbers_of_day(parse_partial_date(day))
    own = [gift for gift in table.RECEIVED[situation.received] if "reader" in gift.partners]
    others = [gift for gift in table.RECEIVED[situation.received] if "reader" not in gift.partners]
    for together in (own, others, table.GIVEN[situation.given], *([gift] for gift in gifts)):
        yield from sums_of(together)


def days_of(situation: Situation, gifts: Iterable[table.Gift]) -> Iterator[str]:
    """The days that a situation's letter may tell."""
    yield from (day for gift in gifts for day in (gift.day, gift.expected) if day)
    if "answers" in table.BESIDES[situation.besides]:
        yield ANSWERED_ON
    if (standing := table.STANDINGS[situation.standing]) and standing[2]:
        yield standing[2]


def numbers_of_day(day: PartialDate) -> Iterator[Decimal]:
    """The year, and the month and day as far as they are known."""
    yield from map(Decimal, str(day).split("-"))


def sums_of(gifts: Iterable[table.Gift]) -> Iterator[Decimal]:
    """How much of each thing, unit and qualifier some gifts hold together."""
    sums: dict[tuple, Decimal] = defaultdict(Decimal)
    for gift in gifts:
        for line in gift.lines:
            amount = line.get("value", line["quantity"])
            if amount is not None:
                kind = (line["item"], line.get("unit"), line.get("qualifier"), line.get("currency"))
                sums[kind] += Decimal(str(amount))
    yield from sums.values()
