"""The form of our tie with a city."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.base import part
from crm.models import Relation, RelationStep


class RelationForm(forms.ModelForm):
    """What the tie is or aims at; the two cities are given by the page, the steps are a part."""

    class Meta:
        model = Relation
        fields = ["kind", "confirmed", "source", "fields_of_exchange", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "kind": _("What it is or aims at; a tie without a signed agreement shows as planned."),
            "source": _("The office's file or the publication it is known from."),
        }


RelationSteps = part(
    Relation,
    RelationStep,
    ["kind", "day", "by_letters", "place", "signatories", "document_number", "source"],
    title=_("Steps"),
    help_text=_("The standing of the tie on any day is read from its dated steps."),
)
