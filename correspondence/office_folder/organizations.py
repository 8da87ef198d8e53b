"""The organizations of a folder, with their addresses, as the door takes them."""

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.names import add_missing_names, names_of
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.places import build_organizations, insert_organizations
from crm.models import City, Organization, OrganizationKind, OrganizationName, PostalAddress
from crm.models.contact import Writing

PARTS_OF_ADDRESS = ("street", "district", "town", "region", "postcode", "sorting_code", "as_written")
GOVERNMENT = OrganizationKind.CITY_GOVERNMENT


def load_organizations(records: Records) -> None:
    """Put the organizations on record that are not there yet, with names and addresses."""
    rows = list(records.folder.named("organizations"))
    governed = said_to_govern(rows)
    for slug, table in rows:
        facts = organization_facts(records, slug, table, governed)
        table.get("identity")  # office.py reads it
        table.refuse_unknown()
        records.organizations[slug] = put_organization(records, table, facts)


def said_to_govern(rows: list[tuple[str, Table]]) -> dict[str, str]:
    """The organization that each city's government is said to be, by the city's address; raises Mistake for two."""
    governed = {}
    for slug, table in rows:
        if table.one_of(OrganizationKind.values, "kind") == GOVERNMENT and (city := table.text("city")):
            if city in governed:
                raise table.wrong("kind", f"“{governed[city]}” is the government of this city already; one has it.")
            governed[city] = slug
    return governed


def put_organization(records: Records, table: Table, facts: dict) -> Organization:
    """The organization of some facts, recorded where it is not yet; one that is there gets the names that it lacks."""
    if known := organization_on_record(facts):
        add_missing_names(records.by, known.current, facts["names"])
        return known.current
    with refusing(table):
        return insert_organizations(by=records.by, built=build_organizations([facts]))[0]


def organization_on_record(facts: dict) -> Organization | None:
    """An organization that is there: by its address, a city's government also under another one."""
    known = Organization.objects.filter(slug=facts["slug"]).first()
    if known is None and facts["kind"] == GOVERNMENT and facts["city"]:
        known = Organization.objects.governments().filter(city=facts["city"]).first()
    return known


def organization_facts(records: Records, slug: str, table: Table, governed: dict[str, str]) -> dict:
    """An organization as the door takes it."""
    where = table.text("city")
    city = records.city(table, "city", where) if where else None
    code = table.text("country") or (city.country_id if city else slug.rpartition("-")[2])
    country = records.country(table, "country", code)
    facts = {
        "slug": slug,
        "kind": kind_of(table, city, where, slug, governed),
        "country": country,
        "city": city,
        "names": names_of(table, OrganizationName),
        "note": table.text("note"),
        "letter_language": letter_language(table),
        "addresses": [address_facts(records, row, country) for row in addresses_of(table)],
    }
    parts = ("names", "addresses")
    check_fields(table, Organization, {name: value for name, value in facts.items() if name not in parts})
    return facts


def letter_language(table: Table) -> str:
    """The language of letters that a table says, or ""."""
    text = table.text("letter_language")
    return table.language(text, "letter_language") if text else ""


def kind_of(table: Table, city: City | None, where: str, slug: str, governed: dict[str, str]) -> str:
    """The kind as written; without one it is the government of its city, where no other is, else another one."""
    if kind := table.one_of(OrganizationKind.values, "kind"):
        return kind
    if city and governed.setdefault(where, slug) == slug:
        return GOVERNMENT
    return OrganizationKind.OTHER


def addresses_of(table: Table) -> list[Table]:
    """An organization's addresses; a text is one as it is written, line by line."""
    return table.tables("address", "addresses", text_as="as_written")


def address_facts(records: Records, table: Table, country) -> dict:
    """A postal address as the door takes it, in its owner's country unless it says another."""
    code = table.text("country")
    facts = {
        "country": records.country(table, "country", code) if code else country,
        "writing": table.one_of(Writing.values, "writing"),
        **{name: table.text(name) for name in PARTS_OF_ADDRESS},
    }
    table.refuse_unknown()
    return check_fields(table, PostalAddress, facts, clean=True)
