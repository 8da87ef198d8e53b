"""Who holds office with a partner: the post, how to reach and to address them, and when we last wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Max, QuerySet

from correspondence.errors import LetterRefused
from correspondence.languages import language_rules
from correspondence.models import Letter
from correspondence.record.refs import LEFT, POST, Ref
from correspondence.texts.kept_forms import Recipient
from correspondence.texts.recipient import addressee_of, asked, kept_form
from crm.dates import PartialDate
from crm.models import Channel, ChannelKind, City, Organization, Post
from crm.models.partner import OUR_MISSIONS, place

SPOKEN = (ChannelKind.PHONE, ChannelKind.MOBILE, ChannelKind.EMAIL, ChannelKind.WECHAT)
READ = ("titles", "person__names", "person__channels", "person__forms_of_address")
OF_ORGANIZATIONS = ("organization__names", "organization__channels")
MOST_HOLDERS = 6  # on a page


@dataclass(frozen=True)
class Holder:
    """Somebody in office; ``channels`` are their own, else the organization's; ``salutation`` may be empty."""

    post: Post
    channels: list[Channel]
    salutation: str
    language: str
    last_written: PartialDate | None

    @property
    def own_name(self):
        """The name in its own script, where the page shows another; else None."""
        own = self.post.person.name_of("own")
        return own if own and own.form == "own" and own.full != str(self.post.person) else None


class PostDays(NamedTuple):
    """When a post was taken and left, and where its holder stands among others."""

    pk: int
    start: PartialDate | None
    end: PartialDate | None
    precedence: int
    acting: bool

    is_held = Post.is_held

    @property
    def rank(self) -> tuple:
        """What posts are sorted by, as ``by_precedence`` does."""
        return self.precedence, self.acting, str(self.start or "~"), self.pk


def days_of(posts: QuerySet) -> list[PostDays]:
    """The days of all of some posts, read once for whoever is in office and for the feed."""
    return [PostDays(*row) for row in posts.order_by().values_list(*PostDays._fields)]


def held_keys(days: list[PostDays], on: date) -> list[int]:
    """The keys of the posts held on a day, by precedence."""
    return [post.pk for post in sorted((post for post in days if post.is_held(on)), key=lambda post: post.rank)]


def refs_of_posts(days: list[PostDays]) -> list[Ref]:
    """Refs of the days on which posts were taken and left, where they are on record."""
    taken = [Ref(str(post.start), POST, post.pk) for post in days if post.start]
    return taken + [Ref(str(post.end), LEFT, post.pk) for post in days if post.end]


def holders_of(keys: Iterable[int], on: date, *, at: City | Organization) -> list[Holder]:
    """The holders of some posts on a day, in the order of the keys, all in one city or at one organization."""
    parts = (*READ, *OF_ORGANIZATIONS) if isinstance(at, City) else READ
    read = Post.objects.select_related("person", "organization").prefetch_related(*parts).in_bulk(list(keys))
    posts = [read[key] for key in keys]
    for post in posts:
        if isinstance(at, City):
            post.organization.city, post.organization.country = at, at.country
        else:
            post.organization = at
    written = last_letters([post.person_id for post in posts])
    return [holder_of(post, on, written.get(post.person_id)) for post in posts]


def holder_of(post: Post, on: date, last_written) -> Holder:
    """The holder of a post on a day."""
    placed = place(post, on)
    return Holder(post, channels_of(post), salutation_for(post, placed, on), placed.language, last_written)


def last_letters(people: list[int]) -> dict[int, PartialDate]:
    """The day of the last letter of ours that went out to each of some people, by their keys."""
    sent = Letter.objects.sent().filter(person__in=people).order_by()
    return dict(sent.values("person").annotate(last=Max("day")).values_list("person", "last"))


def channels_of(post: Post) -> list[Channel]:
    """By what somebody in office is spoken to: their own channels, else the organization's."""
    for owner in (post.person, post.organization):
        if found := [channel for channel in owner.channels.all() if channel.kind in SPOKEN]:
            return found
    return []


def salutation_for(post: Post, placed, on: date) -> str:
    """How a letter in their language greets them: as kept, else as proposed; "" where a word is lacking for it."""
    whom = Recipient(post.person, post, None, placed.city, placed.group == OUR_MISSIONS, on)
    kept = kept_form(whom, placed.language)
    if kept.salutation:
        return kept.salutation
    try:
        return asked(
            language_rules(placed.language).salutation, addressee_of(whom, placed.language), whom, placed.language
        )
    except LetterRefused:
        return ""
