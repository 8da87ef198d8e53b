"""What the filters above lists offer: countries and regions, their cities, and the organizations of these."""

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from crm.folding import name_order
from crm.models import City, Country, Organization, Person, Post
from crm.models.partner import OUR_MISSIONS


def by_name(records) -> list[tuple[str, str]]:
    """Countries as choices (code, name), by name: Latin letters, Chinese by pinyin."""
    return sorted(((one.code, str(one)) for one in records), key=lambda choice: name_order(choice[1]))


def groups() -> list[tuple[str, str]]:
    """Our missions abroad, which stand in no country's total, and the countries where we know somebody."""
    known = (named_by(model.objects.all()) for model in (City, Organization, Person))
    countries = Country.objects.filter(reduce(or_, known), filed_apart=False)
    return [(OUR_MISSIONS, _("Our missions abroad")), *by_name(countries)]


def struck_countries() -> list[tuple[str, str]]:
    """Countries and regions that an occasion struck, as a whole or in one of their cities."""
    return by_name(Country.objects.filter(Q(occasions__isnull=False) | Q(cities__occasions__isnull=False)).distinct())


def with_posts() -> QuerySet:
    """Organizations where somebody on record holds or held a post."""
    return Organization.objects.current().filter(Exists(Post.objects.filter(organization=OuterRef("pk"))))


def with_organizations() -> Q:
    """True for a city that has an organization on record."""
    return Q(Exists(Organization.objects.active().filter(city=OuterRef("pk"))))


def with_people() -> Q:
    """True for a city where somebody on record holds or held a post, or lives."""
    homes = Person.objects.active().filter(
        city__isnull=False, city=OuterRef("pk")
    )  # PostgreSQL reads all of them first
    return Exists(with_posts().filter(city=OuterRef("pk"))) | Exists(homes)


def countries_of_people() -> Q:
    """True for a country where somebody on record holds or held a post, or lives."""
    people = Person.objects.active()
    homes = people.filter(country__isnull=True, city__isnull=False).order_by().values("city__country")
    return named_by(with_posts()) | named_by(people) | Q(pk__in=homes)


def countries_of(model) -> Q:
    """True for a country that a city or organization in use is in."""
    return named_by(model.objects.active())


def named_by(records: QuerySet) -> Q:
    """True for a country that records name: it is the first from itself on in the order of the records' index.

    Asked whether there is a record of it, PostgreSQL would read all records for each country that has none.
    """
    from_here = records.filter(country__gte=OuterRef("pk")).order_by("country_id").values("country_id")
    return Q(pk=Subquery(from_here[:1]))


def placed_countries(asked: Mapping[str, list], on: date | None) -> QuerySet:
    """Countries and regions of ?of=city, organization or person."""
    known = {"city": lambda: countries_of(City), "organization": lambda: countries_of(Organization)}
    whose = known.get(asked_for(asked, "of"), countries_of_people)
    return Country.objects.filter(whose())


def placed_cities(asked: Mapping[str, list], on: date | None) -> QuerySet:
    """Cities of organizations, or with ?of=person of people, in ?country=."""
    known = with_people() if asked_for(asked, "of") == "person" else with_organizations()
    return in_country(City.objects.current().filter(known), asked)


def placed_organizations(asked: Mapping[str, list], on: date | None) -> QuerySet:
    """Organizations where somebody holds or held a post, in ?city= (its slug) or ?country=."""
    city = asked_for(asked, "city")
    return with_posts().filter(city__slug=city) if city else in_country(with_posts(), asked)


def in_country(records: QuerySet, asked: Mapping[str, list]) -> QuerySet:
    """Those in the country asked for."""
    country = asked_for(asked, "country")
    return records.filter(country=country) if country else records


def asked_for(asked: Mapping[str, list], name: str) -> str:
    """The one word asked for under a name, or ""; a word with a zero byte is none."""
    word = str(next(iter(asked.get(name, ())), ""))
    return "" if "\0" in word else word
