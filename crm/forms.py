"""The forms of the ground floor. A form checks what was typed; what follows from it is an action."""

from django import forms
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext_lazy as _

from crm.models import City, CityName


class PartFormSet(BaseInlineFormSet):
    """The lines of a record's part, shown by generic/_part.html under ``title``."""

    title = ""
    help_text = ""
    needs_one = False

    def clean(self):
        super().clean()
        kept = (
            [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
            if self.is_bound and not any(self.errors)
            else None
        )
        if self.needs_one and kept == []:
            raise forms.ValidationError(_("At least one line is needed here."))


def part(parent, model, fields, *, title, help_text="", extra=1, needs_one=False, form=forms.ModelForm, **kwargs):
    """An inline formset class with its title."""
    base = type(
        f"{model.__name__}Part", (PartFormSet,), {"title": title, "help_text": help_text, "needs_one": needs_one}
    )
    return inlineformset_factory(parent, model, form=form, formset=base, fields=fields, extra=extra, **kwargs)


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
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}


CityNames = part(
    City,
    CityName,
    ["language", "text", "region"],
    title=_("Names"),
    needs_one=True,
    help_text=_("As running text writes it: 瓜达拉哈拉市, Guadalajara. The region tells homonyms apart."),
)
