"""Fills an empty database with an office of a size, through the bulk doors; the same size is filled alike each time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.core.management import call_command

from correspondence.actions.drafting import build_drafts, insert_drafts
from correspondence.actions.incoming import build_received_letters, insert_received_letters
from correspondence.models import Letter, LetterState
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import ComposedLetter, Paragraph
from crm.actions.gifts import build_gifts, insert_gifts
from crm.actions.office import open_office, save_account
from crm.actions.people import build_people, insert_people
from crm.actions.places import (
    build_cities,
    build_organizations,
    build_partnerships,
    insert_cities,
    insert_organizations,
    insert_partnerships,
    open_occasion,
)
from crm.dates import parse_partial_date
from crm.models import City, Country, ItemKind, LedgerEntry, Occasion, Office, Organization, User
from crm.search.writing import index

CHUNK = 5000  # rows that are built before they are inserted
COUNTRIES = ("ES", "JP", "KR", "NO", "RO", "UA", "PH", "US", "FR", "DE", "IT", "GB", "BR", "CL", "EG", "KE", "TH", "VN")
FAMILIES = ("Ru", "Mo", "Sa", "Te", "Ka", "Vi", "No", "Be", "Li", "Da", "Go", "Pe", "Zu", "Fa", "Hi", "Ja", "Co", "Wy")
ENDS = ("iz", "reno", "to", "lla", "mura", "dal", "escu", "enko", "son", "ini", "er", "ez", "ov", "ak", "ian", "eva")
CHINESE_FAMILIES, CHINESE_GIVEN = "鲁莫萨特卡维诺贝利达戈佩祖法希贾科怀", "安娜玛丽亚何塞路易斯约翰彼得卡尔文森"
GIVEN = ("Ana", "José", "Mari", "Ivan", "Kenji", "Olena", "Ingrid", "Lucía", "Jun", "Paul")
SHARE_OPEN, SHARE_IN, SHARE_SHARED = 50, 20, 20  # one letter in 50 is under way; one came for each 20; shared gifts


@dataclass(frozen=True)
class Size:
    """How much an office has on record; ``of_one`` is on top, of one city that is alike in all: gifts and letters.

    ``entered`` letters are on top too (correspondence/bench/entered.py).
    """

    cities: int
    people: int
    letters: int
    gifts: int
    of_one: tuple[int, int] = (0, 0)
    entered: int = 0

    def divided(self, by: int) -> "Size":
        """So many times less of everything, to try."""
        parts = (max(2, number // by) for number in (self.cities, self.people, self.letters, self.gifts))
        return Size(*parts, of_one=tuple(number // by for number in self.of_one), entered=self.entered // by)


SIZES = {
    "small": Size(40, 1_000, 1_000, 200, of_one=(500, 2_000)),
    "large": Size(2_000, 100_000, 100_000, 10_000, of_one=(500, 2_000)),
    "office": Size(111, 3_000, 3_000, 700),
    "searched": Size(2_000, 100_000, 10_000, 10_000, entered=490_000),
}
THE_SAME = "the-same-es"


def fill(size: Size) -> None:
    """Fill an empty, migrated database: accounts, office, cities, people, occasions, gifts, letters."""
    call_command("load_letter_templates", verbosity=0)
    by = open_house()
    cities = cities_of(put(by, build_cities, insert_cities, city_rows(size.cities)))
    ours = Office.get().city
    put(by, build_partnerships, insert_partnerships, partnership_rows(ours, cities))
    put(by, build_organizations, insert_organizations, body_rows(cities))
    put(by, build_people, insert_people, person_rows(size.people, bodies_of(cities)))
    occasions = list(open_occasions(by, max(4, size.gifts // 250)))
    give(by, size.gifts, cities, occasions)
    write(by, size.letters, bodies_of(cities), occasions)
    if any(size.of_one):
        add_the_same(by, *size.of_one, occasions[1])


def open_house() -> User:
    """Open the office with its head, and return the clerk who writes everything."""
    head, clerk = User(username="head", full_name="Head"), User(username="clerk", full_name="Clerk", role="clerk")
    city = {"country_id": "CN", "names": names_of("Hengyang", "衡阳市"), "latitude": 26.9, "longitude": 112.6}
    open_office(head=head, password="bench-of-pages", name="衡阳市", number_prefix="衡外函", city=city)
    clerk = save_account(by=head, account=clerk, password="bench-of-pages")
    for government in Organization.objects.all():
        government.names.create(language="es", text="Gobierno Municipal de Hengyang")
        index(government)
    User.objects.update(must_change_password=False)  # whom the bench signs in as
    return clerk


def put(by, build: Callable, insert: Callable, rows: Iterable[dict]) -> list[int]:
    """Put rows on record through the two halves of a door, some thousand at once; returns the new records' keys."""
    return [record.pk for chunk in chunks(rows) for record in insert(by=by, built=build(chunk))]


