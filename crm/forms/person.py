"""The forms of a person and of a post."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from crm.actions.people import with_orders
from crm.choosing.kinds import offered
from crm.fields import PartialDateFormField
from crm.forms.address import addresses_of
from crm.forms.base import RecordModelForm
from crm.forms.choices import CountryField, PickerField, offer, offer_liaisons
from crm.forms.contact import channels_of, forms_of_address_of
from crm.forms.inline import inline
from crm.models import Person, PersonName, Post, PostTitle


class PersonForm(RecordModelForm):
    """A person's facts; names, which come first, channels and what stands folded are parts, posts have a page."""

    first, folded = (), ("letter_language", "ours_abroad", "archived", "addresses", "forms_of_address")

    class Meta:
        model = Person
        fields = ["gender", "country", "city", "liaison", "note", "letter_language", "ours_abroad", "archived"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        field_classes = {"country": CountryField, "city": PickerField, "liaison": PickerField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "city", offered("city"))
        offer_liaisons(self)


class PersonNameForm(RecordModelForm):
    """One writing of a name; where nobody says which part comes first, the custom of its language or country does."""

    family_first = forms.TypedChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("As usual there")), ("True", _("Family name first")), ("False", _("Given name first"))],
        coerce=lambda value: str(value) == "True",
        empty_value=None,
    )


class PersonNames(
    inline(
        Person,
        PersonName,
        ["form", "language", "prefix", "family", "given", "middle", "family_first"],
        form=PersonNameForm,
        title=_("Names"),
        needs_one=True,
        help_text=_(
            "One line a script: own script, Latin letters, Chinese. Left “as usual there”, the order is that of the "
            "name in its own script, else of the country: Chinese, Japanese, Korean and Vietnamese names begin with "
            "the family name."
        ),
    )
):
    """A person's names; the order of one that is added to a person on record is proposed here, of a new one's later."""

    def clean(self):
        super().clean()
        if self.instance.pk is None or any(self.errors):
            return
        rows = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        names = with_orders([form.cleaned_data for form in rows], lambda: self.instance.home_country)
        for form, name in zip(rows, names, strict=True):
            form.cleaned_data["family_first"] = form.instance.family_first = name["family_first"]


PersonChannels = channels_of(Person)
PersonAddresses = addresses_of(Person)


class PersonFormsOfAddress(forms_of_address_of(Person, "post")):
    """A person's forms of address, one a language, or one a language for a post of theirs."""

    def narrow(self, form):
        offer(form, "post", offered("post", person=[self.instance.pk or 0]))
        form.fields["post"].empty_label = _("In any post")

    def clean(self):
        super().clean()
        kept = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        keys = [(row.get("post"), row.get("language")) for row in kept if not row.get("DELETE")]
        if len(keys) != len(set(keys)):
            raise forms.ValidationError(_("There are two lines for one language: keep one."))


class PostForm(RecordModelForm):
    """A post held at an organization from a day to a day; its titles are a part."""

    class Meta:
        model = Post
        fields = ["organization", "rank", "start", "end", "acting", "precedence"]
        help_texts = {"start": _("As precise as known: 2020-03-05, 2020-03 or 2020.")}
        field_classes = {"organization": PickerField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "organization", offered("organization"))


PostTitles = inline(
    Post,
    PostTitle,
    ["language", "text"],
    title=_("Titles"),
    extra=2,
    help_text=_("As each language writes it, agreeing with the holder: Alcaldesa, 市长."),
)


class PostEndForm(forms.Form):
    """The last day in office."""

    end = PartialDateFormField(label=_("Last day in office"), initial=timezone.localdate)
