"""Writes people and the posts they hold."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.actions.records import Built, Double, add_record
from crm.dates import PartialDate
from crm.models.contact import Channel, PostalAddress
from crm.models.form_of_address import FormOfAddress
from crm.models.person import MiddlePart, Person, PersonName
from crm.models.post import Post, PostTitle

PARTS = {"names": PersonName, "channels": Channel, "addresses": PostalAddress}


def build_people(rows: Iterable[dict]) -> Built:
    """Build new people from their facts, with the posts they hold.

    A row has Person's fields; ``names``, ``channels``, ``addresses`` as dicts of those models' fields, a name's
    ``middle`` also as ``patronymic`` or ``second_family``;
    ``forms_of_address`` likewise; and ``posts``, dicts of Post's fields with ``titles`` and, kept for that post,
    ``forms_of_address``. Raises ValidationError.
    """
    built = Built()
    for row in rows:
        facts = dict(row)
        facts["names"] = [name_facts(name) for name in facts.get("names", ())]
        posts, forms = facts.pop("posts", ()), facts.pop("forms_of_address", ())
        parts = {name: (model, "person", facts.pop(name, ())) for name, model in PARTS.items()}
        person = add_record(built.batch, Person, facts, parts)
        person._prefetched_objects_cache["posts"] = [add_post(built, person, post) for post in posts]
        for form in forms:
            built.batch.add(FormOfAddress(**form), person=person)
        built.records.append(person)
    built.doubles = same_people(built.records)
    built.batch.prepare()
    return built


def name_facts(row: dict) -> dict:
    """Return a name's facts with its middle part under that one name; raises ValidationError where two are given."""
    parts = {name: row[name] for name in MiddlePart.values if row.get(name)}
    if len(set(parts.values())) > 1:
        raise ValidationError(_("A name has one middle part, not %(parts)s.") % {"parts": ", ".join(parts.values())})
    facts = {name: value for name, value in row.items() if name not in MiddlePart.values}
    return facts | {"middle": next(iter(parts.values()), "")}


def add_post(built: Built, person: Person, post: dict) -> Post:
    """Add a new person's post to the batch, with its titles and the forms of address kept for it."""
    facts = dict(post)
    forms = facts.pop("forms_of_address", ())
    titles = {"titles": (PostTitle, "post", facts.pop("titles", ()))}
    added = add_record(built.batch, Post, facts, titles, person=person)
    for form in forms:
        built.batch.add(FormOfAddress(**form), person=person, post=added)
    return added


@door
def insert_people(*, by, built: Built) -> list[Person]:
    """Insert people built before, and return them."""
    built.batch.insert(by=by)
    return built.records


def record_person(*, by, **facts) -> Person:
    """Record a person from their facts (see ``build_people``)."""
    return insert_people(by=by, built=build_people([facts]))[0]


def same_people(people: list[Person]) -> list[Double]:
    """Return the new people, by place, whose family and given name somebody on record has."""
    wanted = {}
    for place, person in enumerate(people):
        for name in person.names.all():
            wanted.setdefault((name.family, name.given), place)
    families = {family for family, _given in wanted}
    known = PersonName.objects.filter(Q(family__in=families)).select_related("person")
    found = {(wanted.get((name.family, name.given)), name.person) for name in known}
    return [Double(place, person) for place, person in found if place is not None]


@door
def end_post(*, by, post: Post, end: PartialDate) -> Post:
    """End a post and keep it in the history; raises WrongState where it has ended or would end before it began."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.end:
        raise WrongState(_("This post ended on %(day)s.") % {"day": post.end})
    if post.start and end.last < post.start.first:
        raise WrongState(_("A post cannot end before it began."))
    post.end = end
    post.save(update_fields=["end"])
    return post
