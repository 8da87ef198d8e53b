"""Letters and what they answer, for the pages of both floors."""

from django import template
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from correspondence.models import Letter
from correspondence.recipients import write_url
from correspondence.review import review_in
from correspondence.texts.markup import split_bold
from crm.languages import html_language

register = template.Library()


@register.simple_tag
def letters_naming(gift):
    """Letters that thank for a gift or announce it, those of the gift it corrects too."""
    named = gift.lineage
    thanking = Letter.thanks_for.through.objects.filter(gift__in=named).values("letter")
    announcing = Letter.announces.through.objects.filter(gift__in=named).values("letter")
    return Letter.objects.for_list().filter(Q(pk__in=thanking) | Q(pk__in=announcing))


register.simple_tag(write_url, name="write_to")


@register.simple_tag(takes_context=True)
def place_in_review(context, letter):
    """Where a letter stands among those drafted together that its reader reviews, or None."""
    return review_in(context["request"].session).place_of(letter)


@register.filter
def said(fact: bool | None) -> SafeString:
    """Whether something was done, by a mark and in words; nothing where it could not be."""
    if fact is None:
        return format_html('<span class="visually-hidden">{}</span>', _("nothing to do"))
    mark, words = ("✓", _("yes")) if fact else ("–", _("no"))
    return format_html('<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span>', mark, words)


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
def marked_changes(pieces) -> SafeString:
    """The pieces of some words as HTML: what was taken out and put in is marked, and bold where nothing was."""
    if all(piece.kind == "same" for piece in pieces):
        halves = [half for piece in pieces for half in split_bold(piece.words)]
        marked = [("b" if bold else "span", words) for words, bold in halves]
    else:
        tags = {"same": "span", "ins": "ins", "del": "del"}
        marked = [(tags[piece.kind], piece.words) for piece in pieces]
    return format_html('<p class="said">{}</p>', format_html_join("", "<{0}>{1}</{0}>", marked))
