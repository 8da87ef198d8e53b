"""Bodies: the list, the page of one, and the form."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from crm.filters.body import BodyFilter
from crm.forms.body import BodyAddresses, BodyChannels, BodyForm, BodyFormsOfAddress, BodyNames
from crm.history import changes_of
from crm.models import Body
from crm.tables.body import BodyTable
from crm.tables.person import LANGUAGES
from crm.views.base import RecordForm
from crm.views.place import PlacedList


class BodyList(PlacedList):
    """Bodies, country first."""

    table_class = BodyTable
    filterset_class = BodyFilter
    title = _("Bodies")
    add_url, add_label = "body-add", _("Add a body")
    empty_text = _("Ask less, or add the body.")

    def get_queryset(self):
        bodies = Body.objects.present().select_related("country", "city", "liaison")
        return bodies.prefetch_related("names", "city__names").order_by("country", "search_text")


class BodyDetail(DetailView):
    """One body: who is in office there, how to reach it, its letters."""

    template_name = "crm/body.html"

    def get_queryset(self):
        bodies = Body.objects.select_related("country", "city__country", "liaison")
        return bodies.prefetch_related("names", "city__names", "channels", "addresses__country", "forms_of_address")

    def get_context_data(self, **kwargs):
        body, today = self.object, timezone.localdate()
        posts = body.posts.select_related("person").prefetch_related("person__names", "titles").by_precedence()
        return super().get_context_data(
            title=str(body),
            holders=[post for post in posts if post.is_held(today)],
            former=[post for post in posts if not post.is_held(today)],
            language=LANGUAGES[body.language],
            forms_of_address=body.forms_of_address.all(),
            changes=changes_of(body),
            **kwargs,
        )


class BodyEdit(RecordForm):
    """Adds or changes a body with its parts; a new one gets its address from its names."""

    model = Body
    form_class = BodyForm
    part_classes = (BodyNames, BodyChannels, BodyAddresses, BodyFormsOfAddress)
    title_add, title_edit = _("Add a body"), _("Change the body")

    def after_save(self):
        self.object.refresh_search()
        if not self.object.slug:
            self.object.refresh_from_db()
            self.object.slug = self.object.propose_slug()
            self.object.save(update_fields=["slug"])
