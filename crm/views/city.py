"""Cities: the list and the form. The page of one city, with its letters, is in correspondence."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from crm.actions.places import build_cities, change_city, insert_cities
from crm.balances import dealings_with
from crm.filters.city import CityFilter
from crm.forms.base import leave_unchecked
from crm.forms.city import CityForm, CityNames
from crm.forms.city_lookup import CityLookup
from crm.models import City, Country, Office
from crm.pictures import compass, discs
from crm.pictures.discs import MOST_MARKS
from crm.tables.city import CityTable
from crm.views.base import RecordForm, RecordList, WritersOnly
from crm.views.merged import FollowMerged

PLACE = ("country", "latitude", "longitude")


class CityList(RecordList):
    """Cities other than ours by country, partnership and name, pictured by bearing and distance around it."""

    template_name = "crm/city_list.html"
    results_template_name = "crm/_city_results.html"
    table_class = CityTable
    filterset_class = CityFilter
    title = _("Cities")
    add_url, add_label = "city-add", _("Add a city")
    empty_text = _("Nothing matches. Widen the filters, or add the city.")

    def ready_questions(self):
        return [(_("Mine"), {"mine": "on"}), (_("Not in touch for over a year"), {"quiet": "on"})]

    def get_template_names(self):
        whole = super().get_template_names() == [self.template_name]
        return [self.template_name if whole else self.results_template_name]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "picture": self.picture(context["table"].page) if self.our_city else None}

    def picture(self, page):
        """The cities of a page around ours; of many, in several countries, a disc a country."""
        of_one_country = self.filterset.is_bound and self.filterset.form.cleaned_data.get("country")
        if page.paginator.count > MOST_MARKS and not of_one_country:
            places = self.object_list.order_by().values_list(*PLACE)
            countries = Country.objects.in_bulk({country for country, *_place in places})
            if len(countries) > 1:
                return discs(self.our_city, places, countries)
        return compass(self.our_city, page.object_list.data, timezone.localdate())

    @cached_property
    def our_city(self) -> City | None:
        """The city in the middle of the picture."""
        office = Office.get()
        return office and office.city

    def get_queryset(self):
        cities = City.objects.active().exclude(pk=self.our_city.pk if self.our_city else None)
        cities = cities.select_related("country", "liaison").prefetch_related("names", "partnerships__steps")
        rank = Country.objects.filter(cities__isnull=False).distinct().rank()
        return cities.annotate(country_rank=rank).order_by("country_rank", "sort_key", "pk")

    def get_table(self, **kwargs):
        table = super().get_table(**kwargs)
        table.on, table.ours = timezone.localdate(), self.our_city
        shown = table.data if self.export_trigger_param in self.request.GET else table.page.object_list.data
        table.dealings = dealings_with(shown, table.on)
        return table


class CityEdit(FollowMerged, RecordForm):
    """Adds or changes a city with its names; a new one gets its address and government from them.

    The steps of looking it up send the form and show it again (``CityLookup``).
    """

    template_name = "crm/city_edit.html"
    model = City
    form_class = CityForm
    inline_classes = (CityNames,)
    doors = (build_cities, insert_cities)
    title_add, title_edit = _("Add a city"), _("Change the city")

    @cached_property
    def lookup(self) -> CityLookup:
        """Looking the place up, with what was sent."""
        return CityLookup(self.request.POST if self.request.method == "POST" else None)

    def post(self, request, *args, **kwargs):
        request.POST = self.lookup.carry_out()
        return self.show_as_typed() if self.lookup.step else super().post(request, *args, **kwargs)

    def show_as_typed(self):
        """Show the page again after a step, unchecked."""
        self.object = self.get_object_or_none()
        form, inlines = self.get_form(), self.get_inlines()
        leave_unchecked(form, *inlines)
        return self.guard() or self.render_to_response(self.get_context_data(form=form, inlines=inlines))

    def get_context_data(self, **kwargs):
        return super().get_context_data(lookup=self.lookup, **kwargs)

    def change(self, form, parts):
        return change_city(by=self.request.user, city=form.instance, parts=parts)


class PlaceList(WritersOnly, TemplateView):
    """The places of a name (?look_up=), to choose one from, while somebody types it into the form of a city."""

    template_name = "crm/_places.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(lookup=CityLookup(self.request.GET), **kwargs)
