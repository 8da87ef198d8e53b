"""The occasions, things, gifts, experience and letters of a folder, as the doors take them."""

from django.utils import timezone

from correspondence.actions.incoming import receive_letter
from correspondence.models import Letter, LetterKind, Means
from correspondence.office_folder.places import organization_named
from correspondence.office_folder.reading import OfficeFolder, Table
from crm import models as crm
from crm.actions.gifts import build_gifts, insert_gifts
from crm.actions.ledger import record_courtesy
from crm.actions.places import open_occasion
from crm.languages import letter_languages
from crm.models.disposal import Beneficiary
from crm.models.gift import GiftSource
from crm.models.ledger import LedgerEntry
from crm.models.partner import Direction, place

PARTNERS = ("city", "organization", "person")


class Courtesies:
    """What a folder's courtesies.toml names, beside the records that its rows point at."""

    def __init__(self, by, folder: OfficeFolder, records: dict[str, dict]):
        self.by, self.folder, self.records = by, folder, records
        self.entries: dict[str, LedgerEntry] = {}

    def load(self) -> None:
        """Put all of it on record; what is there already is left alone."""
        self.occasions = {
            slug: self.load_occasion(slug, table) for slug, table in self.folder.named("courtesies", "occasion")
        }
        for table in self.folder.listed("courtesies", "item"):
            self.load_item(table)
        self.items = {item.code: item for item in crm.ItemKind.objects.all()}
        for table in self.folder.listed("courtesies", "gift"):
            self.load_gift(table)
        for table in self.folder.listed("courtesies", "experience"):
            self.load_experience(table)
        for table in self.folder.listed("courtesies", "letter"):
            self.load_letter(table)

    # What they name -----------------------------------------------------------------------------

    def load_occasion(self, slug: str, table: Table) -> crm.Occasion:
        """An occasion with its names, and whom it struck."""
        struck = [self.find(table, "cities", key, "city") for key in table.get("cities", [])]
        there = table.get("in_city", table.get("in_cities", []))
        table.get("in_cities")
        there = struck if there is True else [] if there is False else [there] if isinstance(there, str) else there
        happened = [city if isinstance(city, crm.City) else self.find(table, "in_city", city, "city") for city in there]
        facts = {
            "kind": table.one_of("kind", crm.OccasionKind.values, crm.OccasionKind.OTHER),
            "start": table.day("start", "today"),
            "end": table.day("end"),
            "note": table.text("note"),
            **{name: table.flag(name) for name in ("deaths", "injured", "archived")},
        }
        names = [occasion_name(language, words) for language, words in table.by_language("names").items()]
        countries = [self.country(table, code) for code in table.get("countries", [])]
        table.refuse_unknown()
        if known := crm.Occasion.objects.filter(slug=slug).first():
            return known
        if not names:
            raise table.wrong("names", 'an occasion has at least one name: { zh-hans = "…", en = "…" }.')
        places = {"countries": countries, "cities": struck, "in_cities": happened}
        return open_occasion(by=self.by, slug=slug, names=names, **places, **facts)

    def country(self, table: Table, code: str) -> crm.Country:
        """The country of a code; raises Mistake."""
        if found := crm.Country.objects.filter(pk=code).first():
            return found
        raise table.wrong("countries", f"“{code}” is no country's code; write JP, KR, NO …")

    def load_item(self, table: Table) -> crm.ItemKind:
        """A kind of thing that the office does not know yet, with its words."""
        code = table.first_of("code", "key", default="")
        if not code:
            raise table.wrong("code", "give the thing a code, which gifts name it by: tent.")
        words = table.by_language("words") or table.by_language("names")
        table.by_language("names")
        is_money = table.flag("is_money")
        table.refuse_unknown()
        item, _new = crm.ItemKind.objects.get_or_create(code=code, defaults={"is_money": is_money})
        known, letters = {word.language for word in item.words.all()}, dict(letter_languages())
        for language, forms in words.items():
            if language in known or language not in letters:
                continue
            forms = {"bulk": forms} if isinstance(forms, str) else dict(forms)
            item.words.create(language=language, bulk=forms.pop("bulk", ""), forms=forms)
        return item

    def find(self, table: Table, key: str, name: str, kind: str):
        """The city, organization or person that a row names; raises Mistake."""
        if found := self.records[kind].get(name):
            return found
        files = {"city": "cities.toml", "organization": "organizations.toml", "person": "people.toml"}
        raise table.wrong(key, f"there is no {kind} “{name}”; write one that {files[kind]} has.")

    def partners_of(self, table: Table) -> list[dict]:
        """The partners that a row names, {kind: record} each; raises Mistake where it names none."""
        found = []
        for row in table.tables("partners", "partner"):
            named = [
                (kind, row.text(kind) or row.text("body" if kind == "organization" else kind)) for kind in PARTNERS
            ]
            row.refuse_unknown()
            found += [{kind: self.find(row, kind, name, kind)} for kind, name in named if name]
        table.get("partner"), table.get("partners")
        if not found:
            raise table.wrong(
                "partner", 'say from or to whom: { city = "…" }, { organization = "…" } or { person = "…" }.'
            )
        return found

    def occasion_of(self, table: Table) -> crm.Occasion | None:
        """The occasion that a row names, or None; raises Mistake."""
        slug = table.text("occasion")
        if not slug:
            return None
        if found := self.occasions.get(slug) or crm.Occasion.objects.filter(slug=slug).first():
            return found
        raise table.wrong("occasion", f"there is no occasion “{slug}”; write one that this file has.")

    # Gifts --------------------------------------------------------------------------------------

    def load_gift(self, table: Table) -> None:
        """A gift with its ledger entry, unless one of the same day, partners and things is on record."""
        built = build_gifts([self.gift_facts(table)])
        gift = built.doubles[0].record if built.doubles else insert_gifts(by=self.by, built=built)[0]
        if key := table.text("key"):
            self.entries[key] = gift.entries.first()

    def gift_facts(self, table: Table) -> dict:
        """A gift as the door takes it."""
        direction = table.one_of("direction", Direction.values, Direction.RECEIVED)
        state, day = table.one_of("state", crm.GiftState.values, crm.GiftState.RECEIVED), table.day("day")
        if day is None:
            raise table.wrong("day", "say when it left its giver: 2020-03-05, 2020-03 or 2020.")
        arrived = table.day("received_on")
        if state == crm.GiftState.RECEIVED and direction == Direction.RECEIVED:
            arrived = arrived or day
        facts = {
            "direction": direction,
            "state": state,
            "day": day,
            "received_on": arrived,
            "title": table.text("title"),
            "note": table.text("note"),
            "source": table.one_of("source", GiftSource.values),
            "occasion": self.occasion_of(table),
            "partners": self.partners_of(table),
            "answers": [self.entry(table, key) for key in table.get("answers", [])],
            **self.via_of(table),
            **self.parts_of_gift(table),
        }
        table.text("key")
        table.refuse_unknown()
        return facts

    def entry(self, table: Table, key: str) -> LedgerEntry:
        """The ledger entry of an earlier gift of the file; raises Mistake."""
        if entry := self.entries.get(key):
            return entry
        raise table.wrong("answers", f"there is no gift with the key “{key}” above this one that has left its giver.")

    def via_of(self, table: Table) -> dict:
        """Through whom a gift came or went."""
        for row in table.tables("via"):
            if name := row.text("organization"):
                return {"via_organization": organization_named(row, self.records["organization"])}
            if name := row.text("person"):
                return {"via_person": self.find(row, "person", name, "person")}
            raise row.wrong("organization", "say through whom: { organization = … } or { person = … }.")
        return {}

    def parts_of_gift(self, table: Table) -> dict:
        """A gift's lines, disposals and consignments."""
        qualifier = table.one_of("qualifier", crm.Qualifier.values)
        disposals = [disposal_facts(row) for row in table.tables("disposals", "disposal")]
        if use := table.one_of("use", Beneficiary.values):
            disposals.append({"beneficiary": use})
        consignments = [consignment_facts(row) for row in table.tables("consignments", "consignment")]
        table.get("disposal"), table.get("consignment")
        if carrier := table.text("carrier"):
            consignments.append({"carrier": carrier, "expected": table.day("expected")})
        table.get("expected")
        lines = [self.line_facts(row, qualifier) for row in table.tables("lines")]
        return {"lines": lines, "disposals": disposals, "consignments": consignments}

    def line_facts(self, table: Table, usual: str) -> dict:
        """A line of a gift; a gift's own qualifier is that of its lines without a number."""
        code = table.text("item")
        if code not in self.items:
            known = ", ".join(sorted(self.items))
            raise table.wrong("item", f"“{code}” is not known; write one of {known}, or add an [[item]] for it.")
        quantity, value = table.number("quantity"), table.number("value")
        uncounted = usual if quantity is None and value is None else crm.Qualifier.EXACT
        facts = {
            "item": self.items[code],
            "quantity": quantity,
            "qualifier": table.one_of("qualifier", crm.Qualifier.values) or uncounted or crm.Qualifier.EXACT,
            "unit": table.one_of("unit", crm.Unit.values, crm.Unit.PIECE),
            "value": value,
            "currency": table.text("currency"),
            "value_qualifier": table.one_of("value_qualifier", crm.Qualifier.values, crm.Qualifier.EXACT),
            "other_value": table.number("other_value"),
            "other_currency": table.text("other_currency"),
            "lot": table.text("lot"),
        }
        for name in ("packages", "pieces_per_package"):
            number = table.number(name)
            facts[name] = int(number) if number is not None else None
        table.refuse_unknown()
        if (value is None) != (not facts["currency"]):
            raise table.wrong(
                "currency", 'a value has a currency, and a currency a value: value = 500, currency = "EUR".'
            )
        return facts

    # Experience and letters ---------------------------------------------------------------------

    def load_experience(self, table: Table) -> None:
        """Experience shared, with several partners at once where the row names several."""
        day = table.day("day", "today")
        cities = [self.find(table, "cities", slug, "city") for slug in table.get("cities", [])]
        partners = cities or [record for row in self.partners_of(table) for record in row.values()]
        facts = {
            "direction": table.one_of("direction", Direction.values, Direction.GIVEN),
            "kind": table.one_of("kind", ("experience", "service"), "experience"),
            "day": day,
            "summary": table.text("summary"),
            "occasion": self.occasion_of(table),
        }
        table.get("partner"), table.get("partners"), table.text("key")
        table.refuse_unknown()
        known = LedgerEntry.objects.filter(kind=facts["kind"], day=str(day), summary=facts["summary"])
        if not known.of(**{type(partners[0]).__name__.lower(): partners[0]}).exists():
            record_courtesy(by=self.by, partners=partners, **facts)

    def load_letter(self, table: Table) -> None:
        """A letter of theirs, unless one of the same kind, day and writer is on record."""
        person = self.find(table, "person", table.text("person"), "person") if table.text("person") else None
        organization = None if person else organization_named(table, self.records["organization"])
        table.get("body")
        day = table.day("day", "today")
        facts = {
            "kind": table.one_of("kind", LetterKind.objects.values_list("code", flat=True), LetterKind.MESSAGE),
            "day": day,
            "received_on": table.day("received_on") or day,
            "means": table.one_of("means", Means.values, Means.LETTER),
            "organization": organization,
            "person": person,
            "post": person.post_on(day.first) or person.posts.first() if person else None,
            "language": table.text("language") or self.language_of(person or organization),
            "occasion": self.occasion_of(table),
            "title": table.text("title"),
            "words": table.text("words") or "（来源未载原文。The source does not give its words.）",
            "their_number": table.first_of("their_number", "number", default=""),
        }
        table.text("organization"), table.text("key"), table.get("number")
        table.refuse_unknown()
        known = Letter.objects.incoming().filter(kind=facts["kind"], day=str(day))
        if not known.filter(person=person, organization=organization).exists():
            receive_letter(by=self.by, **facts)

    def language_of(self, writer) -> str:
        """The language that letters to a writer are written in."""
        return place(writer, timezone.localdate()).language


def occasion_name(language: str, words) -> dict:
    """An occasion's name in a language: the name alone, or with its form in running text."""
    text, in_letter = (words, "") if isinstance(words, str) else [*words, ""][:2]
    return {"language": language, "text": text, "in_letter": in_letter}


def disposal_facts(table: Table) -> dict:
    """For whom a gift, or so much of it, was."""
    facts = {
        "beneficiary": table.one_of("beneficiary", Beneficiary.values),
        "recipient": table.text("recipient"),
        "quantity": table.number("quantity"),
        "unit": table.one_of("unit", crm.Unit.values, crm.Unit.PIECE),
        "note": table.text("note"),
    }
    table.refuse_unknown()
    return facts


def consignment_facts(table: Table) -> dict:
    """What of a gift travels together."""
    facts = {name: table.text(name) for name in ("carrier", "tracking")}
    facts |= {name: table.day(name) for name in ("departed", "expected", "arrived")}
    number = table.number("packages")
    table.refuse_unknown()
    return facts | {"packages": int(number) if number is not None else None}
