"""Writes people and the posts they hold."""

from collections.abc import Callable, Iterable
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.actions.records import Built, Double, add_record
from crm.dates import PartialDate
from crm.models.contact import Channel, PostalAddress
from crm.models.form_of_address import FormOfAddress
from crm.models.person import MiddlePart, NameForm, Person, PersonName
from crm.models.post import Post, PostTitle
from crm.name_orders import propose_order

PARTS = {"names": PersonName, "channels": Channel, "addresses": PostalAddress}


def build_people(rows: Iterable[dict]) -> Built:
    """Build new people from their facts, with the posts they hold.

    A row has Person's fields; ``names``, ``channels``, ``addresses``, ``forms_of_address`` as dicts of those models'
    fields, a name's ``middle`` also as ``patronymic`` or ``second_family``, its ``family_first`` left out or None where
    the custom of its language or country is to be proposed; and ``posts``, dicts of Post's fields with ``titles`` and,
    kept for that post, ``forms_of_address``. Raises ValidationError.
    """
    built = Built()
    for row in rows:
        facts = dict(row)
        names, posts = [name_facts(name) for name in facts.pop("names", ())], facts.pop("posts", ())
        forms = facts.pop("forms_of_address", ())
        facts["names"] = with_orders(names, partial(home_of, facts, posts))
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


def with_orders(names: list[dict], country: Callable[[], str]) -> list[dict]:
    """Return names' facts in which every order is decided: as said, else as the custom of language or country is.

    ``country`` returns the code of the country whose names the person's are likely to be, and is asked only then.
    """
    own = next((name.get("language", "") for name in names if name["form"] == NameForm.OWN), "")
    return [
        name
        if name.get("family_first") is not None
        else name | {"family_first": propose_order(name["form"], name.get("language", ""), own, country())}
        for name in names
    ]


def home_of(facts: dict, posts: Iterable[dict]) -> str:
    """Return the code of the country that a new person's facts tell: where they live, else where their post is."""
    person = Person(**{name: facts[name] for name in ("country", "country_id", "city", "city_id") if name in facts})
    organizations = (Post(**{n: post[n] for n in ("organization", "organization_id") if n in post}) for post in posts)
    return person.home_country or next((post.organization.home_country for post in organizations), "")


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
