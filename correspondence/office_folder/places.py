"""The cities, partnerships, organizations, identities and the office of a folder, as the doors take them."""

from correspondence.office_folder.reading import Mistake, OfficeFolder, Table
from crm import models as crm
from crm.actions.office import save_identity
from crm.actions.places import (
    build_cities,
    build_organizations,
    build_partnerships,
    insert_cities,
    insert_organizations,
    insert_partnerships,
)
from crm.actions.records import change_record
from crm.models.office import Numbering
from crm.place_kinds import PlaceKind

COORDINATES = ("latitude", "longitude")


def country_of(table: Table, slug: str, fallback: str = "") -> str:
    """The code of a place's country: as written, else as its address ends; raises Mistake."""
    code = table.text("country") or fallback or slug.rpartition("-")[2].upper()
    if not crm.Country.objects.filter(pk=code).exists():
        raise table.wrong("country", f"“{code}” is no country's code; write JP, KR, NO …")
    return code


def names_of(table: Table) -> list[dict]:
    """A table's names, (language, text) each; raises Mistake where there is none."""
    names = [{"language": language, "text": text} for language, text in table.by_language("names").items()]
    if not names:
        raise table.wrong("names", 'a record has at least one name: { zh-hans = "…", en = "…" }.')
    return names


def load_cities(by, folder: OfficeFolder) -> dict[str, crm.City]:
    """Put the cities that are not there yet on record, with their names, and return all by address."""
    rows = dict(folder.named("cities"))
    known = set(crm.City.objects.filter(slug__in=rows).values_list("slug", flat=True))
    new = [city_facts(slug, table) for slug, table in rows.items()]
    insert_cities(by=by, built=build_cities(row for row in new if row["slug"] not in known))
    return {city.slug: city for city in crm.City.objects.filter(slug__in=rows).select_related("country")}


def city_facts(slug: str, table: Table) -> dict:
    """A city as the door takes it; its government stands among the organizations."""
    regions = table.by_language("regions")
    facts = {
        "slug": slug,
        "country_id": country_of(table, slug),
        "names": [{**name, "region": regions.get(name["language"], "")} for name in names_of(table)],
        "government": False,
        "place_kind": table.one_of("place_kind", PlaceKind.values),
        "great_city": table.flag("great_city"),
        "note": table.text("note"),
    }
    for name in COORDINATES:
        if (degrees := table.number(name)) is not None:
            facts[name] = float(degrees)
    for name in ("time_zone", "letter_language", "website"):
        if text := table.text(name):
            facts[name] = text
    partnership_of(table), table.get("steps")
    table.refuse_unknown()
    return facts


def partnership_of(table: Table) -> dict | None:
    """A city's partnership with ours, as written; ``tie`` was its name once."""
    return table.first_of("partnership", "tie")


def load_partnerships(by, ours: crm.City, cities: dict, folder: OfficeFolder) -> None:
    """Put our partnerships that are not there yet on record, with their steps."""
    known = set(crm.Partnership.objects.filter(city=ours).values_list("partner__slug", flat=True))
    new = []
    for slug, table in folder.named("cities"):
        if partnership_of(table) is None or slug in known:
            continue
        row = Table(table.file, f"{table.name}.partnership", partnership_of(table))
        kind = row.one_of("kind", crm.PartnershipKind.values, crm.PartnershipKind.SISTER)
        facts = {"city": ours, "partner": cities[slug], "kind": kind, "confirmed": row.get("confirmed", True)}
        facts |= {name: row.text(name) for name in ("source", "fields_of_exchange", "note")}
        row.refuse_unknown()
        new.append({**facts, "steps": [step_facts(step) for step in table.tables("steps")]})
    insert_partnerships(by=by, built=build_partnerships(new))


def step_facts(table: Table) -> dict:
    """A step of a partnership as the door takes it."""
    facts = {"kind": table.one_of("kind", crm.StepKind.values, crm.StepKind.SIGNED), "day": table.day("day")}
    facts |= {"by_letters": table.flag("by_letters"), "clearance_day": table.day("clearance_day")}
    texts = ("place", "signatories", "document_number", "clearance_number", "source")
    facts |= {name: table.text(name) for name in texts}
    table.refuse_unknown()
    return facts


