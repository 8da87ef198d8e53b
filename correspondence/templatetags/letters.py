"""Letters for the pages of the ground floor."""

from django import template
from django.db.models import Q

from correspondence.models import Letter

register = template.Library()


@register.simple_tag
def letters_naming(gift):
    """Letters that thank for a gift or announce it, those of the gift it corrects too."""
    named = gift.lineage
    letters = Letter.objects.for_list().filter(Q(thanks_for__in=named) | Q(announces__in=named))
    return letters.distinct()
