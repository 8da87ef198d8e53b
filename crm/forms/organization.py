"""The form of an organization."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.choosing.kinds import offered
from crm.forms.address import addresses_of
from crm.forms.base import RecordModelForm
from crm.forms.choices import CountryField, PickerField, offer, offer_liaisons
from crm.forms.contact import channels_of, forms_of_address_of
from crm.forms.inline import inline
from crm.models import Organization, OrganizationName


class OrganizationForm(RecordModelForm):
    """An organization's facts; names, which come first, channels and what stands folded are parts."""

    first, folded = (), ("letter_language", "archived", "addresses", "forms_of_address")

    class Meta:
        model = Organization
        fields = ["kind", "city", "country", "liaison", "note", "letter_language", "archived"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        field_classes = {"country": CountryField, "city": PickerField, "liaison": PickerField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "city", offered("city"))
        offer_liaisons(self)


OrganizationNames = inline(
    Organization,
    OrganizationName,
    ["language", "text", "in_letter"],
    title=_("Names"),
    needs_one=True,
    help_text=_("The full official name, one line a language."),
)
OrganizationChannels = channels_of(Organization)
OrganizationAddresses = addresses_of(Organization)
OrganizationFormsOfAddress = forms_of_address_of(Organization)
