"""What the rows of a folder may name: the records of its files by their names there, else those on record."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from django.db.models import Q

from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.table import Mistake, Table
from crm import models as crm
from crm.dates import YEAR, PartialDate

# With the office's city and a row's key it makes the record key by which the row is known when it is loaded again.
FOLDERS = UUID("5d0c4c0f-6f0a-4b8e-9d55-1a8d2f3e7b41")
FILES = {"city": "cities.toml", "organization": "organizations.toml", "person": "people.toml"}


@dataclass
class Records:
    """Who loads a folder, when, and what its rows may name."""

    folder: OfficeFolder
    by: crm.User | None = None
    is_demo: bool = False
    office: crm.Office | None = None
    cities: dict[str, crm.City] = field(default_factory=dict)
    organizations: dict[str, crm.Organization] = field(default_factory=dict)
    people: dict[str, crm.Person] = field(default_factory=dict)
    occasions: dict[str, crm.Occasion] = field(default_factory=dict)
    items: dict[str, crm.ItemKind] = field(default_factory=dict)
    written: Counter = field(default_factory=Counter)

    @property
    def on(self) -> date:
        """The day of loading."""
        return self.folder.on

    @property
    def this_year(self) -> PartialDate:
        """The year of loading: no more is known of what is on record without a day."""
        return PartialDate(self.on.replace(month=1, day=1), YEAR)

    def day_of(self, table: Table, occasion: crm.Occasion | None) -> PartialDate:
        """A row's day; without one, the month in which its occasion began, else the year of loading."""
        return table.day("day") or (occasion.start.to_month() if occasion else self.this_year)

    def record_key(self, noun: str, table: Table) -> UUID:
        """The record key of a row, by its key or, where it has none, by all that is written in it.

        The same row has the same one whenever it is loaded; two rows with the same words are told apart by their order.
        """
        key = table.text("key")
        words = f"{self.office.city.slug}/{noun}/{key or table.fingerprint}"
        self.written[words] += 1
        if key and self.written[words] > 1:
            raise table.wrong("key", f"“{key}” is the key of two rows; give each its own.")
        return uuid5(FOLDERS, f"{words}/{self.written[words]}")

    # Places, organizations, people --------------------------------------------------------------

    def country(self, table: Table, key: str, text: str) -> crm.Country:
        """The country of a code or a name; raises Mistake."""
        named = Q(code=text.upper()) | Q(name_en__iexact=text) | Q(name_zh=text) | Q(official_name__iexact=text)
        if text and (found := crm.Country.objects.filter(named).first()):
            return found
        said = f"“{text}” is no country's code" if text else "the country is not said"
        raise table.wrong(key, f"{said}; write JP, KR, NO …")

    def city(self, table: Table, key: str, slug: str) -> crm.City:
        """The city of an address; raises Mistake."""
        return self.found(table, key, slug, "city", self.cities, crm.City.objects)

    def organization(self, table: Table, key: str, slug: str) -> crm.Organization:
        """The organization of an address; raises Mistake."""
        return self.found(table, key, slug, "organization", self.organizations, crm.Organization.objects)

    def person(self, table: Table, key: str, name: str) -> crm.Person:
        """The person of a key of the file; raises Mistake."""
        if found := self.people.get(name):
            return found
        raise self.not_there(table, key, name, "person", self.people)

    def found(self, table: Table, key: str, slug: str, noun: str, known: dict, rows):
        """A record of the files, else one on record, or what it was merged into; raises Mistake."""
        if slug and (found := known.get(slug) or rows.filter(slug=slug).first()):
            return found.current
        raise self.not_there(table, key, slug, noun, known)

    def not_there(self, table: Table, key: str, name: str, noun: str, known: dict) -> Mistake:
        """The refusal of a name that nobody bears."""
        some = ", ".join(sorted(known)[:12]) + (" …" if len(known) > 12 else "")
        said = f"there is no {noun} “{name}”" if name else f"the {noun} is not said"
        return table.wrong(key, f"{said}; write one that {FILES[noun]} has: {some or '(none)'}.")

    def government(self, table: Table, key: str, city: crm.City) -> crm.Organization:
        """The government of a city; raises Mistake where none is on record."""
        if found := crm.Organization.objects.governments().filter(city=city).first():
            return found
        raise table.wrong(key, f"the government of “{city.slug}” is not on record; add it to organizations.toml.")

    # Partners -----------------------------------------------------------------------------------

    def partner(self, table: Table) -> dict:
        """The partner that a small table names, {kind: record}; raises Mistake where it names none or several."""
        whom = {}
        if text := table.text("name"):
            whom = self.partner_called(table, text)
        for kind, keys in (("city", ("city",)), ("organization", ("organization", "body")), ("person", ("person",))):
            if name := table.text(*keys):
                whom[kind] = getattr(self, kind)(table, kind, name)
        table.refuse_unknown()
        if len(whom) != 1:
            remedy = (
                'name one here: { city = "…" }, { organization = "…" } or { person = "…" }; several in a list of these.'
            )
            raise table.wrong("", remedy)
        return whom

    def partner_called(self, table: Table, text: str) -> dict:
        """The partner of a name alone: a city, an organization or a person; raises Mistake where it may be two."""
        known = {"city": self.cities, "organization": self.organizations, "person": self.people}
        whom = {kind: rows[text] for kind, rows in known.items() if text in rows}
        if len(whom) > 1:
            raise table.wrong(
                "", f"“{text}” is a {' and a '.join(whom)}; say which: {{ {next(iter(whom))} = “{text}” }}."
            )
        if not whom:
            raise table.wrong("", f"nobody is called “{text}” in cities.toml, organizations.toml or people.toml.")
        return whom

    def partners(self, table: Table) -> list[dict]:
        """The partners that a row names, each once; raises Mistake where it names none, or ourselves."""
        found = []
        for row in table.tables("partner", "partners", text_as="name"):
            whom = self.partner(row)
            if whom.get("city") == self.office.city:
                raise row.wrong("city", "this is our own city; name the partner.")
            if whom not in found:
                found.append(whom)
        if not found:
            remedy = 'say from or to whom: { city = "…" }, { organization = "…" } or { person = "…" }.'
            raise table.wrong("partner", remedy)
        return found

    def occasion(self, table: Table) -> crm.Occasion | None:
        """The occasion that a row names, or None; raises Mistake."""
        slug = table.text("occasion")
        if not slug:
            return None
        if found := self.occasions.get(slug) or crm.Occasion.objects.filter(slug=slug).first():
            return found
        known = ", ".join(self.occasions) or "(none)"
        raise table.wrong("occasion", f"there is no occasion “{slug}”; write one that this file has: {known}.")
