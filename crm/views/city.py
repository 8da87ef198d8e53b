"""Cities: the list and the form. The page of one city, with its letters, is in correspondence."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from crm.actions import add_government
from crm.filters.city import CityFilter
from crm.forms.city import CityForm, CityNames
from crm.models import City
from crm.tables.city import CityTable
from crm.views.base import RecordForm, RecordList


class CityList(RecordList):
    """Cities by country, relation and name."""

    table_class = CityTable
    filterset_class = CityFilter
    title = _("Cities")
    add_url, add_label = "city-add", _("Add a city")
    empty_text = _("Ask less, or add the city.")

    def get_queryset(self):
        cities = City.objects.present().select_related("country", "liaison")
        return cities.prefetch_related("names", "relations__steps").order_by("country", "search_text")

    def get_table(self, **kwargs):
        table = super().get_table(**kwargs)
        table.on = timezone.localdate()
        return table


class CityEdit(RecordForm):
    """Adds or changes a city with its names; a new one gets its address and its government from them."""

    model = City
    form_class = CityForm
    part_classes = (CityNames,)
    title_add, title_edit = _("Add a city"), _("Change the city")

    def after_save(self):
        if not self.object.slug:
            self.object.refresh_from_db()
            self.object.slug = self.object.propose_slug()
            self.object.save(update_fields=["slug"])
            add_government(city=self.object)
