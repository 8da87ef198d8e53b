"""Kinds of items and their words per language."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.filters.item_kind import ItemKindFilter
from crm.forms.item_kind import ItemKindForm, ItemWords
from crm.history import changes_of
from crm.models import ItemKind
from crm.tables.item_kind import ItemKindTable
from crm.views.base import RecordForm, RecordList


class ItemKindList(RecordList):
    """Kinds of items with the languages whose words are missing."""

    table_class = ItemKindTable
    filterset_class = ItemKindFilter
    title = _("Kinds of items")
    add_url, add_label = "item-kind-add", _("Add a kind of item")
    empty_text = _("Nothing matches. Widen the filters, or add the kind of item.")

    def get_queryset(self):
        return ItemKind.objects.prefetch_related("words")


class ItemKindEdit(RecordForm):
    """Adds or changes a kind of item with its words."""

    template_name = "crm/item_kind_form.html"
    model = ItemKind
    slug_field = slug_url_kwarg = "code"
    form_class = ItemKindForm
    inline_classes = (ItemWords,)
    title_add, title_edit = _("Add a kind of item"), _("Change the kind of item")

    def get_success_url(self):
        return reverse("item-kind-list")

    def get_context_data(self, **kwargs):
        changes = changes_of(self.object) if self.object else ()
        return super().get_context_data(cancel_url=self.get_success_url(), changes=changes, **kwargs)
