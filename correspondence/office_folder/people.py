"""The people of a folder in their posts, as the door takes them."""

from django.db.models import QuerySet

from correspondence.office_folder.checking import check_fields, refusing
from correspondence.office_folder.names import names_of
from correspondence.office_folder.organizations import letter_language
from correspondence.office_folder.people_names import person_names
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.actions.people import record_person
from crm.models import FormOfAddress, Gender, Person, Post, PostTitle, Rank

INVENTED = "演示用虚构人物 (invented for demonstration)"
GENDERS = {"m": Gender.MALE, "male": Gender.MALE, "男": Gender.MALE}
GENDERS |= {"f": Gender.FEMALE, "female": Gender.FEMALE, "女": Gender.FEMALE}
OF_A_POST = ("rank", "kind", "start", "end", "acting", "titles", "precedence")
KEPT = ("salutation", "envelope", "closing")


def load_people(records: Records) -> None:
    """Put the people on record who are not there yet, in their posts."""
    for table in records.folder.listed("people", "person"):
        key, record_key = table.text("key"), records.record_key("person", table)
        facts = {"record_key": record_key, **person_facts(records, table)}
        person = person_on_record(facts, known=records.people.values())
        if person is None:
            with refusing(table):
                person = record_person(by=records.by, **facts)
        records.people[key or str(record_key)] = person


def person_on_record(facts: dict, known) -> Person | None:
    """Somebody who is there: loaded from this row before, else, by hand, of the same name and post or country."""
    if person := Person.objects.filter(record_key=facts["record_key"]).first():
        return person.current
    name = facts["names"][0]
    same = Person.objects.filter(names__family=name["family"], names__given=name["given"])
    same = same.exclude(pk__in=[person.pk for person in known])
    return in_same_place(same, facts).first()


def in_same_place(people: QuerySet, facts: dict) -> QuerySet:
    """Those of some people who hold the post of a row, or who are of its country where it has none."""
    if not facts["posts"]:
        return people.filter(country=facts["country"], posts__isnull=True)
    for post in facts["posts"]:
        people = people.filter(posts__organization=post["organization"], posts__rank=post["rank"])
    return people


def person_facts(records: Records, table: Table) -> dict:
    """A person as the door takes them, with the post."""
    forms = forms_of_address(table)
    posts = [post_facts(records, table, forms)] if is_in_office(table) else []
    city = records.city(table, "city", table.text("city")) if table.text("city") else None
    facts = {
        "gender": gender_of(table),
        "country": country_of(records, table, city, posts),
        "city": city,
        "letter_language": letter_language(table),
        "ours_abroad": table.flag("ours_abroad"),
        "note": note_of(table, invented=records.is_demo),
        "names": person_names(table),
        "posts": posts,
        "forms_of_address": [] if posts else forms,
    }
    table.refuse_unknown()
    lists = ("names", "posts", "forms_of_address")
    check_fields(table, Person, {name: value for name, value in facts.items() if name not in lists}, clean=True)
    return facts


def gender_of(table: Table) -> str:
    """The gender of grammar, "" where it is not said."""
    said = table.one_of(GENDERS, "gender")
    return str(GENDERS[said].value) if said else ""


def country_of(records: Records, table: Table, city, posts: list[dict]):
    """The country as written, else of the city, else of the post; None where nothing says it."""
    if code := table.text("country"):
        return records.country(table, "country", code)
    return city.country if city else posts[0]["organization"].country if posts else None


def note_of(table: Table, *, invented: bool) -> str:
    """The note; in a demonstration, where nobody is real who is not said to be, it says so."""
    note, real = table.text("note"), table.flag("real")
    return note or (INVENTED if invented and not real else "")


# Posts ------------------------------------------------------------------------------------------


def is_in_office(table: Table) -> bool:
    """Whether a person has a post; raises Mistake where something is said of one and not at which organization."""
    if table.first_of("organization", "body"):
        return True
    for key in OF_A_POST:
        if table.get(key) not in (None, "", False, {}):
            raise table.wrong(key, 'this is of a post; say at which organization: organization = "…".')
    return False


def post_facts(records: Records, table: Table, forms: list[dict]) -> dict:
    """The post of a person as the door takes it, with titles and kept forms of address."""
    facts = {
        "organization": records.organization(table, "organization", table.text("organization", "body")),
        "rank": table.one_of(Rank.values, "rank", "kind", default=Rank.OFFICIAL),
        "start": table.day("start"),
        "end": table.day("end"),
        "acting": table.flag("acting"),
    }
    if (precedence := table.whole("precedence")) is not None:
        facts["precedence"] = precedence
    check_fields(table, Post, facts, clean=True)
    titles = names_of(table, PostTitle, "titles", needed=False)
    return {**facts, "titles": titles, "forms_of_address": forms}


def forms_of_address(table: Table) -> list[dict]:
    """The salutation, addressee lines and closing that are kept for letters in a language."""
    forms = {}
    for part in KEPT:
        for language, text in table.texts_by_language(part).items():
            forms.setdefault(language, {"language": language})[part] = text
    for language, form in forms.items():
        check_fields(table, FormOfAddress, form, called={part: f"{part}.{language}" for part in KEPT})
    return list(forms.values())
