"""Small things that pages say in the interface language: a gift line, a date, a number of days."""

import re
from secrets import token_urlsafe

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from crm.languages import html_language, language_name
from crm.phrases import describe_line, describe_step, names_of, number

register = template.Library()


PAGE = re.compile(r"(?<!\w)(/(?:[\w.-]+/)+)")


@register.simple_tag
def form_token() -> str:
    """A new token for crm.views.base.IdempotentFormMixin."""
    return token_urlsafe(12)


register.filter("number", number)


register.filter("describe_line", describe_line)


register.filter("describe_step", describe_step)


register.filter("names_of", names_of)


@register.filter
def partner_links(rows) -> SafeString:
    """The partners of a gift's or an entry's rows as a list in the reader's language, each a link to its page."""
    links = ((row.partner.get_absolute_url(), row.partner) for row in rows)
    return format_html_join(_(", "), '<a href="{}">{}</a>', links)


@register.filter
def link_addresses(sentence):
    """A sentence of ours as HTML, in which the pages it names (/people/3/edit/) are links; all else is literal."""
    parts = PAGE.split(str(sentence))
    linked = (format_html('<a href="{0}">{0}</a>', part) if at % 2 else escape(part) for at, part in enumerate(parts))
    return mark_safe("".join(linked))


register.filter("language_label", language_name)


register.filter("html_language", html_language)
