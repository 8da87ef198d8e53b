"""The list of people, column by column."""

import django_tables2 as tables
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import Person
from crm.tables.base import RecordTable

LANGUAGES = dict(settings.LETTER_LANGUAGES)


class Tick(tables.Column):
    """A tick box of the form ``write-to``, which stands below the list."""

    def render(self, record):
        label = _("Write to %(person)s") % {"person": record}
        return format_html(
            '<input type="checkbox" class="form-check-input" name="person" value="{}" form="write-to" aria-label="{}">',
            record.pk,
            label,
        )


class Computed(tables.Column):
    """What ``read`` says of a person on the day, on the page and in the Excel file."""

    def __init__(self, read, **kwargs):
        super().__init__(empty_values=(), orderable=False, **kwargs)
        self.read = read

    def render(self, record, table):
        return self.read(record, table.on) or "—"


def body_of(person, on):
    """The body of the post held."""
    post = person.post_on(on)
    return post and post.body


def city_of(person, on):
    """The city of the post held, else where he lives."""
    body = body_of(person, on)
    return body.city if body else person.city


def country_of(person, on):
    """The country of the post held, else his own, else that of his city."""
    body = body_of(person, on)
    return body.country if body else person.country or (person.city and person.city.country)


class PersonTable(RecordTable):
    """People with the post they hold today."""

    tick = Tick(
        verbose_name=gettext_lazy("Tick"), accessor="pk", orderable=False, exclude_from_export=True, empty_values=()
    )
    name = tables.Column(
        verbose_name=gettext_lazy("Name"), accessor="display_name", linkify=True, order_by=("sort_key", "pk")
    )
    post = Computed(lambda person, on: _title(person.post_on(on)), verbose_name=gettext_lazy("Post today"))
    body = Computed(body_of, verbose_name=gettext_lazy("Body"))
    city = Computed(city_of, verbose_name=gettext_lazy("City"))
    country = Computed(country_of, verbose_name=gettext_lazy("Country or region"))
    language = Computed(
        lambda person, on: LANGUAGES[person.language_on(on)], verbose_name=gettext_lazy("Language of letters")
    )

    class Meta(RecordTable.Meta):
        model = Person
        fields = ("tick", "name", "post", "body", "city", "country", "language")


def _title(post):
    """The post's title, marked where it is acting."""
    if post is None:
        return ""
    return _("%(post)s (acting)") % {"post": post.display_title} if post.acting else post.display_title
