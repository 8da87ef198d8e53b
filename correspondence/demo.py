"""Loads the demonstration data through the actions that the pages use; loading it again doubles nothing."""

import tomllib
from decimal import Decimal

from django.conf import settings
from django.core.management import call_command

from correspondence.actions.incoming import receive_letter
from correspondence.models import Letter
from crm import models as crm
from crm.actions.gifts import record_gift
from crm.actions.ledger import record_courtesy
from crm.actions.office import save_account, save_identity
from crm.actions.people import build_people, insert_people
from crm.actions.places import (
    build_cities,
    build_organizations,
    build_partnerships,
    insert_cities,
    insert_organizations,
    insert_partnerships,
    open_occasion,
)
from crm.actions.records import change_record
from crm.dates import parse_partial_date
from crm.models.ledger import LedgerEntry

INVENTED = "演示用虚构人物 (invented for demonstration)"
OFFICE = "衡阳市人民政府外事办公室"
ACCOUNTS = (
    ("clerk", crm.Role.CLERK, "演示拟稿人"),
    ("head", crm.Role.HEAD, "演示负责人"),
    ("reader", crm.Role.READER, "演示查阅者"),
)


def read(name: str) -> dict:
    """One demo file as plain data."""
    return tomllib.loads((settings.FIXTURES_DIR / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def load_demo(password: str) -> None:
    """Load accounts, cities, partnerships, organizations, people, the occasion, gifts, courtesies and letters."""
    call_command("load_letter_templates", verbosity=0)
    by = load_accounts(password)
    cities = load_cities(by, read("cities"))
    office = load_office(by, cities["hengyang-cn"])
    load_partnerships(by, office.city, cities, read("cities"))
    organizations = load_organizations(by, read("organizations"), cities)
    load_identities(by, office, read("organizations"), organizations)
    people = load_people(by, read("people")["person"], organizations)
    load_courtesies(by, cities, organizations, people)


def load_accounts(password: str) -> crm.User:
    """Load the demo accounts and return the clerk; an account that exists keeps its password."""
    for username, role, full_name in sorted(ACCOUNTS, key=lambda row: row[1] != crm.Role.HEAD):  # a head comes first
        if not crm.User.objects.filter(username=username).exists():
            account = crm.User(username=username, role=role, full_name=full_name)
            save_account(by=None, account=account, password=password)
    return crm.User.objects.get(username="clerk")


def load_cities(by, data: dict) -> dict[str, crm.City]:
    """Load the cities with their names, and return all by slug."""
    known = set(crm.City.objects.filter(slug__in=data).values_list("slug", flat=True))
    new = [city_facts(slug, row) for slug, row in data.items() if slug not in known]
    insert_cities(by=by, built=build_cities(new))
    return {city.slug: city for city in crm.City.objects.filter(slug__in=data).select_related("country")}


def city_facts(slug: str, row: dict) -> dict:
    """A city of the file as the door takes it; its government stands in the file of organizations."""
    regions = row.get("regions", {})
    names = [
        {"language": language, "text": text, "region": regions.get(language, "")}
        for language, text in row["names"].items()
    ]
    facts = {name: row[name] for name in ("latitude", "longitude", "time_zone") if name in row}
    return {"slug": slug, "country_id": row["country"], "names": names, "government": False, **facts}


def load_office(by, city: crm.City) -> crm.Office:
    """Load the office of the demonstration, unless there is one."""
    return crm.Office.get() or change_record(by=by, record=crm.Office(name=OFFICE, city=city, is_demo=True))


def load_partnerships(by, ours: crm.City, cities: dict, data: dict) -> None:
    """Load our partnerships with their steps."""
    known = set(crm.Partnership.objects.filter(city=ours).values_list("partner__slug", flat=True))
    new = [
        {"city": ours, "partner": cities[slug], "steps": row.get("steps", []), **row["partnership"]}
        for slug, row in data.items()
        if "partnership" in row and slug not in known
    ]
    insert_partnerships(by=by, built=build_partnerships(new))


def load_organizations(by, data: dict, cities: dict) -> dict[str, crm.Organization]:
    """Load the organizations with their names and addresses, and return all by slug."""
    known = set(crm.Organization.objects.filter(slug__in=data).values_list("slug", flat=True))
    new = [organization_facts(slug, row, cities) for slug, row in data.items() if slug not in known]
    insert_organizations(by=by, built=build_organizations(new))
    found = crm.Organization.objects.filter(slug__in=data).select_related("country", "city")
    return {organization.slug: organization for organization in found}


def organization_facts(slug: str, row: dict, cities: dict) -> dict:
    """An organization of the file as the door takes it."""
    in_letter = row.get("in_letter", {})
    names = [
        {"language": language, "text": text, "in_letter": in_letter.get(language, "")}
        for language, text in row["names"].items()
    ]
    addresses = [{"country_id": row["country"], **row["address"]}] if "address" in row else []
    city = cities.get(row.get("city"))
    facts = {"slug": slug, "kind": row["kind"], "country_id": row["country"], "city": city}
    return {**facts, "names": names, "addresses": addresses}


def load_identities(by, office: crm.Office, data: dict, organizations: dict) -> None:
    """Load the identities of the office, in the order of the file."""
    for slug, row in data.items():
        if "identity" in row and not organizations[slug].issuing_identities.exists():
            order = office.identities.count()
            identity = crm.IssuingIdentity(
                office=office, organization=organizations[slug], order=order, **row["identity"]
            )
            save_identity(by=by, identity=identity)


def load_people(by, rows: list[dict], organizations: dict) -> dict[str, crm.Person]:
    """Load the people in their posts, and return all by the file's key."""
    known = {row["key"]: person_on_record(row, organizations) for row in rows}
    new = [row for row in rows if known[row["key"]] is None]
    made = insert_people(by=by, built=build_people([person_facts(row, organizations) for row in new]))
    return known | {row["key"]: person for row, person in zip(new, made, strict=True)}


def person_on_record(row: dict, organizations: dict) -> crm.Person | None:
    """The person of a row that is loaded already, known again by organization, rank and name."""
    _language, family, given, *_rest = row["names"]["own"]
    post = {"posts__organization": organizations[row["organization"]], "posts__rank": row["rank"]}
    return crm.Person.objects.filter(**post, names__family=family, names__given=given).first()


def person_facts(row: dict, organizations: dict) -> dict:
    """A person of the file as the door takes it, with the post."""
    organization = organizations[row["organization"]]
    others = [("other", [language, *name]) for language, name in row.get("other_names", {}).items()]
    names = [name_facts(form, *parts) for form, parts in [*row["names"].items(), *others]]
    post = {
        "organization": organization,
        "rank": row["rank"],
        "start": row.get("start") or None,
        "end": row.get("end") or None,
        "titles": [{"language": language, "text": text} for language, text in row["titles"].items()],
        "forms_of_address": [
            {"language": language, "envelope": text} for language, text in row.get("envelope", {}).items()
        ],
    }
    note = "" if row.get("real") else INVENTED
    return {"gender": row["gender"], "country": organization.country, "note": note, "names": names, "posts": [post]}


def name_facts(form: str, language: str, family: str, given: str, first: bool, middle: str = "") -> dict:
    """One writing of a name: language, family name, given name, whether the family name is first, and the rest."""
    facts = {"form": form, "language": language, "family": family, "given": given}
    return {**facts, "family_first": first, "middle": middle}


def load_courtesies(by, cities: dict, organizations: dict, people: dict) -> None:
    """The occasion, then gifts, experience and letters, unless the occasion has courtesies already."""
    data = read("courtesies")
    for slug, row in data["occasion"].items():
        occasion = load_occasion(by, slug, row)
    if occasion.gifts.exists() or LedgerEntry.objects.filter(occasion=occasion).exists():
        return
    entries = {}
    for row in data["gift"]:
        partners = {
            kind: {"city": cities, "organization": organizations, "person": people}[kind][key]
            for kind, key in row["partner"].items()
        }
        answers = [entries[key] for key in row.get("answers", [])]
        gift = record_gift(by=by, **gift_facts(row, partners, occasion, answers))
        entries[row["key"]] = gift.entries.first()
    shared = data["experience"]
    record_courtesy(
        by=by,
        direction="given",
        kind="experience",
        day=parse_partial_date(shared["day"]),
        occasion=occasion,
        partners=[cities[slug] for slug in shared["cities"]],
        summary=shared["summary"],
    )
    for row in data["letter"]:
        load_letter(by, row, organizations, people, occasion)


def load_occasion(by, slug: str, row: dict) -> crm.Occasion:
    """Load the occasion with its names and the countries it struck, unless it is on record."""
    if occasion := crm.Occasion.objects.filter(slug=slug).first():
        return occasion
    names = [
        {"language": language, "text": text, "in_letter": in_letter}
        for language, (text, in_letter) in row["names"].items()
    ]
    facts = {name: row[name] for name in ("kind", "start", "deaths", "note")}
    return open_occasion(by=by, slug=slug, names=names, countries=row["countries"], **facts)


def gift_facts(row: dict, partner: dict, occasion, answers: list) -> dict:
    """A gift of the file as the door takes it."""
    items = {item.code: item for item in crm.ItemKind.objects.all()}
    facts = {name: row[name] for name in ("direction", "day", "note") if name in row}
    lines = [
        {"item": items[line["item"]], "quantity": Decimal(line["quantity"]) if "quantity" in line else None}
        for line in row["lines"]
    ]
    return {
        **facts,
        "state": row.get("state", "received"),
        "received_on": row["day"] if row["direction"] == "received" else None,
        "occasion": occasion,
        "partners": [partner],
        "lines": lines,
        "disposals": [{"beneficiary": row["use"]}] if row.get("use") else [],
        "consignments": [{"carrier": row["carrier"]}] if row.get("carrier") else [],
        "answers": answers,
    }


def load_letter(by, row: dict, organizations: dict, people: dict, occasion) -> Letter:
    """A received letter whose words the source does not give."""
    person = people.get(row.get("person"))
    return receive_letter(
        by=by,
        kind=row["kind"],
        day=parse_partial_date(row["day"]),
        received_on=parse_partial_date(row["day"]),
        means=row["means"],
        organization=organizations.get(row.get("organization")),
        person=person,
        post=person.posts.first() if person else None,
        language=row["language"],
        occasion=occasion,
        words="（来源未载原文。The source does not give its words.）",
    )
