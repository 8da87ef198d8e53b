"""Template filters for numbers, gift lines, links and language names."""

from secrets import token_urlsafe

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from crm.languages import html_language, language_name
from crm.phrases import describe_line, describe_step, link_addresses, names_of, number

register = template.Library()


@register.simple_tag
def form_token() -> SafeString:
    """A hidden input with a new token, by which a form is saved once (crm.middleware.SaveOnce)."""
    return format_html('<input type="hidden" name="form_token" value="{}">', token_urlsafe(12))


register.filter("number", number)


register.filter("describe_line", describe_line)


register.filter("describe_step", describe_step)


register.filter("names_of", names_of)


@register.filter
def partner_links(rows) -> SafeString:
    """The partners of a gift's or an entry's rows as a list in the reader's language, each a link to its page."""
    links = ((row.partner.get_absolute_url(), row.partner) for row in rows)
    return format_html_join(_(", "), '<a href="{}">{}</a>', links)


register.filter("link_addresses", link_addresses)


register.filter("language_label", language_name)


register.filter("html_language", html_language)
