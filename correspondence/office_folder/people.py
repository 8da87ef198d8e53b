"""The people of a folder in their posts, as the door takes them."""

from correspondence.office_folder.places import city_named, organization_named
from correspondence.office_folder.reading import OfficeFolder, Table
from crm import models as crm
from crm.actions.people import build_people, insert_people
from crm.models.person import NameForm

INVENTED = "演示用虚构人物 (invented for demonstration)"


def load_people(by, folder: OfficeFolder, organizations: dict, cities: dict, *, is_demo: bool) -> dict:
    """Put the people who are not there yet on record in their posts, and return all by the file's key."""
    found, new = {}, []
    for place, table in enumerate(folder.listed("people", "person"), 1):
        facts = person_facts(table, organizations, cities, is_demo=is_demo)
        key = table.text("key") or f"person-{place}"
        found[key] = person_on_record(facts)
        if found[key] is None:
            new.append((key, facts))
    made = insert_people(by=by, built=build_people([facts for _key, facts in new]))
    return found | {key: person for (key, _facts), person in zip(new, made, strict=True)}


def person_on_record(facts: dict) -> crm.Person | None:
    """The person of a row that is loaded already, known again by name and, where there is a post, by that."""
    name = facts["names"][0]
    people = crm.Person.objects.filter(names__family=name["family"], names__given=name["given"])
    for post in facts["posts"]:
        people = people.filter(posts__organization=post["organization"], posts__rank=post["rank"])
    return people.first()


def person_facts(table: Table, organizations: dict, cities: dict, *, is_demo: bool) -> dict:
    """A person as the door takes them, with the post."""
    note = table.text("note")
    if not table.flag("real") and is_demo:
        note = note or INVENTED
    posts = [post_facts(table, organizations)] if table.first_of("organization", "body") else []
    country = posts[0]["organization"].country_id if posts else ""
    facts = {
        "gender": table.one_of("gender", crm.Gender.values),
        "country_id": table.text("country") or country or None,
        "city": city_named(table, "city", cities),
        "letter_language": table.text("letter_language"),
        "note": note,
        "names": person_names(table),
        "posts": posts,
    }
    table.text("key")
    table.refuse_unknown()
    return facts


def person_names(table: Table) -> list[dict]:
    """A person's names; prefix and middle part, where said of the person, go with those in own and Latin letters."""
    names = table.get("names", {})
    if not isinstance(names, dict) or not names:
        raise table.wrong("names", 'a person has a name: { own = ["en", "Wood", "Mary", false] }.')
    rows = [name_facts(table, form, parts) for form, parts in names.items()]
    rows += [
        name_facts(table, NameForm.OTHER, [language, *parts])
        for language, parts in table.by_language("other_names").items()
    ]
    prefix, middle = table.text("prefix"), table.first_of("middle", "patronymic", default="")
    for row in rows:
        if row["form"] in (NameForm.OWN, NameForm.LATIN):
            row["prefix"] = prefix
            row["middle"] = row["middle"] or (middle if row["form"] == NameForm.OWN else "")
    return rows


def name_facts(table: Table, form: str, parts) -> dict:
    """One writing of a name: language, family name, given name, whether the family name is first, and the rest."""
    if form not in NameForm.values or not isinstance(parts, list) or not 2 <= len(parts) <= 5:
        remedy = (
            "write [language, family name, given name, family name first, middle part] under own, latin or chinese."
        )
        raise table.wrong(f"names.{form}", remedy)
    language, family, given, first, middle = [*parts, *["", "", None, ""][len(parts) - 1 :]][:5]
    return {
        "form": form,
        "language": language,
        "family": family,
        "given": given,
        "family_first": first,
        "middle": middle,
    }


def post_facts(table: Table, organizations: dict) -> dict:
    """The post of a person as the door takes it, with titles and kept forms of address."""
    organization = organization_named(table, organizations)
    rank = table.first_of("rank", "kind", default=crm.Rank.OFFICIAL)
    if rank not in crm.Rank.values:
        raise table.wrong("rank", f"“{rank}” is no rank; write one of: {', '.join(crm.Rank.values)}.")
    return {
        "organization": organization,
        "rank": rank,
        "start": table.day("start"),
        "end": table.day("end"),
        "acting": table.flag("acting"),
        "titles": [{"language": code, "text": text} for code, text in table.by_language("titles").items()],
        "forms_of_address": [
            {"language": code, "envelope": text} for code, text in table.by_language("envelope").items()
        ],
    }
