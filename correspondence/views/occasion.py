"""An occasion's page: where it struck, the partners there, and what passed with them."""

from django.utils import timezone
from django.views.generic import DetailView

from correspondence.actions.several import MOST_DRAFTED
from correspondence.struck import partners_struck
from correspondence.texts.brief import SAD, is_sad_news
from crm.history import changes_asked
from crm.models import City, Gift, Occasion
from crm.paging import page_of


class OccasionDetail(DetailView):
    """One occasion: where it struck, the partners there with what was written, helped and thanked, gifts, letters."""

    template_name = "correspondence/occasion.html"

    def get_queryset(self):
        return Occasion.objects.prefetch_related("names", "countries", "cities__names", "in_cities")

    def get_context_data(self, **kwargs):
        occasion, today = self.object, timezone.localdate()
        concerned = City.objects.active().concerned_by(occasion).order_by("country", "slug")
        cities = City.objects.select_related("country").prefetch_related("names", "partnerships__steps")
        partners = page_of(concerned, self.request.GET, "partners", MOST_DRAFTED, read=cities)
        partners.object_list = partners_struck(occasion, partners, today)
        gifts = Gift.objects.current().filter(occasion=occasion).latest_first()
        return super().get_context_data(
            title=str(occasion),
            partners=partners,
            condoles=self.request.user.may_write and is_sad_news(occasion, today),
            past=occasion.kind in SAD and not is_sad_news(occasion, today),
            gifts=page_of(gifts, self.request.GET, "gifts", read=Gift.objects.with_details()),
            changes=changes_asked(self.request, occasion),
            **kwargs,
        )
