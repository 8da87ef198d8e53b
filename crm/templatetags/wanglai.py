"""Template filters for numbers, gift lines, links and language names."""

from secrets import token_urlsafe
from urllib.parse import quote

from django import template
from django.template.defaultfilters import urlize
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from crm.forms.sections import fold
from crm.languages import html_language, language_name
from crm.models import ChannelKind
from crm.paging import page_of
from crm.phrases import (
    describe_alike,
    describe_line,
    describe_packing,
    describe_step,
    describe_things,
    how_many,
    how_many_records,
    link_addresses,
    names_of,
    number,
    number_of_pages,
)
from crm.search.kind import kind_of

register = template.Library()


@register.simple_tag
def form_token() -> SafeString:
    """A hidden input with a new token, by which a form is saved once (crm.middleware.SaveOnce)."""
    return format_html('<input type="hidden" name="form_token" value="{}">', token_urlsafe(12))


@register.simple_tag(takes_context=True)
def page_url(context, name: str, number: int) -> str:
    """The address of another page of a list, with all else that was asked; ``name`` is what it calls the page.

    Where the list is one of several on its page, the address leads to it.
    """
    asked = context["request"].GET.copy()
    asked[name] = number
    place = f"#{name}" if name != "page" else ""
    return f"?{asked.urlencode()}{place}"


@register.simple_tag(takes_context=True)
def record_shown(context) -> str:
    """What the page of a record that is found is kept under in the list of those opened last: "city-12", or ""."""
    record, request = context.get("object"), context.get("request")
    kind = kind_of(type(record))
    shown = kind and request and record.pk and request.path == record.get_absolute_url()
    return f"{kind.code}-{record.pk}" if shown else ""


@register.simple_tag(takes_context=True, name="page_of")
def asked_page(context, rows, name: str):
    """The page of rows that the address asks for by a name, as lists show them; see ``crm.paging.page_of``."""
    return page_of(rows, context["request"].GET, name, read=rows.model.objects.for_list())


register.filter("number", number)


register.filter("how_many", how_many)


register.filter("how_many_records", how_many_records)


register.filter("number_of_pages", number_of_pages)


register.filter("describe_alike", describe_alike)


register.filter("describe_line", describe_line)


register.filter("describe_packing", describe_packing)


register.filter("describe_step", describe_step)


register.filter("describe_things", describe_things)


register.filter("names_of", names_of)


@register.filter
def partner_links(rows) -> SafeString:
    """The partners of a gift's or an entry's rows as a list in the reader's language, each a link to its page."""
    links = ((row.partner.get_absolute_url(), row.partner) for row in rows)
    return format_html_join(_(", "), '<a href="{}">{}</a>', links)


@register.filter
def channel_link(channel) -> SafeString:
    """A telephone number or address, as a link where a browser can follow it."""
    if channel.kind == ChannelKind.EMAIL:
        return format_html('<a href="mailto:{}">{}</a>', quote(channel.value, safe="@+"), channel.value)
    if channel.kind in (ChannelKind.PHONE, ChannelKind.MOBILE):
        return format_html('<a href="tel:{}">{}</a>', channel.value.replace(" ", ""), channel.value)
    return urlize(channel.value, autoescape=True) if channel.kind == ChannelKind.WEB else escape(channel.value)


@register.simple_tag
def faults_of(form, inlines=()) -> list[tuple[str, str, str]]:
    """What a refused form and its parts say of each box: where it is on the page, what it asks, and what is wrong."""
    found = [(f"div_{box.auto_id}", str(box.label), error) for box in form for error in box.errors]
    for rows in inlines or ():
        found += [(rows.prefix, str(rows.title), error) for error in rows.non_form_errors()]
        for line, row in enumerate(rows.forms, start=1):
            of_row = f"{rows.title} {line} · {{}}".format
            found += [(f"div_{box.auto_id}", of_row(box.label), error) for box in row for error in box.errors]
    return found


register.simple_tag(fold, name="folded_parts")


register.filter("link_addresses", link_addresses)


register.filter("language_label", language_name)


register.filter("html_language", html_language)
