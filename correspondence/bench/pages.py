"""The pages that bin/bench times, where each is on a filled database, and what none of them may cost."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from correspondence.bench.filling import THE_SAME
from correspondence.models import Letter, LetterState
from crm.models import City, Gift, LedgerEntry, Occasion, Organization, Person

RATIO, BARES_MORE, BARES, BARES_OF_SUMS, KILOBYTES = 1.3, 2, 8, 20, 15
BARE = "bare"


@dataclass(frozen=True)
class Page:
    """A page of the table; ``sums`` says that it sums the whole ledger or an occasion."""

    name: str
    address: Callable[[], str]
    sums: bool = False


def at(view: str, /, **asked) -> Callable[[], str]:
    """The address of a page that names no record, with what is asked of it."""
    question = "?" + "&".join(f"{key}={value}" for key, value in asked.items()) if asked else ""
    return lambda: reverse(view) + question


def of(records: Callable, name: str = "") -> Callable[[], str]:
    """The address of the first of some records, or that of another page of it, by its key."""

    def address() -> str:
        record = records().order_by("pk").first()
        return reverse(name, args=[getattr(record, "slug", record.pk)]) if name else record.get_absolute_url()

    return address


def found(kind: str, text: str, page: str = "choices") -> Callable[[], str]:
    """Where a form's question finds records of a kind by a text."""
    return lambda: f"{reverse(page, args=[kind])}?q={text}"


def the_same():
    """The city that is alike in all databases, else the first abroad."""
    return City.objects.filter(slug=THE_SAME) if City.objects.filter(slug=THE_SAME).exists() else abroad()


def abroad():
    """Cities that are not ours."""
    return City.objects.exclude(country="CN")


def to_the_same(name: str) -> Callable[[], str]:
    """The address of a form for the city that is alike in all."""
    return lambda: f"{reverse(name)}?city={the_same().get().slug if the_same().count() == 1 else abroad().first().slug}"


def drafts():
    """Letters under way."""
    return Letter.objects.filter(state=LetterState.DRAFT)


PAGES = (
    Page(BARE, at("bench-bare")),
    Page("desk", at("desk"), sums=True),
    Page("all that is to be done", at("to-do"), sums=True),
    Page("help to thank for", at("to-do", show="thank", page=9), sums=True),
    Page("cities", at("city-list"), sums=True),
    Page("cities of a country", at("city-list", country="ES")),
    Page("cities found", at("city-list", name="Moreno")),
    Page("people", at("person-list")),
    Page("people of a country", at("person-list", country="ES")),
    Page("people in office", at("person-list", rank="mayor")),
    Page("people by post", at("person-list", sort="post")),
    Page("people found", at("person-list", name="Moreno")),
    Page("people found, Chinese", at("person-list", name="鲁安")),
    Page("people found, nobody", at("person-list", name="nobody")),
    Page("organizations", at("organization-list")),
    Page("organizations found", at("organization-list", name="Moreno")),
    Page("letters", at("letter-list")),
    Page("letters of a country", at("letter-list", country="ES")),
    Page("letters of a kind", at("letter-list", kind="thanks", year="2012")),
    Page("letters under way", at("letter-list", state="draft")),
    Page("letters found", at("letter-list", name="Moreno")),
    Page("register of letters sent", at("register-out")),
    Page("register of letters received", at("register-in")),
    Page("gifts", at("gift-list")),
    Page("gifts of a country", at("gift-list", country="ES")),
    Page("gifts of an item", at("gift-list", item=1)),
    Page("gifts found", at("gift-list", partner="Moreno")),
    Page("ledger", at("ledger"), sums=True),
    Page("ledger of a country", at("ledger", country="ES"), sums=True),
    Page("ledger, added up", at("ledger-alike"), sums=True),
    Page("ledger, owed", at("ledger", owed="on"), sums=True),
    Page("occasions", at("occasion-list")),
    Page("occasions of a country", at("occasion-list", country="ES")),
    Page("city", of(the_same)),
    Page("organization", of(lambda: Organization.objects.filter(city__in=abroad()))),
    Page("person", of(lambda: Person.objects)),
    Page("gift", of(lambda: Gift.objects)),
    Page("courtesy", of(lambda: LedgerEntry.objects, "ledger-entry")),
    Page("letter", of(drafts)),
    Page("occasion", of(lambda: Occasion.objects), sums=True),
    Page("city form", at("city-add")),
    Page("city, changed", of(the_same, "city-edit")),
    Page("organization form", at("organization-add")),
    Page("person form", at("person-add")),
    Page("person, changed", of(lambda: Person.objects, "person-edit")),
    Page("post form", of(lambda: Person.objects, "post-add")),
    Page("gift form", at("gift-add")),
    Page("gift form of a city", to_the_same("gift-add")),
    Page("courtesy form", at("courtesy-add")),
    Page("occasion form", at("occasion-add")),
    Page("received letter form", at("letter-receive")),
    Page("sent letter form", at("letter-enter-sent")),
    Page("write to a city", to_the_same("letter-write")),
    Page("form: a person found", found("person", "Moreno")),
    Page("form: a city found", found("city", "gdlhl")),
    Page("form: a gift found", found("gift", "Moreno")),
    Page("form: a letter found", found("letter", "Moreno", "letter-choices")),
    Page("form: nothing typed", found("person", "")),
    Page("letter's words", of(drafts, "letter-edit")),
)


@dataclass(frozen=True)
class Cost:
    """What a page costs: median seconds, queries, and kilobytes as they are sent."""

    seconds: float
    queries: int
    kilobytes: float


@dataclass(frozen=True)
class Row:
    """A page on a small, a large and an ordinary database, and a bare page of the same run, in seconds."""

    page: Page
    small: Cost
    large: Cost
    office: Cost
    bare: float

    @property
    def ratio(self) -> float:
        """How many times slower it is on the large one."""
        return self.large.seconds / self.small.seconds

    @property
    def bares(self) -> float:
        """How many bare pages it costs on the large one."""
        return self.large.seconds / self.bare

    def faults(self) -> list[str]:
        """What it costs that it may not."""
        more = (self.large.seconds - self.small.seconds) / self.bare
        most = BARES_OF_SUMS if self.page.sums else BARES
        wrong = {
            f"over {most} bares": self.bares > most,
            f"over {RATIO} times the small one": not self.page.sums and self.ratio > RATIO and more > BARES_MORE,
            f"{self.small.queries} queries on the small one": self.small.queries != self.large.queries,
            "over 5 queries": self.page.name == BARE and self.large.queries > 5,
            f"over {KILOBYTES} kB": self.office.kilobytes > KILOBYTES,
        }
        return [fault for fault, holds in wrong.items() if holds]

    def __str__(self):
        return (
            f"{self.page.name:24} {1000 * self.small.seconds:7.1f} {1000 * self.large.seconds:7.1f} {self.ratio:6.2f} "
            f"{self.bares:6.1f} {self.large.queries:7d} {self.office.kilobytes:4.1f}  {', '.join(self.faults())}"
        ).rstrip()


NAMES = f"{'name':24} {'small':>7} {'large':>7} {'ratio':>6} {'bares':>6} {'queries':>7} {'kB':>4}"
HEAD = f"{NAMES}   (ms; kB at 111 cities)"
