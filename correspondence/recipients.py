"""To whom a letter to a partner may go: post-holders first, by precedence, then bodies, then people."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from crm.models import Body, City, Person, Post
from crm.search import is_key


def partner_of(query):
    """The city, body or person that a query string names, or None."""
    if "city" in query:
        return City.objects.filter(slug=query["city"]).prefetch_related("names").first()
    if "body" in query:
        return Body.objects.filter(slug=query["body"]).prefetch_related("names").first()
    person = query.get("person", "")
    return Person.objects.filter(pk=person).prefetch_related("names").first() if is_key(person) else None


def recipients_of(partner, on: date) -> list[tuple[str, str]]:
    """Choices (key, label) for a partner on a day, those in office first."""
    posts, bodies, people = posts_of(partner, on), [], []
    if isinstance(partner, City):
        bodies = Body.objects.present().filter(city=partner).prefetch_related("names")
        people = Person.objects.present().filter(city=partner, posts__isnull=True).prefetch_related("names")
    elif isinstance(partner, Body):
        bodies = [partner]
    else:
        people = [partner]
    held = posts.select_related("person", "body").prefetch_related("person__names", "titles", "body__names")
    choices = [(f"post:{post.pk}", f"{post.person}, {post}") for post in held.by_precedence()]
    choices += [(f"body:{body.pk}", _("%(body)s (the body)") % {"body": body}) for body in bodies]
    return choices + [(f"person:{person.pk}", str(person)) for person in people]


def posts_of(partner, on: date):
    """Posts held on a day at a city's bodies, at a body, or by a person."""
    held = Post.objects.held(on)
    if isinstance(partner, City):
        return held.filter(body__city=partner)
    return held.filter(body=partner) if isinstance(partner, Body) else held.filter(person=partner)


def recipient_key(person, post, body) -> str:
    """The key of a proposed recipient."""
    return f"post:{post.pk}" if post else f"body:{body.pk}" if body else f"person:{person.pk}"


def read_recipient(key: str) -> dict:
    """What a chosen key means to ``propose_draft``: a post, a body itself, or a person."""
    kind, _colon, pk = key.partition(":")
    if kind == "post":
        return {"post": Post.objects.select_related("person", "body").get(pk=pk)}
    return (
        {"body": Body.objects.get(pk=pk), "body_itself": True}
        if kind == "body"
        else {"person": Person.objects.get(pk=pk)}
    )
