"""The kinds of records that questions of crm name, and what narrows each.

A page names what is offered by its kind and by what narrows it (``/choices/gift/?city=3&direction=given``), so that a
form and the page that finds as one types offer the same. Kinds that touch letters stand upstairs.
"""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from crm.choosing import labels
from crm.choosing.places import groups, placed_cities, placed_countries, placed_organizations, struck_countries
from crm.choosing.records import Kind, Records, read_keys
from crm.currencies import CURRENCIES
from crm.fields import EVERY_LANGUAGE, LETTER_LANGUAGES
from crm.models import City, Country, Gift, ItemKind, LedgerEntry, Occasion, Office, Organization, Person, Post, User
from crm.models.ledger import WITHOUT_GIFT
from crm.models.search_entry import keys_answering
from crm.picking import Listed, Offered
from crm.search.asking import find_among
from crm.tokens import ask_anywhere


def find_courtesies(entries: QuerySet, text: str, most: int) -> list[int]:
    """Find the keys of courtesies by partners, by what they are and by their gifts; the index has no courtesy."""
    gifts = keys_answering(Gift.indexed_as, ask_anywhere(text))
    said = (
        Q(summary__icontains=text) | Q(gift__in=gifts) | Q(pk__in=LedgerEntry.objects.with_partner(text).values("pk"))
    )
    return list(entries.filter(said).values_list("pk", flat=True)[:most])


def without(records: QuerySet, asked: Mapping[str, list]) -> QuerySet:
    """Records without those that are not to be offered here."""
    left_out = read_keys(asked.get("without", ()))
    return records.exclude(pk__in=left_out) if left_out else records


def offered_accounts(asked, on) -> QuerySet:
    """Those who can sign in; ?writers= those who may write."""
    accounts = User.objects.writers() if "writers" in asked else User.objects.all()
    return without(accounts.filter(is_active=True), asked)


def offered_cities(asked, on) -> QuerySet:
    """Cities in use; ?abroad= leaves our own out."""
    cities = without(City.objects.current().active(), asked)
    return cities.exclude(pk__in=Office.objects.values("city")) if asked.get("abroad") else cities


def offered_organizations(asked, on) -> QuerySet:
    """Organizations in use; ?ours= those of our own city."""
    organizations = without(Organization.objects.current().active(), asked)
    return organizations.filter(city__in=Office.objects.values("city")) if asked.get("ours") else organizations


def offered_items(asked, on) -> QuerySet:
    """Kinds of items in use; ?goods= without money, ?all= those too that are archived."""
    if "all" in asked:
        return ItemKind.objects.all()
    return ItemKind.objects.goods() if "goods" in asked else ItemKind.objects.active()


def offered_posts(asked, on) -> QuerySet:
    """The posts at our own organizations; ?person= those of a person."""
    if "person" in asked:
        return Post.objects.filter(person__in=read_keys(asked["person"]))
    return Post.objects.filter(organization__city__in=Office.objects.values("city"))


def whose(asked: Mapping[str, list]) -> dict:
    """The partner that ?city=, ?organization= or ?person= names by its key, as ``of`` takes it; else {}."""
    for name, model in (("city", City), ("organization", Organization), ("person", Person)):
        if name in asked:
            return {name: model.objects.filter(pk__in=read_keys(asked[name])).first()}
    return {}


def of_partner(records: QuerySet, asked: Mapping[str, list]) -> QuerySet:
    """Those of the partner asked for; of one that is not on record none."""
    partner = whose(asked)
    if not partner:
        return records
    return records.of(**partner) if all(partner.values()) else records.none()


def offered_gifts(asked, on) -> QuerySet:
    """Gifts that are not corrected ones: ?direction= and ?state= those that are, of the partner asked for."""
    facts = {f"{name}__in": asked[name] for name in ("direction", "state") if name in asked}
    gifts = of_partner(Gift.objects.current(), asked).filter(**facts)
    others = read_keys(asked.get("among", ()))
    return without(gifts.filter(pk__in=others) if "among" in asked else gifts, asked)


def offered_courtesies(asked, on) -> QuerySet:
    """Courtesies that are neither gifts nor letters."""
    from_whom = {"direction__in": asked["direction"]} if "direction" in asked else {}
    entries = LedgerEntry.objects.in_force(on) if "in_force" in asked else LedgerEntry.objects.courtesies()
    return of_partner(entries, asked).filter(kind__in=WITHOUT_GIFT, **from_whom)


