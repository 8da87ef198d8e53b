"""The cities of a folder and our partnerships with them, as the doors take them."""

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.names import add_missing_names, names_of
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.places import build_partnerships, insert_partnerships, record_city
from crm.models import City, CityName, Partnership, PartnershipKind, PartnershipStep, StepKind
from crm.place_kinds import PlaceKind

COORDINATES = ("latitude", "longitude")
OPTIONAL = ("time_zone", "letter_language", "website", "own_day", "note")


def load_cities(records: Records) -> list[tuple[str, Table, dict]]:
    """Put the cities on record that are not there yet; return the partnerships that are written with them.

    Each is (slug, table, facts), to be written once it is known which city is ours.
    """
    partnerships = []
    for slug, table in records.folder.named("cities"):
        facts, partnership = city_facts(records, slug, table), partnership_facts(table)
        table.refuse_unknown()
        records.cities[slug] = put_city(records, table, facts)
        if partnership:
            partnerships.append((slug, table, partnership))
    return partnerships


def put_city(records: Records, table: Table, facts: dict) -> City:
    """The city of some facts, recorded where it is not yet; one that is there gets the names that it lacks."""
    known = City.objects.filter(slug=facts["slug"]).first()
    if known is None:
        with refusing(table):
            return record_city(by=records.by, **facts)
    add_missing_names(records.by, known.current, facts["names"])
    return known.current


def city_facts(records: Records, slug: str, table: Table) -> dict:
    """A city as the door takes it; its government stands among the organizations."""
    facts = {
        "slug": slug,
        "country": records.country(table, "country", table.text("country") or slug.rpartition("-")[2]),
        "names": names_of(table, CityName),
        "government": False,
        "great_city": table.flag("great_city"),
    }
    if kind := table.one_of(PlaceKind.values, "place_kind", "kind"):
        facts["place_kind"] = kind
    for name in COORDINATES:
        if (degrees := table.number(name)) is not None:
            facts[name] = float(degrees)
    for name in OPTIONAL:
        if text := table.text(name):
            facts[name] = text
    check_fields(table, City, {name: value for name, value in facts.items() if name not in ("names", "government")})
    return facts


# Partnerships -----------------------------------------------------------------------------------


def partnership_facts(table: Table) -> dict | None:
    """A city's partnership with ours, with its steps, or None; ``tie`` was its name once."""
    written, steps = table.first_of("partnership", "tie"), table.tables("steps", "step")
    if written is None and not steps:
        return None
    data = {"kind": written} if isinstance(written, str) else {} if written in (True, None) else written
    row = Table(table.file, table.path("partnership"), data, table.on)
    facts = {
        "kind": row.one_of(PartnershipKind.values, "kind", default=PartnershipKind.SISTER),
        "confirmed": row.flag("confirmed", default=True),
        **{name: row.text(name) for name in ("source", "fields_of_exchange", "note")},
    }
    steps += row.tables("steps", "step")
    row.refuse_unknown()
    check_fields(row, Partnership, facts, clean=True)
    return {**facts, "steps": [step_facts(step) for step in steps]}


def step_facts(table: Table) -> dict:
    """A step of a partnership as the door takes it."""
    facts = {
        "kind": table.one_of(StepKind.values, "kind", default=StepKind.SIGNED),
        "by_letters": table.flag("by_letters"),
        **{name: table.day(name) for name in ("day", "clearance_day")},
    }
    texts = ("place", "signatories", "document_number", "clearance_number", "source")
    facts |= {name: table.text(name) for name in texts}
    table.refuse_unknown()
    return check_fields(table, PartnershipStep, facts)


def load_partnerships(records: Records, rows: list[tuple[str, Table, dict]]) -> None:
    """Put our partnerships on record that are not there yet."""
    ours = records.office.city
    for slug, table, facts in rows:
        partner = records.cities[slug]
        if partner == ours:
            raise table.wrong("partnership", "this is our own city; it has no partnership with itself. Take it out.")
        if not Partnership.objects.filter(city=ours, partner=partner).exists():
            with refusing(table):
                built = build_partnerships([{**facts, "city": ours, "partner": partner}])
                insert_partnerships(by=records.by, built=built)