def load_organizations(by, folder: OfficeFolder, cities: dict) -> dict[str, crm.Organization]:
    """Put the organizations that are not there yet on record, with names and addresses, and return all by address."""
    rows = dict(folder.named("organizations"))
    known = set(crm.Organization.objects.filter(slug__in=rows).values_list("slug", flat=True))
    new = [organization_facts(slug, table, cities) for slug, table in rows.items()]
    insert_organizations(by=by, built=build_organizations(row for row in new if row["slug"] not in known))
    found = crm.Organization.objects.filter(slug__in=rows).select_related("country", "city")
    return {organization.slug: organization for organization in found}


def organization_facts(slug: str, table: Table, cities: dict) -> dict:
    """An organization as the door takes it; without a kind it is the government of its city, or another one."""
    city = city_named(table, "city", cities)
    usual = crm.OrganizationKind.CITY_GOVERNMENT if city else crm.OrganizationKind.OTHER
    in_letter = table.by_language("in_letter")
    names = [{**name, "in_letter": in_letter.get(name["language"], "")} for name in names_of(table)]
    facts = {
        "slug": slug,
        "kind": table.one_of("kind", crm.OrganizationKind.values, usual),
        "country_id": country_of(table, slug, city.country_id if city else ""),
        "city": city,
        "names": names,
        "note": table.text("note"),
    }
    if language := table.text("letter_language"):
        facts["letter_language"] = language
    facts["addresses"] = [{"country_id": facts["country_id"], **row.data} for row in table.tables("address")]
    table.get("identity")
    table.refuse_unknown()
    return facts


def city_named(table: Table, key: str, cities: dict) -> crm.City | None:
    """The city that a key names, None where it names none; raises Mistake for one that there is not."""
    slug = table.text(key)
    if not slug:
        return None
    if city := cities.get(slug) or crm.City.objects.filter(slug=slug).first():
        return city
    raise table.wrong(key, f"there is no city “{slug}”; write one that cities.toml has.")


def load_office(by, folder: OfficeFolder, cities: dict, organizations: dict, *, is_demo: bool) -> crm.Office:
    """Put the office on record, unless there is one, with the identities it issues letters under."""
    table = folder.whole("office")
    identities = [*identities_of(table, organizations), *identities_in(folder, organizations)]
    office = crm.Office.get()
    if office is None:
        city = city_named(table, "city", cities) or next((row["organization"].city for row in identities), None)
        if city is None:
            raise Mistake("office.toml: office.city: say which city is ours, by its name in cities.toml.")
        name = table.text("name") or str(identities[0]["organization"] if identities else city)
        office = change_record(by=by, record=crm.Office(name=name, city=city, is_demo=is_demo))
    table.text("name"), table.text("city")
    table.refuse_unknown()
    for facts in identities:
        if not facts["organization"].issuing_identities.exists():
            identity = crm.IssuingIdentity(office=office, order=office.identities.count(), **facts)
            identity.code = identity.code or identity.propose_code()
            save_identity(by=by, identity=identity)
    return office


def identities_of(table: Table, organizations: dict) -> list[dict]:
    """The identities that office.toml lists."""
    return [
        identity_facts(row, organization_named(row, organizations)) for row in table.tables("identity", "identities")
    ]


def identities_in(folder: OfficeFolder, organizations: dict) -> list[dict]:
    """The identities that stand with their organizations."""
    return [
        identity_facts(row, organizations[slug])
        for slug, table in folder.named("organizations")
        for row in table.tables("identity")
    ]


def identity_facts(table: Table, organization: crm.Organization) -> dict:
    """An identity as a record has it; without a number series its letters bear no number."""
    prefix = table.text("number_prefix") or None
    usual = Numbering.OURS if prefix else Numbering.NONE
    facts = {"organization": organization, "code": table.text("code"), "number_prefix": prefix}
    facts["numbering"] = table.one_of("numbering", Numbering.values, usual)
    facts |= {name: table.text(name) for name in ("seal_name", "contact_line")}
    table.text("organization")
    table.refuse_unknown()
    return facts


def organization_named(table: Table, organizations: dict, key: str = "organization") -> crm.Organization:
    """The organization that a key names; raises Mistake. ``body`` was its name once."""
    slug = table.first_of(key, "body", default="")
    if found := organizations.get(slug) or crm.Organization.objects.filter(slug=slug).first():
        return found
    raise table.wrong(key, f"there is no organization “{slug}”; write one that organizations.toml has.")
