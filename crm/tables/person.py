"""The list of people, column by column."""

import django_tables2 as tables
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.languages import language_name
from crm.models import Person, Post
from crm.models.partner import place
from crm.tables.base import RecordTable, TickBoxColumn


class Computed(tables.Column):
    """What ``read`` says of somebody's post and place on the day, on the page and in the Excel file."""

    def __init__(self, read, **kwargs):
        super().__init__(**{"empty_values": (), "orderable": False, **kwargs})
        self.read = read

    def render(self, record, table):
        return self.read(*table.standing(record)) or "—"


def title_of(post) -> str:
    """The title of the post held, marked where it is acting."""
    if post is None:
        return ""
    return _("%(post)s (acting)") % {"post": post.display_title} if post.acting else post.display_title


class PersonTable(RecordTable):
    """People with the post they hold on a day."""

    def __init__(self, *args, on, **kwargs):
        self.on = on  # before super, which sorts
        super().__init__(*args, **kwargs)
        self.known = None, ()

    tick = TickBoxColumn(form="write-to", name="person", label=gettext_lazy("Write to %(record)s"))
    name = tables.Column(
        verbose_name=gettext_lazy("Name"), accessor="display_name", linkify=True, order_by=("sort_key", "pk")
    )
    post = Computed(lambda post, placed: title_of(post), verbose_name=gettext_lazy("Post today"), orderable=True)
    organization = Computed(lambda post, placed: post and post.organization, verbose_name=gettext_lazy("Organization"))
    city = Computed(lambda post, placed: placed.city, verbose_name=gettext_lazy("City"))
    country = Computed(lambda post, placed: placed.country, verbose_name=gettext_lazy("Country or region"))
    language = Computed(
        lambda post, placed: language_name(placed.language), verbose_name=gettext_lazy("Language of letters")
    )

    def standing(self, person) -> tuple:
        """The post that somebody holds on the day, and where that is; worked out once a row."""
        if self.known[0] is not person:
            self.known = person, (person.post_on(self.on), place(person, self.on))
        return self.known[1]

    class Meta(RecordTable.Meta):
        model = Person
        fields = ("tick", "name", "post", "organization", "city", "country", "language")

    def order_post(self, people, is_descending):
        """In order of precedence; whoever holds no post comes last."""
        posts = Post.objects.held(self.on).filter(person=OuterRef("pk")).order_by("precedence", "pk")
        by = F("precedence").desc(nulls_last=True) if is_descending else F("precedence").asc(nulls_last=True)
        self.leading = lambda number: people.first_by_posts(self.on, number, descending=is_descending)
        people = people.annotate(precedence=Subquery(posts.values("precedence")[:1]))
        return people.order_by(by, "sort_key", "pk"), True
