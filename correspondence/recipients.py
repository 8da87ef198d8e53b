"""To whom a letter to a partner may go: post-holders first, by precedence, then organizations, then people."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.choosing.records import read_keys
from crm.models import City, Organization, Person, Post
from crm.phrases import in_post


def partner_of(query):
    """The city, organization or person that a query string names, or what it has become; or None."""
    if "city" in query:
        named = City.objects.filter(slug=query["city"])
    elif "organization" in query:
        named = Organization.objects.filter(slug=query["organization"])
    else:
        named = Person.objects.filter(pk__in=read_keys(query.getlist("person")))
    partner = named.prefetch_related("names").first()
    return partner and partner.current


def recipients_of(partner, on: date) -> list[tuple[str, str]]:
    """Choices (key, label) for a partner on a day, those in office first."""
    posts, organizations, people = posts_of(partner, on), [], []
    if isinstance(partner, City):
        organizations = Organization.objects.active().filter(city=partner).prefetch_related("names")
        people = Person.objects.active().filter(city=partner, posts__isnull=True).prefetch_related("names")
    elif isinstance(partner, Organization):
        organizations = [partner]
    else:
        people = [partner]
    held = posts.select_related("person", "organization").prefetch_related(
        "person__names", "titles", "organization__names"
    )
    choices = [(f"post:{post.pk}", in_post(post.person, post)) for post in held.by_precedence()]
    choices += [
        (f"organization:{organization.pk}", _("%(organization)s (the organization)") % {"organization": organization})
        for organization in organizations
    ]
    return choices + [(f"person:{person.pk}", str(person)) for person in people]


def posts_of(partner, on: date):
    """Posts held on a day at a city's organizations, at an organization, or by a person."""
    held = Post.objects.held(on)
    if isinstance(partner, City):
        return held.filter(organization__city=partner)
    return held.filter(organization=partner) if isinstance(partner, Organization) else held.filter(person=partner)


def recipient_key(person, post, organization) -> str:
    """The key of a proposed recipient."""
    return f"post:{post.pk}" if post else f"organization:{organization.pk}" if organization else f"person:{person.pk}"


def organization_of(key: str) -> list[int]:
    """The key of the organization that a chosen recipient's key names or that its post is at; none for a person."""
    kind, _colon, pk = key.partition(":")
    if kind == "post":
        return list(Post.objects.filter(pk__in=read_keys([pk])).values_list("organization", flat=True))
    return read_keys([pk]) if kind == "organization" else []


def read_recipient(key: str) -> dict:
    """What a chosen key means to ``propose_brief``: a post, an organization itself, or a person."""
    kind, _colon, pk = key.partition(":")
    if kind == "post":
        return {"post": Post.objects.select_related("person", "organization").get(pk=pk)}
    return (
        {"organization": Organization.objects.get(pk=pk).current, "organization_itself": True}
        if kind == "organization"
        else {"person": Person.objects.get(pk=pk).current}
    )


def query_of(partner) -> str:
    """How an address names a partner to write to: city=ritto-jp, organization=…, person=12."""
    return urlencode({type(partner).__name__.lower(): getattr(partner, "slug", partner.pk)})


def write_url(query: str = "", **facts) -> str:
    """The address where a letter is begun: to whom as PartnerRef.query says it, and those ``facts`` that are known."""
    known = urlencode({name: value for name, value in facts.items() if value}, doseq=True)
    return f"{reverse('letter-write')}?{'&'.join(part for part in (query, known) if part)}"
