"""What all forms share. A form checks what was typed; what follows from it is an action."""

from django import forms
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from crm.fields import STILL_TO_COME


class PastDays:
    """A form that asks on which day something happened; what is still to come has not happened."""

    def __init__(self, *args, today, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)

    def past_days(self, cleaned) -> tuple[str, ...]:
        """The names of the fields whose day must have come."""
        return ("day",)

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        for name in self.past_days(cleaned):
            day = cleaned.get(name)
            if day and getattr(day, "first", day) > self.today:
                self.add_error(name, STILL_TO_COME)
        return cleaned


class CachedChoices:
    """A formset whose lines offer the same records, which are read once for all lines."""

    @cached_property
    def choices_read(self) -> dict[str, list]:
        """What each question offers, by name."""
        return {}

    def narrow(self, form) -> None:
        """For subclasses whose lines offer fewer records than there are."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        self.narrow(form)
        for name, field in form.fields.items():
            if isinstance(field, forms.ModelChoiceField) and not field.widget.is_hidden:
                if name not in self.choices_read:
                    self.choices_read[name] = list(field.choices)
                field.choices = self.choices_read[name]


class InlineRows(CachedChoices, BaseInlineFormSet):
    """The rows of a record's part, shown by generic/_inline.html under ``title``."""

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


def inline(parent, model, fields, *, title, help_text="", extra=1, needs_one=False, form=forms.ModelForm, **kwargs):
    """An inline formset class with its title."""
    base = type(
        f"{model.__name__}Rows", (InlineRows,), {"title": title, "help_text": help_text, "needs_one": needs_one}
    )
    kwargs = {"extra": extra, "can_delete_extra": False, **kwargs}
    return inlineformset_factory(parent, model, form=form, formset=base, fields=fields, **kwargs)