def chunks(rows: Iterable) -> Iterator[list]:
    """Yield rows some thousand at once."""
    rows = iter(rows)
    return iter(lambda: list(islice(rows, CHUNK)), [])


# Who -------------------------------------------------------------------------------------------------------


def names_of(latin: str, chinese: str) -> list[dict]:
    """A name in English, Spanish and Chinese."""
    return [{"language": code, "text": text} for code, text in (("en", latin), ("es", latin), ("zh-hans", chinese))]


def city_rows(number: int) -> Iterator[dict]:
    """Cities in all directions, as ``build_cities`` takes them."""
    for n in range(number):
        latin, chinese = f"{invent(n)} {n}", f"{invent_chinese(n)}{n}市"
        place = {"latitude": -50 + n * 37 % 115, "longitude": -170 + n * 71 % 340}
        yield {
            "country_id": COUNTRIES[n % len(COUNTRIES)],
            "names": names_of(latin, chinese),
            "government": False,
            **place,
        }


def partnership_rows(ours: City, cities: list[City]) -> Iterator[dict]:
    """A partnership signed with each city."""
    for n, city in enumerate(cities):
        steps = [{"kind": "signed", "day": parse_partial_date(f"{1985 + n % 35}-05")}]
        yield {"city": ours, "partner": city, "kind": "sister", "steps": steps}


def cities_of(keys: list[int]) -> list[City]:
    """Cities by their keys, with what is read of them."""
    found = City.objects.select_related("country").prefetch_related("names").in_bulk(keys)
    return [found[key] for key in keys]


def body_rows(cities: list[City]) -> Iterator[dict]:
    """The government of each city and a company in it."""
    for city in cities:
        latin, chinese = city.name_in("en"), city.name_in("zh-hans")
        facts = {"country_id": city.country_id, "city": city}
        yield {**facts, "kind": "city_government", "names": names_of(f"Ayuntamiento de {latin}", f"{chinese}政府")}
        yield {**facts, "kind": "company", "names": names_of(f"{latin} Trading", f"{chinese}贸易公司")}


def person_rows(number: int, bodies: list[Organization]) -> Iterator[dict]:
    """People with two names, two channels and a post, the heads of governments first."""
    for n in range(number):
        family, given = f"{invent(n)}{n // 300 % 20 or ''}", GIVEN[n % len(GIVEN)]
        chinese = {"family": invent_chinese(n), "given": CHINESE_GIVEN[n % 18 : n % 18 + 2], "family_first": True}
        body = bodies[n % len(bodies)]
        rank = "mayor" if n < len(bodies) and body.kind == "city_government" else "official"
        titles = [{"language": "es", "text": "Alcaldesa"}, {"language": "zh-hans", "text": "市长"}]
        yield {
            "gender": "f",
            "country_id": body.country_id,
            "names": [
                {"form": "own", "language": "es", "family": family, "given": given},
                {"form": "chinese", "language": "zh-hans", **chinese},
            ],
            "channels": [
                {"kind": "email", "value": f"office{n}@example.org"},
                {"kind": "phone", "value": f"+34 949 {n:06}"},
            ],
            "posts": [{"organization": body, "rank": rank, "titles": titles}],
        }


def bodies_of(cities: list[City]) -> list[Organization]:
    """The organizations of some cities with what is read of them, governments first."""
    bodies = Organization.objects.select_related("city__country", "country").prefetch_related("names", "city__names")
    found = list(bodies.filter(city__in=[city.pk for city in cities]).order_by("pk"))
    return sorted(found, key=lambda body: body.kind != "city_government")


