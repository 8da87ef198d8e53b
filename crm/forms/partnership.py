"""The form of our partnership with a city."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import RecordModelForm
from crm.forms.inline import inline
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


PartnershipSteps = inline(
    Partnership,
    PartnershipStep,
    ["kind", "day", "by_letters", "place", "signatories", "document_number", "source"],
    title=_("Steps"),
    help_text=_("The standing of the partnership on any day is read from its dated steps."),
)
