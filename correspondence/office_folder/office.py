"""The office of a folder and the identities that it issues letters under."""

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.office import save_identity
from crm.actions.records import PartChanges, change_record
from crm.languages import CHINESE
from crm.models import City, IssuingIdentity, Letterhead, Office, Organization
from crm.models.office import Numbering

HOME = "CN"
ANOTHER_OFFICE = (
    "this installation is the office of {ours}; load the folder of {theirs} into one of its own, with another "
    "WANGLAI_DATA_DIR."
)
WHICH_CITY = "say which city is ours, by its name in cities.toml."


def load_office(records: Records) -> None:
    """Put the office on record, unless there is one, with the identities that are not there yet."""
    table = records.folder.whole("office")
    rows = identity_rows(records, table)
    name, slug = office_name(table), table.text("city")
    table.refuse_unknown()
    city = records.city(table, "city", slug) if slug else likely_city(records, rows)
    records.office = Office.get()
    if records.office is None:
        if city is None:
            raise table.wrong("city", WHICH_CITY)
        records.office = open_office(records, table, city, name or chinese_name(rows[0][1] if rows else city))
    elif city and city != records.office.city:
        raise table.wrong("city", ANOTHER_OFFICE.format(ours=records.office.city, theirs=city))
    for row, organization in rows or [*own_government(records, table)]:
        put_identity(records, row, organization)


def open_office(records: Records, table: Table, city: City, name: str) -> Office:
    """A new office of a city."""
    facts = check_fields(table, Office, {"name": name, "city": city, "is_demo": records.is_demo})
    return change_record(by=records.by, record=Office(**facts))


def chinese_name(record: City | Organization) -> str:
    """The Chinese name, whoever loads; else the one that a reader of the page would see."""
    return record.name_in(CHINESE, str(record))


def office_name(table: Table) -> str:
    """The office's name; where it is written per language, the Chinese one, else the first."""
    if not isinstance(table.get("name"), dict):
        return table.text("name")
    names = table.texts_by_language("name")
    return names.get(CHINESE) or next(iter(names.values()), "")


def likely_city(records: Records, rows: list[tuple[Table, Organization]]) -> City | None:
    """Our city where office.toml does not say it: that of the first identity, else the only one at home."""
    if rows and rows[0][1].city:
        return rows[0][1].city
    at_home = [city for city in records.cities.values() if city.country_id == HOME]
    return at_home[0] if len(at_home) == 1 else None


# Identities -------------------------------------------------------------------------------------


def identity_rows(records: Records, table: Table) -> list[tuple[Table, Organization]]:
    """(table, organization) of each identity: those of office.toml, then others that stand with organizations.

    What both say of one organization is read together.
    """
    with_organizations = dict(rows_of_organizations(records))
    rows = []
    for row in rows_of_office(table):
        organization = records.organization(row, "organization", row.text("organization", "body"))
        beside = with_organizations.pop(organization.pk, None)
        if beside:
            row.data = {**beside[0].data, **row.data}
        rows.append((row, organization))
    return rows + list(with_organizations.values())


def rows_of_office(table: Table) -> list[Table]:
    """The identities of office.toml: [[identity]], identities = [addresses of organizations], [identity.CODE]."""
    rows = []
    for row in table.tables("identity", "identities", text_as="organization"):
        if row.data and all(isinstance(value, dict) for value in row.data.values()):
            rows += [Table(row.file, row.path(code), {"code": code, **data}, row.on) for code, data in row.data.items()]
        else:
            rows.append(row)
    return rows


def rows_of_organizations(records: Records):
    """Yield (key, (table, organization)) of each identity that stands with its organization; ``true`` is one too."""
    for slug, table in records.folder.named("organizations"):
        written = table.get("identity")
        if written not in (None, False):
            organization = records.organizations[slug]
            row = Table(table.file, table.path("identity"), {} if written is True else written, table.on)
            yield organization.pk, (row, organization)


def own_government(records: Records, table: Table):
    """Yield our city's government as the identity of a folder that names none; its letters bear no number."""
    if IssuingIdentity.objects.exists():
        return
    government = Organization.objects.governments().filter(city=records.office.city).first()
    if government:
        yield Table(table.file, "identity", {"code": "government"}, table.on), government


def put_identity(records: Records, table: Table, organization: Organization) -> None:
    """Record an identity, unless the organization is one already."""
    facts, heads = identity_facts(table), letterheads(table)
    table.refuse_unknown()
    if organization.issuing_identities.exists():
        return
    office = records.office
    identity = IssuingIdentity(office=office, organization=organization, order=office.identities.count(), **facts)
    identity.code = identity.code or identity.propose_code()
    refuse_taken(table, identity)
    with refusing(table):
        parts = [PartChanges(saved=tuple(Letterhead(identity=identity, **head) for head in heads))]
        save_identity(by=records.by, identity=identity, parts=parts)


def identity_facts(table: Table) -> dict:
    """An identity's fields; without a number series its letters bear no number."""
    table.text("organization", "body")
    prefix = table.text("number_prefix") or None
    usual = Numbering.OURS if prefix else Numbering.NONE
    contact = table.first_of("contact_line", "contact")
    facts = {
        "code": table.text("code"),
        "number_prefix": prefix,
        "numbering": table.one_of(Numbering.values, "numbering", default=usual),
        "seal_name": table.text("seal_name"),
        "contact_line": "" if isinstance(contact, dict) else table.text("contact_line", "contact"),
    }
    if facts["numbering"] == Numbering.OURS and not prefix:
        raise table.wrong(
            "number_prefix", "letters that are counted here have a series: the word before the year, 锡政函."
        )
    check_fields(table, IssuingIdentity, {name: value for name, value in facts.items() if value})
    return facts


def letterheads(table: Table) -> list[dict]:
    """The letterhead and the contact in a language, where the file gives them per language."""
    heads = {}
    for key, column in (("letterhead", "text"), ("contact_line", "contact"), ("contact", "contact")):
        if isinstance(table.get(key), dict):
            for language, text in table.texts_by_language(key).items():
                heads.setdefault(language, {"language": language, "text": "", "contact": ""})[column] = text
        elif key == "letterhead" and table.get(key) is not None:
            raise table.wrong(key, 'write it per language: { zh-hans = "…", en = "…" }.')
    return [check_fields(table, Letterhead, head) for head in heads.values()]


def refuse_taken(table: Table, identity: IssuingIdentity) -> None:
    """Raise Mistake where another identity has the code or the number series."""
    for name in ("code", "number_prefix"):
        value = getattr(identity, name)
        if value and IssuingIdentity.objects.filter(**{name: value}).exists():
            raise table.wrong(name, f"another identity has “{value}”; write another one.")
