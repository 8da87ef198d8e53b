"""Puts the demonstration data on record through the office's own doors; nothing doubles."""

import tomllib
from decimal import Decimal

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from correspondence.actions.incoming import receive_letter
from correspondence.models import Letter
from crm import models as crm
from crm.actions.gifts import enter_gift
from crm.actions.gifts_parts import keep_details
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models.ledger import LedgerEntry

INVENTED = "演示用虚构人物 (invented for demonstration)"
ACCOUNTS = (
    ("clerk", crm.Role.CLERK, "演示拟稿人"),
    ("head", crm.Role.HEAD, "演示负责人"),
    ("reader", crm.Role.READER, "演示查阅者"),
)


def read(name: str) -> dict:
    """One demo file as plain data."""
    return tomllib.loads((settings.FIXTURES_DIR / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def load_demo(password: str) -> None:
    """Loads accounts, cities, partnerships, organizations, people, the occasion, gifts, courtesies and letters."""
    call_command("load_letter_templates", verbosity=0)
    accounts = [load_account(*row, password) for row in ACCOUNTS]
    by = accounts[0]
    data = read("cities")
    cities = {slug: load_city(slug, row) for slug, row in data.items()}
    office, _new = crm.Office.objects.get_or_create(
        only_one=True, defaults={"name": "衡阳市人民政府外事办公室", "city": cities["hengyang-cn"], "is_demo": True}
    )
    for slug, row in data.items():
        if "partnership" in row:
            load_partnership(office.city, cities[slug], row)
    organizations = {slug: load_organization(slug, row, cities, office) for slug, row in read("organizations").items()}
    people = {row["key"]: load_person(row, organizations) for row in read("people")["person"]}
    load_courtesies(by, cities, organizations, people)


def load_account(username: str, role: str, full_name: str, password: str):
    """A demo account; one that exists keeps its password."""
    user, new = get_user_model().objects.get_or_create(
        username=username, defaults={"role": role, "full_name": full_name}
    )
    if new:
        user.set_password(password)
        user.save()
    return user


def load_city(slug: str, row: dict) -> crm.City:
    """A city with its names."""
    fields = {name: row[name] for name in ("latitude", "longitude", "time_zone") if name in row}
    city, new = crm.City.objects.get_or_create(slug=slug, defaults={"country_id": row["country"], **fields})
    if new:
        regions = row.get("regions", {})
        for language, text in row["names"].items():
            crm.CityName.objects.create(city=city, language=language, text=text, region=regions.get(language, ""))
    return city


def load_partnership(ours: crm.City, partner: crm.City, row: dict) -> None:
    """Our partnership with a city, and its steps."""
    partnership, new = crm.Partnership.objects.get_or_create(city=ours, partner=partner, defaults=row["partnership"])
    for step in row.get("steps", []) if new else []:
        crm.PartnershipStep.objects.create(partnership=partnership, **step)


def load_organization(slug: str, row: dict, cities: dict, office: crm.Office) -> crm.Organization:
    """An organization with its names and address; one of ours may be an issuing identity."""
    organization, new = crm.Organization.objects.get_or_create(
        slug=slug, defaults={"kind": row["kind"], "country_id": row["country"], "city": cities.get(row.get("city"))}
    )
    if new:
        for language, text in row["names"].items():
            in_letter = row.get("in_letter", {}).get(language, "")
            crm.OrganizationName.objects.create(
                organization=organization, language=language, text=text, in_letter=in_letter
            )
        if "address" in row:
            crm.PostalAddress.objects.create(organization=organization, country=organization.country, **row["address"])
        if "identity" in row:
            order = office.identities.count()
            crm.IssuingIdentity.objects.get_or_create(
                office=office, organization=organization, order=order, **row["identity"]
            )
    return organization


def load_person(row: dict, organizations: dict) -> crm.Person:
    """A person in a post; known again by the post's organization, kind and family name."""
    organization = organizations[row["organization"]]
    _language, family, given, *_rest = row["names"]["own"]
    known = crm.Person.objects.filter(
        posts__organization=organization, posts__rank=row["rank"], names__family=family, names__given=given
    )
    if person := known.first():
        return person
    person = crm.Person.objects.create(
        gender=row["gender"], country=organization.country, note="" if row.get("real") else INVENTED
    )
    others = [("other", [language, *name]) for language, name in row.get("other_names", {}).items()]
    for form, (language, family, given, first, *middle) in [*row["names"].items(), *others]:
        crm.PersonName.objects.create(
            person=person,
            form=form,
            language=language,
            family=family,
            given=given,
            family_first=first,
            middle=middle[0] if middle else "",
        )
    start, end = row.get("start") or None, row.get("end") or None
    precedence = 1 if row["rank"] in ("mayor", "ambassador") else 5
    post = crm.Post.objects.create(
        person=person, organization=organization, rank=row["rank"], start=start, end=end, precedence=precedence
    )
    for language, text in row["titles"].items():
        crm.PostTitle.objects.create(post=post, language=language, text=text)
    for language, text in row.get("envelope", {}).items():
        crm.FormOfAddress.objects.create(person=person, post=post, language=language, envelope=text)
    return person


def load_courtesies(by, cities: dict, organizations: dict, people: dict) -> None:
    """The occasion, then gifts, experience and letters, unless the occasion has courtesies already."""
    data = read("courtesies")
    for slug, row in data["occasion"].items():
        occasion = load_occasion(slug, row)
    if occasion.gifts.exists() or LedgerEntry.objects.filter(occasion=occasion).exists():
        return
    entries = {}
    for row in data["gift"]:
        partners = {
            kind: {"city": cities, "organization": organizations, "person": people}[kind][key]
            for kind, key in row["partner"].items()
        }
        answers = [entries[key] for key in row.get("answers", [])]
        entries[row["key"]] = load_gift(by, row, partners, occasion, answers)
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


def load_occasion(slug: str, row: dict) -> crm.Occasion:
    """The occasion with its names and the countries it struck."""
    fields = {name: row[name] for name in ("kind", "start", "deaths", "note")}
    occasion, new = crm.Occasion.objects.get_or_create(slug=slug, defaults=fields)
    if new:
        occasion.countries.set(row["countries"])
        for language, (text, in_letter) in row["names"].items():
            crm.OccasionName.objects.create(occasion=occasion, language=language, text=text, in_letter=in_letter)
    return occasion


def load_gift(by, row: dict, partner: dict, occasion, answers: list):
    """A gift with its lines, and its ledger entry if it has left its giver."""
    received = row["direction"] == "received"
    gift = crm.Gift.objects.create(
        direction=row["direction"],
        day=row["day"],
        state=row.get("state", "received"),
        occasion=occasion,
        note=row["note"],
        received_on=row["day"] if received else None,
    )
    crm.GiftPartner.objects.create(gift=gift, **partner)
    for line in row["lines"]:
        quantity = Decimal(line["quantity"]) if "quantity" in line else None
        item = crm.ItemKind.objects.get(code=line["item"])
        crm.GiftLine.objects.create(gift=gift, item=item, quantity=quantity)
    keep_details(by=by, gift=gift, beneficiary=row.get("use", ""), carrier=row.get("carrier", ""))
    return enter_gift(by=by, gift=gift, answers=answers)


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
