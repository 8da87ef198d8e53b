"""Partners made for one letter: a place, its government, who is in office there, what they gave and what happened.

On top of the demonstration, whose office writes. Every record has the Chinese name that the letter's twin needs.

    world = World("en", "US")
    city = world.city("Columbus", "哥伦布市")
    mayor = world.holder(city, "mayor", family="Wood", given="Mary", chinese=("伍德", "玛丽"), gender="f")
    letter = world.write("thanks", mayor, received=[world.gift(city, mask=3000)])
    assert "3,000 masks" in letter.foreign.part("body")
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from correspondence.models import Letter
from correspondence.texts.composing import ComposedLetter, compose_pair
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import record_gift
from crm.dates import parse_partial_date
from crm.models import (
    City,
    CityName,
    IssuingIdentity,
    ItemKind,
    Occasion,
    OccasionName,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Post,
    PostTitle,
)
from crm.models.common import Named
from crm.search.writing import index

ON = date(2020, 4, 20)
CHINESE = "zh-hans"


class Pair(NamedTuple):
    """A letter's Chinese text and that in the reader's language; one and the same where they read Chinese."""

    chinese: ComposedLetter
    foreign: ComposedLetter


class World:
    """Partners in a country who read a language."""

    def __init__(self, language: str, country: str):
        self.language, self.country = language, country

    def city(self, name: str, chinese: str, kind: str = "city", **facts) -> City:
        """A place with its government, named in the language and in Chinese; ``government`` names that otherwise."""
        government = facts.pop("government", (f"{name} Hall", f"{chinese}政府"))
        place = City.objects.create(
            slug=f"place-{City.objects.count()}",
            country_id=self.country,
            place_kind=kind,
            letter_language=self.language,
            **facts,
        )
        self.put_names(place, CityName, "city", name, chinese)
        self.organization(*government, kind="city_government", city=place)
        return place

    def organization(
        self, name: str, chinese: str, kind: str = "association", city: City | None = None
    ) -> Organization:
        """A body, in a city or only in the country."""
        body = Organization.objects.create(
            slug=f"body-{Organization.objects.count()}",
            kind=kind,
            city=city,
            country_id=self.country,
            letter_language=self.language,
        )
        self.put_names(body, OrganizationName, "organization", name, chinese)
        return body

    def put_names(self, record: Named, model, owner: str, name: str, chinese: str) -> None:
        """The record's names in the language and in Chinese; an empty one is left out."""
        for language, text in {CHINESE: chinese, self.language: name}.items():
            if text:
                model.objects.create(**{owner: record}, language=language, text=text)
        index(record)

    def holder(
        self,
        where: City | Organization,
        rank: str,
        title: str = "",
        *,
        family: str,
        given: str = "",
        middle: str = "",
        prefix: str = "",
        chinese: tuple[str, str] | None = ("奥尔特加", "埃莱娜"),
        chinese_title: str = "",
        gender: str = "f",
        acting: bool = False,
        family_first: bool | None = None,
    ) -> Post:
        """Somebody in office at a city's government or at a body; ``chinese`` is (family, given)."""
        organization = where.organizations.get(kind="city_government") if isinstance(where, City) else where
        person = self.person(family, given, middle, prefix, chinese, gender, family_first)
        post = Post.objects.create(person=person, organization=organization, rank=rank, acting=acting)
        for language, text in {CHINESE: chinese_title, self.language: title}.items():
            if text:
                PostTitle.objects.create(post=post, language=language, text=text)
        return post

    def person(
        self, family, given="", middle="", prefix="", chinese=("奥尔特加", "埃莱娜"), gender="f", family_first=None
    ) -> Person:
        """A person with a name in the language's letters and one in Chinese."""
        person = Person.objects.create(gender=gender, country_id=self.country, letter_language=self.language)
        own = {"family": family, "given": given, "middle": middle, "prefix": prefix, "family_first": family_first}
        PersonName.objects.create(person=person, form="own", language=self.language, **own)
        if chinese:
            first = len(chinese[0]) < 3 and "·" not in chinese[0]
            names = {"family": chinese[0], "given": chinese[1], "family_first": first}
            PersonName.objects.create(person=person, form="chinese", language=CHINESE, **names)
        index(person)
        return person

    def gift(self, *partners, direction="received", day="2020-02-05", lines=(), state="received", **said):
        """A gift from or to partners: ``mask=3000`` is a line, ``mask=None`` one of unknown quantity.

        ``lines`` are dicts of GiftLine's fields with the item's code; what else is said is Gift's, or the keyword
        ``disposals``, ``consignments``.
        """
        codes = set(ItemKind.objects.values_list("code", flat=True))
        counted = [{"item": code, "quantity": said.pop(code)} for code in list(said) if code in codes]
        built = [{**line, "item": ItemKind.objects.get(code=line["item"])} for line in (*counted, *lines)]
        for line in built:
            for number in ("quantity", "value"):
                line[number] = Decimal(str(line[number])) if line.get(number) is not None else None
        whom = [{type(partner).__name__.lower(): partner} for partner in partners]
        received_on = parse_partial_date(day) if direction == "received" else None
        facts = {"day": parse_partial_date(day), "state": state, "received_on": received_on, **said}
        return record_gift(by=None, direction=direction, partners=whom, lines=built, **facts)

    def occasion(self, kind: str, names: dict | None = None, *, start="2020-04", countries=(), cities=(), **facts):
        """An occasion; ``names`` are texts, or (text, in_letter), by language. ``in_cities`` is where it happened."""
        there = facts.pop("in_cities", ())
        occasion = Occasion.objects.create(slug=f"occasion-{Occasion.objects.count()}", kind=kind, start=start, **facts)
        for language, name in (names or {}).items():
            text, in_letter = (name, "") if isinstance(name, str) else name
            OccasionName.objects.create(occasion=occasion, language=language, text=text, in_letter=in_letter)
        occasion.countries.set(countries)
        occasion.cities.set(cities)
        occasion.in_cities.set(there)
        return occasion

    def letter(self, kind: str, post: Post, day="2020-03-05", means="letter") -> Letter:
        """A letter of theirs that we received."""
        letter = Letter(
            direction="in",
            kind_id=kind,
            state="received",
            day=day,
            received_on=day,
            means=means,
            language=self.language,
        )
        letter.person, letter.post = post.person, post
        letter.city = post.organization.city
        letter.save()
        return letter

    def write(self, kind: str, to: Post | Organization | Person, on: date = ON, identity="government", **said) -> Pair:
        """The letter of a kind to somebody in office, a body or a person; raises LetterRefused."""
        whom = {
            Post: {"post": to},
            Organization: {"organization": to, "organization_itself": True},
            Person: {"person": to},
        }[type(to)]
        said.setdefault("identity", IssuingIdentity.objects.get(code=identity))
        letters = compose_pair(propose_brief(kind=kind, on=on, language=self.language, **whom, **said))
        return Pair(letters[0], letters[-1])
