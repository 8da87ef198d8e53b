"""The records that trial letters of one language are about: places, bodies and people, each made once."""

from correspondence.trial.places import read_places
from correspondence.trial.readers import IN_THE_PLACE, Reader
from correspondence.trial.situations import OCCASIONS, Happened
from correspondence.trial.world import CHINESE, World
from crm.models import (
    City,
    CityName,
    Occasion,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Post,
    PostTitle,
)

NAME_ONE = {City: (CityName, "city"), Organization: (OrganizationName, "organization")}


class Records:
    """Made when first asked for, and read anew each time, for what a letter has read of one stays with it."""

    def __init__(self, code: str):
        self.places = read_places(code)
        self.others = read_places(self.places.other_language)
        self.world = World(code, self.places.country)
        self.made: dict[tuple, object] = {}

    def once(self, *key: str, make):
        """A record by its key."""
        if key not in self.made:
            self.made[key] = make()
        record = self.made[key]
        return type(record).objects.get(pk=record.pk)

    def partner(self, key: str) -> City | Organization | Person:
        """A giver, a receiver or whoever a gift went through, by the key that tables name."""
        if key == "neighbour":
            return self.once("place", key, make=lambda: self.make_place(self.places.neighbour, self.places.home))
        if key in ("envoy", "citizen"):
            return self.once("person", key, make=lambda: getattr(self, f"make_{key}")())
        return self.body(key)

    def place(self, kind: str) -> City:
        """The place of a kind."""
        return self.once("place", kind, make=lambda: self.make_place(self.places.places[kind], kind))

    def make_place(self, said: dict, kind: str) -> City:
        """A place with its government, named in three languages."""
        name, other, chinese = said["government"]
        place = self.world.city(said["name"], said["chinese"], kind, government=(name, chinese))
        self.name_also(place, said)
        self.name_also(place.organizations.get(), {"other": other})
        return place

    def body(self, key: str) -> Organization:
        """A body of the language's file."""
        return self.once("body", key, make=lambda: self.make_body(key, self.places.bodies[key]))

    def make_body(self, key: str, said: dict) -> Organization:
        """A body, in the usual place where its like stand in one."""
        city = self.place(self.places.home) if key in IN_THE_PLACE and self.places.home else None
        body = self.world.organization(said["name"], said["chinese"], said.get("kind", key), city)
        self.name_also(body, said)
        return body

    def name_also(self, record: City | Organization, said: dict) -> None:
        """Keep a record's name in a language of neither letter, and the forms that sentences take of its own."""
        model, owner = NAME_ONE[type(record)]
        model.objects.create(**{owner: record}, language=self.places.other_language, text=said["other"])
        kept = {name: said[name] for name in ("in_letter", "cases") if name in said}
        if kept:
            record.names.filter(language=self.places.code).update(**kept)

    def make_person(self, key: str, gender: str) -> Person:
        """Somebody of the language's file, of a gender that may not be on record."""
        said = self.places.people[key]
        named = {part: said[part] for part in ("family", "given", "middle", "family_first") if part in said}
        person = self.world.person(**named, chinese=tuple(said["chinese"]), gender=gender)
        if latin := said.get("latin"):
            names = {"family": latin[0], "given": latin[1], "family_first": False}
            PersonName.objects.create(person=person, form="latin", language=self.places.other_language, **names)
        person.names.filter(form="own").update(cases=said.get("cases", {}))
        return person

    def make_envoy(self) -> Person:
        """Our ambassador, through whom gifts come."""
        return self.make_person("envoy", self.places.people["envoy"]["gender"])

    def make_citizen(self) -> Person:
        """Somebody who lives in the usual place."""
        citizen = self.make_person("f", "f")
        citizen.city = self.place(self.places.home)
        citizen.save()
        return citizen

    def occasion(self, name: str, city: City | None) -> Occasion | None:
        """An occasion by its row's name; for a city it is the city's, else what struck a city struck the country."""
        row, key = OCCASIONS[name], str(city.pk if city else "")
        return self.once("occasion", name, key, make=lambda: self.make_occasion(row, city)) if row.kind else None

    def make_occasion(self, row: Happened, city: City | None) -> Occasion:
        """An occasion that struck a city, the country or ourselves."""
        said, country = self.places.occasions[row.kind], {"countries": [self.places.country]}
        own = (said["name"], said.get("in_letter", ""))
        names = {self.places.other_language: said["other"], CHINESE: said["chinese"], self.places.code: own}
        where = {"us": {"cities": [Office.get().city]}, "country": country}
        where |= {"struck": {"cities": [city]}, "city": {"in_cities": [city]}} if city else {}
        struck = {}
        for part in row.where:
            struck |= where.get(part, country)
        facts = {"start": row.start, "deaths": row.deaths, "injured": row.injured}
        return self.world.occasion(row.kind, names if row.named else {}, **facts, **struck)

    def reader(self, reader: Reader) -> Post | Organization | Person:
        """Whom a letter goes to."""
        return self.once("reader", reader.name, make=lambda: self.make_reader(reader))

    def make_reader(self, reader: Reader) -> Post | Organization | Person:
        """Somebody in office, a body or a private person."""
        if reader.is_private:
            return self.make_person(reader.gender or "f", reader.gender)
        body = self.government(reader.at) if reader.at in self.places.places else self.body(reader.at)
        if not reader.rank:
            return body
        person = self.make_person(reader.gender or "f", reader.gender)
        post = Post.objects.create(person=person, organization=body, rank=reader.rank, acting=reader.acting)
        for language, title in self.titles(reader).items():
            PostTitle.objects.create(post=post, language=language, text=title)
        return post

    def government(self, kind: str) -> Organization:
        """The government of the place of a kind."""
        return self.place(kind).organizations.get(kind="city_government")

    def titles(self, reader: Reader) -> dict[str, str]:
        """The titles on record of somebody in office, in both letters' languages and in another."""
        titles = {CHINESE: self.places.title(reader.rank, reader.gender, chinese=True)}
        if reader.rank in self.others.ranks:
            titles[self.places.other_language] = self.others.title(reader.rank, reader.gender)
        own = reader.title if isinstance(reader.title, str) else self.places.title(reader.rank, reader.gender)
        titles[self.places.code] = own
        return {language: title for language, title in titles.items() if title}
