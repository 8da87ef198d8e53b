"""Organizations: the list, the page of one, and the form."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from crm.actions.places import build_organizations, insert_organizations
from crm.filters.organization import OrganizationFilter
from crm.forms.organization import (
    OrganizationAddresses,
    OrganizationChannels,
    OrganizationForm,
    OrganizationFormsOfAddress,
    OrganizationNames,
)
from crm.history import changes_of
from crm.languages import language_name
from crm.models import Organization
from crm.tables.organization import OrganizationTable
from crm.views.base import RecordForm
from crm.views.merged import FollowMerged
from crm.views.outdated import SaysOutdatedForms
from crm.views.place import PlacedList


class OrganizationList(PlacedList):
    """Organizations, country first."""

    table_class = OrganizationTable
    filterset_class = OrganizationFilter
    title = _("Organizations")
    add_url, add_label = "organization-add", _("Add an organization")
    empty_text = _("Nothing matches. Widen the filters, or add the organization.")

    def get_queryset(self):
        organizations = Organization.objects.active().select_related("country", "city", "liaison")
        return organizations.prefetch_related("names", "city__names").order_by("country", "sort_key")


class OrganizationDetail(FollowMerged, DetailView):
    """One organization: who is in office there, how to reach it, its letters."""

    template_name = "crm/organization.html"

    def get_queryset(self):
        organizations = Organization.objects.select_related("country", "city__country", "liaison")
        return organizations.prefetch_related(
            "names", "city__names", "channels", "addresses__country", "forms_of_address"
        )

    def get_context_data(self, **kwargs):
        organization, today = self.object, timezone.localdate()
        posts = organization.posts.select_related("person").prefetch_related("person__names", "titles").by_precedence()
        return super().get_context_data(
            title=str(organization),
            holders=[post for post in posts if post.is_held(today)],
            former=[post for post in posts if not post.is_held(today)],
            language=language_name(organization.language),
            forms_of_address=organization.forms_of_address.all(),
            changes=changes_of(organization),
            **kwargs,
        )


class OrganizationEdit(SaysOutdatedForms, FollowMerged, RecordForm):
    """Adds or changes an organization with its parts; a new one gets its address from its names."""

    model = Organization
    form_class = OrganizationForm
    inline_classes = (OrganizationNames, OrganizationChannels, OrganizationAddresses, OrganizationFormsOfAddress)
    doors = (build_organizations, insert_organizations)
    title_add, title_edit = _("Add an organization"), _("Change the organization")
