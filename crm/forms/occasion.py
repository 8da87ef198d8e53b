"""The form of an occasion."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.choosing.kinds import offered
from crm.forms.base import RecordModelForm
from crm.forms.choices import PickerMultipleField, offer
from crm.forms.inline import inline
from crm.models import Occasion, OccasionName


class OccasionForm(RecordModelForm):
    """An occasion's facts; its names are a part."""

    class Meta:
        model = Occasion
        fields = ["kind", "start", "end", "deaths", "injured", "countries", "cities", "in_cities", "note", "archived"]
        field_classes = dict.fromkeys(("countries", "cities", "in_cities"), PickerMultipleField)
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, kind in (("countries", "country"), ("cities", "city"), ("in_cities", "city")):
            offer(self, name, offered(kind))
        self.fields["cities"].help_text = _("Only where it struck single cities; no country is ticked then.")

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end.last < start.first:
            self.add_error("end", _("It cannot end before it began."))
        return cleaned


OccasionNames = inline(
    Occasion,
    OccasionName,
    ["language", "text", "in_letter"],
    title=_("Names"),
    needs_one=True,
    help_text=_("The name per language; where a sentence needs another form, that too."),
)
