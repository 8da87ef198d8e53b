"""The form of a body."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import part
from crm.forms.choices import CountryChoice, PlacedChoice, cities
from crm.forms.contact import addresses_of, channels_of, forms_of_address_of
from crm.models import Body, BodyName


class BodyForm(forms.ModelForm):
    """A body's facts; names, channels, addresses and forms of address are parts."""

    class Meta:
        model = Body
        fields = ["country", "city", "kind", "letter_language", "liaison", "note", "archived"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        field_classes = {"country": CountryChoice, "city": PlacedChoice}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["city"].queryset = cities()


BodyNames = part(
    Body,
    BodyName,
    ["language", "text", "in_letter"],
    title=_("Names"),
    needs_one=True,
    help_text=_("The full official name, one line a language."),
)
BodyChannels = channels_of(Body)
BodyAddresses = addresses_of(Body)
BodyFormsOfAddress = forms_of_address_of(Body)
