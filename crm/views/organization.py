"""Organizations: the list and the form. The page of one, with its letters, is in correspondence."""

from django.utils.translation import gettext_lazy as _

from crm.actions.places import build_organizations, insert_organizations
from crm.filters.organization import OrganizationFilter
from crm.forms.organization import (
    OrganizationAddresses,
    OrganizationChannels,
    OrganizationForm,
    OrganizationFormsOfAddress,
    OrganizationNames,
)
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

    def ready_questions(self):
        return [(_("Mine"), {"mine": "on"})]

    def get_queryset(self):
        organizations = Organization.objects.active().select_related("country", "city", "liaison")
        return organizations.prefetch_related("names", "city__names").order_by("country", "sort_key")


class OrganizationEdit(SaysOutdatedForms, FollowMerged, RecordForm):
    """Adds or changes an organization with its parts; a new one gets its address from its names."""

    model = Organization
    form_class = OrganizationForm
    inline_classes = (OrganizationNames, OrganizationChannels, OrganizationAddresses, OrganizationFormsOfAddress)
    doors = (build_organizations, insert_organizations)
    title_add, title_edit = _("Add an organization"), _("Change the organization")