def offered_help(asked, on) -> QuerySet:
    """Help received that is not answered by a day: of the partners of ?gift= or ?entry=, of one, or everybody's."""
    partner = whose(asked)
    if partner and not all(partner.values()):
        return LedgerEntry.objects.none()
    rows = [*rows_of(Gift, asked, "gift"), *rows_of(LedgerEntry, asked, "entry")]
    return LedgerEntry.objects.to_answer(on, rows, **partner)


def rows_of(model, asked: Mapping[str, list], name: str) -> list:
    """The rows that name the partners of a gift or courtesy, which is asked for by its key."""
    records = model.objects.filter(pk__in=read_keys(asked.get(name, ())))
    return [row for record in records for row in record.partners.all()]


PARTNERS = ("partners__city__names", "partners__organization__names", "partners__person__names")
OFFICE_HELD = ("posts__titles", "posts__organization__names", "posts__organization__country")

KINDS = {
    "account": Kind(offered_accounts, names=lambda user: (user.username,)),
    "city": Kind(offered_cities, labels.label_with_place, ("names",), ("country",), find_among),
    "country": Kind(lambda asked, on: Country.objects.all(), names=labels.names_of_country),
    "courtesy": Kind(
        offered_courtesies,
        labels.label_of_courtesy,
        (*PARTNERS, "gift__lines__item__words"),
        ("gift",),
        find_courtesies,
        newest=("-day", "-pk"),
        by_name=False,
    ),
    "gift": Kind(
        offered_gifts,
        labels.label_of_gift,
        (*PARTNERS, "lines__item__words"),
        (),
        find_among,
        newest=("-day", "-pk"),
        by_name=False,
    ),
    "help": Kind(
        offered_help,
        labels.label_of_courtesy,
        (*PARTNERS, "gift__lines__item__words"),
        ("gift",),
        find_courtesies,
        newest=("day", "pk"),
        by_name=False,
    ),
    "item": Kind(
        offered_items, shown=("words",), names=lambda item: (item.code, *(word.bulk for word in item.words.all()))
    ),
    "occasion": Kind(
        lambda asked, on: Occasion.objects.all() if "all" in asked else Occasion.objects.active(),
        labels.label_of_occasion,
        ("names",),
        (),
        find_among,
        newest=("-start", "-pk"),
        by_name=False,
        often_few=lambda asked: True,
    ),
    "organization": Kind(
        offered_organizations, labels.label_with_place, ("names", "city__names"), ("country", "city"), find_among
    ),
    "person": Kind(
        lambda asked, on: without(Person.objects.active(), asked),
        labels.label_of_person,
        ("names", *OFFICE_HELD, "city__names"),
        ("country", "city__country"),
        find_among,
    ),
    "placed-city": Kind(
        placed_cities,
        labels.label_with_place,
        ("names",),
        ("country",),
        find_among,
        by="slug",
        often_few=lambda asked: "country" in asked,
    ),
    "placed-country": Kind(placed_countries, names=labels.names_of_country),
    "placed-organization": Kind(
        placed_organizations,
        labels.label_with_place,
        ("names", "city__names"),
        ("country", "city"),
        find_among,
        by="slug",
        often_few=lambda asked: not asked.keys().isdisjoint(("country", "city")),
    ),
    "post": Kind(offered_posts, labels.label_of_post, ("titles", "person__names", "organization__names")),
}
LISTS = {"group": groups, "struck": struck_countries}
WORDS = {words.code: words for words in (EVERY_LANGUAGE, LETTER_LANGUAGES, CURRENCIES)}


def offered(code: str, on: date | None = None, **asked) -> Records:
    """What a kind offers, narrowed by what is asked: ``offered("city", without=[3])``."""
    return Records(code, KINDS[code], {name: [*value] for name, value in asked.items()}, on)


def offered_at(code: str, asked: Mapping[str, list], on: date) -> Offered | None:
    """What an address offers by its kind and what narrows it; None where there is no such kind."""
    if code in LISTS:
        return listed(code)
    return WORDS.get(code) or (Records(code, KINDS[code], asked, on) if code in KINDS else None)


def listed(code: str) -> Listed:
    """What a list of choices that are no records of one kind offers."""
    return Listed(code, {}, LISTS[code]())
