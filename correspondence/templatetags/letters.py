"""Letters and what they answer, for the pages of both floors."""

from urllib.parse import urlencode

from django import template
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from correspondence.models import Letter
from crm.languages import html_language
from crm.phrases import said_of_answer, said_of_thanks

register = template.Library()


@register.simple_tag
def letters_naming(gift):
    """Letters that thank for a gift or announce it, those of the gift it corrects too."""
    named = gift.lineage
    thanking = Letter.thanks_for.through.objects.filter(gift__in=named).values("letter")
    announcing = Letter.announces.through.objects.filter(gift__in=named).values("letter")
    return Letter.objects.for_list().filter(Q(pk__in=thanking) | Q(pk__in=announcing))


@register.simple_tag
def write_to(query: str = "", **facts) -> str:
    """The address where a letter is begun: to whom as PartnerRef.query says it, and those ``facts`` that are known."""
    known = urlencode({name: value for name, value in facts.items() if value})
    return f"{reverse('letter-write')}?{'&'.join(part for part in (query, known) if part)}"


@register.filter
def deviation_name(deviation) -> str:
    """What of a letter's text the record contradicts: a part by its name, a paragraph by its number."""
    if deviation.paragraph is None:
        return deviation.text._meta.get_field(deviation.key).verbose_name
    return _("paragraph %(number)d") % {"number": deviation.paragraph.position + 1}


@register.filter
def leftovers(paragraph) -> list[str]:
    """What in a paragraph still speaks of the letter that it was taken from."""
    return [words for words in paragraph.leftovers if words in paragraph.body]


register.filter("html_language", html_language)


@register.filter
def what_is_owed(courtesy) -> SafeString:
    """Whether we have thanked for a help received and answered it, or need not; what we still owe is marked."""
    waiting = _("we owe an answer, %(time)s") % {"time": courtesy.waiting if courtesy.owes_answer else ""}
    thanks = mark_owed(_("not thanked yet")) if courtesy.owes_thanks else said_of_thanks(False, courtesy.no_thanks_due)
    answer = mark_owed(waiting) if courtesy.owes_answer else said_of_answer(False, courtesy.no_answer_due)
    return format_html_join(_(", "), "{}", [(thanks,), (answer,)])


def mark_owed(words: str) -> SafeString:
    """Words in the colour of what we owe."""
    return format_html('<span class="owed">{}</span>', words)
