"""Occasions: the list, the page of one with every partner there, and the form."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from crm.actions.places import open_occasion
from crm.filters.occasion import OccasionFilter
from crm.forms.occasion import OccasionForm, OccasionNames
from crm.history import changes_of
from crm.models import City, Gift, LedgerEntry, Occasion, Office
from crm.paging import page_of
from crm.reciprocity import counts_by_city
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


class OccasionDetail(DetailView):
    """One occasion: where it struck, the partners there, gifts and letters."""

    template_name = "crm/occasion.html"

    def get_queryset(self):
        return Occasion.objects.prefetch_related("names", "countries", "cities__names")

    def get_context_data(self, **kwargs):
        occasion = self.object
        concerned = City.objects.active().concerned_by(occasion).order_by("country", "slug")
        cities = City.objects.select_related("country").prefetch_related("names", "partnerships__steps")
        partners = page_of(concerned, self.request.GET, "partners", read=cities)
        partners.object_list = partners_in(occasion, partners, timezone.localdate())
        gifts = Gift.objects.current().filter(occasion=occasion).latest_first()
        return super().get_context_data(
            title=str(occasion),
            partners=partners,
            gifts=page_of(gifts, self.request.GET, "gifts", read=Gift.objects.with_details()),
            changes=changes_of(occasion),
            **kwargs,
        )


def partners_in(occasion, cities, on) -> list[dict]:
    """Each partner of a page: the city, its standing, and how many courtesies passed in the occasion."""
    office = Office.get()
    counts = counts_by_city(LedgerEntry.objects.filter(occasion=occasion), cities, on)
    rows = []
    for city in cities:
        partnership = city.partnership_with(office.city) if office else None
        rows.append(
            {"city": city, "standing": partnership.standing(on).label if partnership else "", "counts": counts[city.pk]}
        )
    return rows


class OccasionEdit(RecordForm):
    """Opens or changes an occasion; a new one gets its address from its name."""

    model = Occasion
    form_class = OccasionForm
    inline_classes = (OccasionNames,)
    record = staticmethod(open_occasion)
    title_add, title_edit = _("Open an occasion"), _("Change the occasion")
