"""Occasions: the list and the form; the page of one shows letters (``correspondence.views.occasion``)."""

from django.utils.translation import gettext_lazy as _

from crm.actions.places import open_occasion
from crm.filters.occasion import OccasionFilter
from crm.forms.occasion import OccasionForm, OccasionNames
from crm.models import Occasion
from crm.tables.occasion import OccasionTable
from crm.views.base import RecordForm, RecordList


class OccasionList(RecordList):
    """Occasions by country struck, kind, year and name."""

    table_class = OccasionTable
    filterset_class = OccasionFilter
    title = _("Occasions")
    add_url, add_label = "occasion-add", _("Open an occasion")
    empty_text = _("Nothing matches. Widen the filters, or open the occasion.")

    def get_queryset(self):
        return Occasion.objects.active().prefetch_related("names", "countries", "cities__names")


class OccasionEdit(RecordForm):
    """Opens or changes an occasion; a new one gets its address from its name."""

    model = Occasion
    form_class = OccasionForm
    inline_classes = (OccasionNames,)
    record = staticmethod(open_occasion)
    title_add, title_edit = _("Open an occasion"), _("Change the occasion")
