"""The form of a city."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import part
from crm.forms.choices import CountryChoice
from crm.models import City, CityName


class CityForm(forms.ModelForm):
    """A city's facts; its names are a part."""

    class Meta:
        model = City
        fields = [
            "country",
            "latitude",
            "longitude",
            "time_zone",
            "letter_language",
            "website",
            "liaison",
            "note",
            "archived",
        ]
        field_classes = {"country": CountryChoice}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}


CityNames = part(
    City,
    CityName,
    ["language", "text", "region"],
    title=_("Names"),
    needs_one=True,
    help_text=_("As running text writes it: 瓜达拉哈拉市, Guadalajara. The region tells homonyms apart."),
)
