"""Writes cities, the organizations in them, our partnerships, and the occasions that strike them."""

from collections.abc import Iterable

from django.db.models import Q

from crm.actions.door import door
from crm.actions.records import Built, Double, add_record, change_record, settle_slugs
from crm.languages import CHINESE
from crm.models.city import City, CityName
from crm.models.contact import Channel, PostalAddress
from crm.models.form_of_address import FormOfAddress
from crm.models.occasion import Occasion, OccasionName
from crm.models.organization import Organization, OrganizationKind, OrganizationName
from crm.models.partnership import Partnership, PartnershipStep

# Cities -----------------------------------------------------------------------------------------


def build_cities(rows: Iterable[dict]) -> Built:
    """Build new cities from their facts, each with its government unless ``government`` is False.

    A row has City's fields and ``names``: dicts of language, text, region. Raises ValidationError.
    """
    built = Built()
    for row in rows:
        facts = dict(row)
        names, governed = facts.pop("names", ()), facts.pop("government", True)
        city = add_record(built.batch, City, facts, {"names": (CityName, "city", names)})
        if not facts.get("place_kind"):
            city.place_kind = city.propose_place_kind()
        built.records.append(city)
        if governed:
            add_government_of(built, city)
    built.doubles = same_names(CityName, "city", built.records)
    built.batch.prepare()
    return built


def add_government_of(built: Built, city: City) -> Organization:
    """Add a new city's government to its batch."""
    names = [
        {"language": language, "text": text, "in_letter": in_letter}
        for language, (text, in_letter) in government_names(city).items()
    ]
    facts = {"kind": OrganizationKind.CITY_GOVERNMENT, "country_id": city.country_id}
    parts = {"names": (OrganizationName, "organization", names)}
    return add_record(built.batch, Organization, facts, parts, city=city)


@door
def insert_cities(*, by, built: Built) -> list[City]:
    """Insert cities built before, with their governments; returns the cities."""
    governments = [row.record for row in built.batch.tables.get(Organization, ())]
    built.batch.insert(by=by, settle=lambda: (settle_slugs(built.records), settle_slugs(governments)))
    return built.records


def record_city(*, by, **facts) -> City:
    """Record a city from its facts (see ``build_cities``), with its government."""
    return insert_cities(by=by, built=build_cities([facts]))[0]


@door
def change_city(*, by, city: City, parts=()) -> City:
    """Save a city and what changes among its names; one without a kind of place gets the one its names tell."""
    change_record(by=by, record=city, parts=parts)
    if not city.place_kind:
        city.place_kind = city.propose_place_kind()
        city.save(update_fields=["place_kind"])
    return city


def government_names(city: City) -> dict[str, tuple[str, str]]:
    """Return what a city's government is called by proposal, and in running text; at home it is the people's."""
    home = city.country_id == "CN"
    chinese, latin = city.name_in(CHINESE), city.name_in("en")
    names = {}
    if chinese:
        names[CHINESE] = (f"{chinese}人民政府" if home else f"{chinese}政府", "")
    if latin or not chinese:
        name = latin or city.display_name
        text = f"{name} Municipal People's Government" if home else f"City Government of {name}"
        names["en"] = (text, f"the {text}")
    return names


# Organizations ----------------------------------------------------------------------------------


def build_organizations(rows: Iterable[dict]) -> Built:
    """Build new organizations from their facts.

    A row has Organization's fields, ``names`` (dicts of language, text, in_letter), and ``channels``, ``addresses``,
    ``forms_of_address`` as dicts of those models' fields. Raises ValidationError.
    """
    built = Built()
    for row in rows:
        facts = dict(row)
        parts = {
            "names": (OrganizationName, "organization", facts.pop("names", ())),
            "channels": (Channel, "organization", facts.pop("channels", ())),
            "addresses": (PostalAddress, "organization", facts.pop("addresses", ())),
            "forms_of_address": (FormOfAddress, "organization", facts.pop("forms_of_address", ())),
        }
        built.records.append(add_record(built.batch, Organization, facts, parts))
    built.doubles = same_names(OrganizationName, "organization", built.records)
    built.batch.prepare()
    return built


@door
def insert_organizations(*, by, built: Built) -> list[Organization]:
    """Insert organizations built before, and return them."""
    built.batch.insert(by=by, settle=lambda: settle_slugs(built.records))
    return built.records


def same_names(name_model, owner: str, records: list) -> list[Double]:
    """Return the records, by place, whose name somebody in the same country has already."""
    wanted = {}
    for place, record in enumerate(records):
        for name in record.names.all():
            wanted.setdefault((record.country_id, name.text), place)
    texts = {text for _country, text in wanted}
    known = name_model.objects.filter(Q(text__in=texts)).select_related(owner)
    found = {(place_of(name, owner, wanted), getattr(name, owner)) for name in known}
    return [Double(place, record) for place, record in found if place is not None]


def place_of(name, owner: str, wanted: dict) -> int | None:
    """Return the place of the new record that a name on record is also the name of."""
    return wanted.get((getattr(name, owner).country_id, name.text))


# Occasions --------------------------------------------------------------------------------------


@door
def open_occasion(*, by, names, countries=(), cities=(), in_cities=(), **facts) -> Occasion:
    """Open an occasion: its fields, ``names`` (dicts of language, text, in_letter), whom it struck and where."""
    built = Built()
    occasion = add_record(built.batch, Occasion, facts, {"names": (OccasionName, "occasion", names)})
    built.batch.prepare().insert(by=by, settle=lambda: settle_slugs([occasion]))
    occasion.countries.set(countries)
    occasion.cities.set(cities)
    occasion.in_cities.set(in_cities)
    return occasion


# Partnerships -----------------------------------------------------------------------------------


def build_partnerships(rows: Iterable[dict]) -> Built:
    """Build new partnerships from their facts: Partnership's fields and ``steps``. Raises ValidationError."""
    built = Built()
    for row in rows:
        facts = dict(row)
        parts = {"steps": (PartnershipStep, "partnership", facts.pop("steps", ()))}
        built.records.append(add_record(built.batch, Partnership, facts, parts))
    built.batch.prepare()
    return built


@door
def insert_partnerships(*, by, built: Built) -> list[Partnership]:
    """Insert partnerships built before, and return them."""
    built.batch.insert(by=by)
    return built.records
