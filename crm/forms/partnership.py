"""The form of our partnership with a city."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import RecordModelForm
from crm.forms.inline import InlineRows, inline
from crm.models import Partnership, PartnershipStep


class PartnershipForm(RecordModelForm):
    """What the partnership is or aims at; the two cities are given by the page, the steps are a part."""

    class Meta:
        model = Partnership
        fields = ["kind", "confirmed", "source", "fields_of_exchange", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "kind": _("What it is or aims at; a partnership without a signed agreement shows as planned."),
            "source": _("The office's file or the publication it is known from."),
        }


class StepForm(RecordModelForm):
    """A step; with a country that needs clearance on its day it names the superior's answer."""

    def clean(self):
        cleaned = super().clean()
        day, country = cleaned.get("day"), self.fields["partnership"].parent_instance.partner.country
        if day and country.needs_clearance(day.first) and not cleaned.get("DELETE"):
            for name in ("clearance_number", "clearance_day"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(
                        name,
                        _("Steps with %(country)s need a clearance (%(reason)s): give its number and day.")
                        % {"country": country, "reason": country.clearance_reason},
                    )
        return cleaned


class StepRows(InlineRows):
    """The steps; one with which papers are kept is not deleted with them."""

    def ask_before_deleting(self) -> None:
        super().ask_before_deleting()
        for form in self.initial_forms:
            if self._should_delete_form(form) and form.instance.papers.exists():
                raise forms.ValidationError(
                    _("Papers are kept with the step “%(step)s”: take them away first.") % {"step": form.instance}
                )


PartnershipSteps = inline(
    Partnership,
    PartnershipStep,
    [
        "kind",
        "day",
        "by_letters",
        "place",
        "signatories",
        "document_number",
        "clearance_number",
        "clearance_day",
        "source",
    ],
    form=StepForm,
    base=StepRows,
    title=_("Steps"),
    help_text=_("The standing of the partnership on any day is read from its dated steps."),
)
