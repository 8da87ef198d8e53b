"""Lines that name a partner, and the help an own gift or courtesy answers."""

from django import forms
from django.forms import formset_factory
from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.choosing.kinds import offered
from crm.choosing.records import Records
from crm.forms.base import RecordModelForm
from crm.forms.choices import PickerField, PickerMultipleField, offer
from crm.forms.inline import SharedChoices

KINDS = ("city", "organization", "person")


def partner_fields():
    """A choice of city, organization and person; all optional, for one of them is chosen."""
    return {
        "city": PickerField(required=False, label=gettext_lazy("City")),
        "organization": PickerField(required=False, label=gettext_lazy("Organization")),
        "person": PickerField(required=False, label=gettext_lazy("Person")),
    }


class ExactlyOnePartnerMixin:
    """A line that names exactly one city, organization or person."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(partner_fields())
        offer(self, "city", offered("city", abroad=["1"]))
        offer(self, "organization", offered("organization"))
        offer(self, "person", offered("person"))

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        chosen = [kind for kind in KINDS if cleaned.get(kind)]
        if len(chosen) != 1 and not cleaned.get("DELETE"):
            self.add_error("city", _("Choose one for this line: a city, an organization or a person."))
        return cleaned


class GiftPartnerForm(ExactlyOnePartnerMixin, RecordModelForm):
    """A giver or receiver of a gift."""


class PartnerLine(ExactlyOnePartnerMixin, forms.Form):
    """A partner of a courtesy that has no row of its own before the courtesy is recorded."""

    @property
    def partner(self):
        """The city, organization or person that was chosen."""
        return next((self.cleaned_data[kind] for kind in KINDS if self.cleaned_data.get(kind)), None)


class PartnerLines(SharedChoices, BaseFormSet):
    """The partners of a courtesy; at least one."""

    title = gettext_lazy("Partners")
    help_text = gettext_lazy(
        "One city, organization or person a line. A courtesy to several counts once and is shown as shared."
    )

    def clean(self):
        if not any(self.errors) and not self.partners:
            raise forms.ValidationError(_("At least one line is needed here."))

    @property
    def partners(self):
        """The partners chosen, in the order of the lines."""
        return [form.partner for form in self.forms if form.has_changed()]


CourtesyPartners = formset_factory(PartnerLine, formset=PartnerLines, extra=1)


class AnswersField(PickerMultipleField):
    """Help received that is not answered yet, each with its day and partner."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("It answers this help"))
        kwargs.setdefault("help_text", gettext_lazy("Tick what they did for us that this is our answer to."))
        super().__init__(required=False, **kwargs)


def offer_help(form, unanswered: Records | None) -> None:
    """Offer the help that what we give may answer; nothing is asked where there is none."""
    if unanswered is None or not unanswered.records.exists():
        del form.fields["answers"]
    else:
        offer(form, "answers", unanswered)
