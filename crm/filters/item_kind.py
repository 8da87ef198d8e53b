"""Questions to the list of item kinds."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from crm.filters.base import NamedFilter, name_filter
from crm.languages import letter_languages
from crm.models import ItemKind


class ItemKindFilter(NamedFilter):
    """Kinds of items by name, and those without words in a language."""

    lacks = ChoiceFilter(choices=letter_languages, method="by_gap", label=_("Words missing in"), empty_label=_("Any"))
    name = name_filter()

    class Meta:
        model = ItemKind
        fields = ["lacks", "name"]

    def by_gap(self, queryset, name, value):
        return queryset.lacking(value)