def invent(n: int) -> str:
    """A name in Latin letters."""
    return FAMILIES[n % len(FAMILIES)] + ENDS[n // len(FAMILIES) % len(ENDS)]


def invent_chinese(n: int) -> str:
    """A name in Chinese."""
    return CHINESE_FAMILIES[n % 18] + CHINESE_GIVEN[n // 18 % 18]


# What passed -----------------------------------------------------------------------------------------------


def open_occasions(by: User, number: int) -> Iterator[Occasion]:
    """Occasions, the first of which struck every country."""
    for n in range(number):
        countries = Country.objects.filter(pk__in=COUNTRIES) if n == 0 else [Country.objects.get(pk=COUNTRIES[n % 18])]
        start = parse_partial_date(f"{2000 + n % 25}")
        names = names_of(f"Epidemic {n}", f"疫情{n}")
        yield open_occasion(by=by, kind="epidemic", start=start, names=names, countries=countries)


def give(by: User, number: int, cities: list[City], occasions: list[Occasion]) -> None:
    """Gifts of both directions; of those received a half is answered, and some are from two cities."""
    theirs = put(by, build_gifts, insert_gifts, gift_rows(number // 2, cities, occasions, "received"))
    answered = LedgerEntry.objects.filter(gift__gte=theirs[0]).select_related("gift").order_by("pk")[: number // 4]
    answered = iter(answered)
    rows = gift_rows(number // 2, cities, occasions, "given")
    put(by, build_gifts, insert_gifts, ({**row, "answers": [*islice(answered, 1)]} for row in rows))


def gift_rows(number: int, cities: list[City], occasions: list[Occasion], direction: str) -> Iterator[dict]:
    """Gifts of one direction with two lines, spread over a quarter of a century."""
    kinds = list(ItemKind.objects.filter(is_money=False).prefetch_related("words")[:5])
    for n in range(number):
        partners = [{"city": cities[n % len(cities)]}]
        partners += [{"city": cities[(n + 1) % len(cities)]}] if n % SHARE_SHARED == 0 and len(cities) > 1 else []
        yield {
            "direction": direction,
            "state": "received" if direction == "received" else "sent",
            "day": parse_partial_date(day_of(n, number).isoformat()),
            "occasion": occasions[0 if n % 3 == 0 else n % len(occasions)],
            "partners": partners,
            "lines": [{"item": kinds[k % 5], "quantity": 100 + n, "unit": "piece"} for k in (n, n + 1)],
        }


def day_of(n: int, number: int) -> date:
    """The day of one of a number of things spread over a quarter of a century."""
    return date(2000, 1, 3) + timedelta(days=n * 9000 // max(number, 1))


# What was written ------------------------------------------------------------------------------------------


def write(by: User, number: int, bodies: list[Organization], occasions: list[Occasion]) -> None:
    """Letters of ours with their texts, most of them cancelled; and one of theirs for each twenty."""
    ours = put(by, build_drafts, insert_drafts, draft_rows(number, bodies, occasions))
    over = [key for n, key in enumerate(ours) if n % SHARE_OPEN]
    for keys in chunks(over):  # no door ends many letters at once
        Letter.objects.filter(pk__in=keys).update(state=LetterState.CANCELLED, cancelled_because="bench")
    put(by, build_received_letters, insert_received_letters, received_rows(number // SHARE_IN, bodies))


def draft_rows(number: int, bodies: list[Organization], occasions: list[Occasion]) -> Iterator[dict]:
    """Letters of two texts of four paragraphs."""
    office = Office.get()
    facts = {"language": "es", "office": office, "identity": office.identities.select_related("organization").first()}
    kinds = ("thanks", "condolence", "notification", "reciprocal_support")
    for n in range(number):
        body, occasion = bodies[n % len(bodies)], occasions[n % len(occasions)]
        whom = {"organization": body, "city": body.city, "occasion": occasion}
        brief = LetterBrief(kind=kinds[n % 4], on=day_of(n, number), **whom, **facts)
        yield {"brief": brief, "composed": [words(language, n, body) for language in ("zh-hans", "es")]}


def words(language: str, n: int, body: Organization) -> ComposedLetter:
    """A letter's words in a language."""
    said = {
        "zh-hans": f"第{n}号来函收悉。贵市与我市长期友好往来，谨向贵市人民致以诚挚问候和衷心感谢。",
        "es": f"Recibimos su carta número {n} y le agradecemos la ayuda prestada durante la epidemia.",
    }[language]
    paragraphs = tuple(Paragraph(f"part-{part}", f"{said} ({part})") for part in range(4))
    name = body.name_in(language)
    parts = {"place_and_date": "", "addressee": name, "heading": "", "salutation": name}
    return ComposedLetter(language=language, paragraphs=paragraphs, closing="…", signature="…", **parts)


def received_rows(number: int, bodies: list[Organization]) -> Iterator[dict]:
    """Letters of theirs that wait for an answer."""
    for n in range(number):
        day = parse_partial_date(day_of(n, number).isoformat())
        who = {"organization": bodies[n % len(bodies)], "language": "es", "kind": "thanks", "means": "email"}
        yield {**who, "day": day, "received_on": day, "title": f"Carta {n}", "words": "Gracias."}


def add_the_same(by: User, gifts: int, letters: int, occasion: Occasion) -> None:
    """One city more with its gifts and letters, the same in every database."""
    row = {"slug": THE_SAME, "country_id": "ES", "names": names_of("The Same", "同一市"), "government": False}
    (city,) = cities_of(put(by, build_cities, insert_cities, [row]))
    put(by, build_organizations, insert_organizations, body_rows([city]))
    put(by, build_people, insert_people, person_rows(3, bodies_of([city])))
    give(by, gifts, [city], [occasion])
    write(by, letters, bodies_of([city]), [occasion])
