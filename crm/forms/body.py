"""The form of a body."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import part
from crm.forms.contact import addresses_of, channels_of, forms_of_address_of
from crm.models import Body, BodyKind, BodyName, City


class BodyForm(forms.ModelForm):
    """A body's facts; names, channels, addresses and forms of address are parts."""

    class Meta:
        model = Body
        fields = ["country", "city", "kind", "letter_language", "liaison", "note", "archived"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["city"].queryset = City.objects.order_by("country", "search_text").prefetch_related("names")

    def clean(self):
        data = super().clean()
        city, country = data.get("city"), data.get("country")
        if city and country and city.country_id != country.pk:
            self.add_error("city", _("%(city)s is not in %(country)s.") % {"city": city, "country": country})
        elif data.get("kind") == BodyKind.CITY_GOVERNMENT:
            self.check_government(city)
        return data

    def check_government(self, city):
        """A city government has a city, and a city has one."""
        if city is None:
            self.add_error("city", _("Say which city's government it is."))
        elif other := Body.objects.governments().filter(city=city).exclude(pk=self.instance.pk).first():
            self.add_error("city", _("This city's government is on record: %(body)s.") % {"body": other})


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
