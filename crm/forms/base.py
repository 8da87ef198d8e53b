"""What all forms share. A form checks what was typed; what follows from it is an action."""

from django import forms
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext_lazy as _


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
