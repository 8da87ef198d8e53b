"""The form of a city."""

from functools import partial
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.choosing.kinds import offered
from crm.forms.base import RecordModelForm
from crm.forms.choices import CountryField, PickerField, offer, offer_liaisons
from crm.forms.inline import inline
from crm.models import City, CityName, PlaceKind

FOLDED = ("latitude", "longitude", "time_zone", "letter_language", "great_city", "own_day", "website", "archived")


class CityForm(RecordModelForm):
    """A city's facts; its names are a part and come first, and what a place looked up fills in stands folded."""

    first, folded = (), FOLDED

    class Meta:
        model = City
        fields = ["country", "place_kind", "part_of", "liaison", "note", *FOLDED]
        field_classes = {
            "country": CountryField,
            "part_of": PickerField,
            "liaison": PickerField,
            "website": partial(forms.URLField, assume_scheme="https"),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        place = self.instance
        offer(self, "part_of", offered("city", without=[place.pk] if place.pk else []))
        offer_liaisons(self)
        kind = self.fields["place_kind"]
        kind.required, kind.choices = False, [("", _("As its name says")), *PlaceKind.choices]
        if place.pk is None:
            self.initial["place_kind"] = ""

    def clean_time_zone(self):
        name = self.cleaned_data["time_zone"].strip()
        if name and name not in available_timezones():
            raise forms.ValidationError(_("“%(name)s” is no time zone. Write Europe/Madrid.") % {"name": name})
        return name


CityNames = inline(
    City,
    CityName,
    ["language", "text", "region"],
    title=_("Names"),
    needs_one=True,
    help_text=_("As running text writes it: 瓜达拉哈拉市, Guadalajara. The region tells homonyms apart."),
)
