"""Questions to the list of item kinds."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import NamedFilter, name_filter
from crm.models import ItemKind
from crm.models.item import FORMS_BY_LANGUAGE


def languages():
    """The letter languages that words may lack in."""
    return [pair for pair in settings.LETTER_LANGUAGES if pair[0] in FORMS_BY_LANGUAGE]


class ItemKindFilter(NamedFilter):
    """Kinds of items by name, and those without words in a language."""

    lacks = ChoiceFilter(choices=languages, method="by_gap", label=_("Words missing in"), empty_label=_("Any"))
    name = name_filter()

    class Meta:
        model = ItemKind
        fields = ["lacks", "name"]

    def by_gap(self, queryset, name, value):
        return queryset.lacking(value)
