"""The occasions of a folder: what happened, whom it struck and where."""

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.names import names_of
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.places import open_occasion
from crm.models import City, Occasion, OccasionKind, OccasionName


def load_occasions(records: Records) -> None:
    """Put the occasions on record that are not there yet."""
    for slug, table in records.folder.named_or_listed("courtesies", "occasion", "slug", "key"):
        facts, places = occasion_facts(records, slug, table), places_of(records, table)
        names = names_of(table, OccasionName)
        table.refuse_unknown()
        known = Occasion.objects.filter(slug=slug).first()
        if known is None:
            with refusing(table):
                known = open_occasion(by=records.by, names=names, **places, **facts)
        records.occasions[slug] = known


def occasion_facts(records: Records, slug: str, table: Table) -> dict:
    """An occasion's fields; one whose beginning is not said began in the year of loading."""
    facts = {
        "slug": slug,
        "kind": table.one_of(OccasionKind.values, "kind", default=OccasionKind.OTHER),
        "start": table.day("start") or table.day("day") or records.this_year,
        "end": table.day("end"),
        "note": table.text("note"),
        **{name: table.flag(name) for name in ("deaths", "injured", "archived")},
    }
    if facts["end"] and facts["end"].last < facts["start"].first:
        raise table.wrong("end", f"it cannot have ended before it began ({facts['start']}); put one of them right.")
    return check_fields(table, Occasion, facts)


def places_of(records: Records, table: Table) -> dict:
    """Whom an occasion struck and in which cities it happened."""
    struck = [records.city(table, "cities", slug) for slug in table.texts("cities", "city")]
    countries = [records.country(table, "countries", code) for code in table.texts("countries", "country")]
    return {"countries": countries, "cities": struck, "in_cities": happened_in(records, table, struck)}


def happened_in(records: Records, table: Table, struck: list[City]) -> list[City]:
    """The cities in which it happened: ``true`` for those struck, ``false`` for none, else those named."""
    written = table.first_of("in_city", "in_cities", default=False)
    if written is False:
        return []
    if written is not True:
        return [records.city(table, "in_city", slug) for slug in table.texts("in_city", "in_cities")]
    if not struck:
        raise table.wrong(
            "in_city", 'name the cities struck under cities, or write in_city = "…" with the city\'s address.'
        )
    return struck
