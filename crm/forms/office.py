"""The forms of our office, its identities, accounts and countries, and of the first page of all."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.contrib.auth.forms import SetPasswordMixin
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from crm.choosing.kinds import offered
from crm.forms.base import RecordModelForm
from crm.forms.choices import CountryChoice, PickerField, offer
from crm.forms.inline import inline
from crm.forms.place import PlaceLookup
from crm.gazetteer.naming import propose_names
from crm.languages import CHINESE
from crm.models import City, Country, IssuingIdentity, Letterhead, Office, OrganizationName, Signatory, User
from crm.models.office import Numbering

NAME_LENGTH = OrganizationName._meta.get_field("text").max_length
NUMBER_PREFIX = IssuingIdentity._meta.get_field("number_prefix")
LATITUDE, LONGITUDE = City._meta.get_field("latitude"), City._meta.get_field("longitude")


class OfficeForm(RecordModelForm):
    """The office's own settings."""

    class Meta:
        model = Office
        fields = [
            "name",
            "city",
            "own_approval",
            "scan_required",
            "issue_days_back",
            "issue_days_ahead",
            "idle_minutes",
        ]
        fields += ["idle_minutes", "no_secrets_zh", "no_secrets_en", "is_demo"]
        field_classes = {"city": PickerField}
        widgets = dict.fromkeys(("no_secrets_zh", "no_secrets_en"), forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "city", offered("city"))


class IdentityForm(RecordModelForm):
    """A name we issue letters under; its words for the letterhead are a part.

    A new one is an organization of ours on record, or one that is recorded with it by its names.
    """

    name_zh = forms.CharField(
        label=_("Or a new one: its name in Chinese"),
        max_length=NAME_LENGTH,
        required=False,
        help_text="衡阳市人民对外友好协会",
    )
    name_en = forms.CharField(label=_("Its name in English"), max_length=NAME_LENGTH, required=False)
    folded = ("seal_name", "order", "archived")

    class Meta:
        model = IssuingIdentity
        fields = [
            "organization",
            "name_zh",
            "name_en",
            "numbering",
            "number_prefix",
            "contact_line",
            "seal_name",
            "order",
            "archived",
        ]
        field_classes = {"organization": PickerField}
        error_messages = {"number_prefix": {"unique": _("Another identity counts its letters by this series.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(self.Meta.fields)
        offer(self, "organization", offered("organization", ours=["1"]))
        if self.instance.pk:
            del self.fields["name_zh"], self.fields["name_en"]
        else:
            self.fields["organization"].required = False

    @property
    def names(self) -> dict[str, str]:
        """The names of an organization to be recorded with it, by language; {} where one on record is chosen."""
        typed = {CHINESE: self.cleaned_data.get("name_zh"), "en": self.cleaned_data.get("name_en")}
        return {language: text for language, text in typed.items() if text}

    def clean(self):
        cleaned = super().clean()
        counted = cleaned.get("numbering") == Numbering.OURS
        if counted and not cleaned.get("number_prefix") and "number_prefix" not in self.errors:
            self.add_error("number_prefix", _("Numbers counted here need the word before the year."))
        if "organization" not in self.errors and bool(cleaned.get("organization")) == bool(self.names):
            self.add_error("organization", _("Choose an organization of ours, or write the names of a new one."))
        return cleaned


Letterheads = inline(
    IssuingIdentity,
    Letterhead,
    ["language", "text", "contact"],
    title=_("Letterheads"),
    help_text=_(
        "Only where the head of the page says more, or less, than the organization's name in that language, or gives "
        "telephone and e-mail in its own words."
    ),
)


class SignatoryForm(RecordModelForm):
    """Who signs for an identity; the posts of our own organizations are offered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "post", offered("post"))


Signatories = inline(
    IssuingIdentity,
    Signatory,
    ["post", "start", "end"],
    form=SignatoryForm,
    field_classes={"post": PickerField},
    title=_("Who signs"),
    help_text=_("Proposed for letters of those days; without any, the head of the organization."),
)


class PasswordForm(SetPasswordMixin, RecordModelForm):
    """An account with its password typed twice; ``password_required`` says whether it may stay as it is."""

    password_required = True
    password1, password2 = SetPasswordMixin.create_password_fields(_("Password"), _("Password again"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("password1", "password2"):
            self.fields[name].required = self.password_required
        self.fields["password1"].help_text = password_validators_help_text_html()
        self.fields["password2"].help_text = ""

    def clean(self):
        cleaned = super().clean()
        if "password1" not in self.fields:
            return cleaned
        self.validate_passwords()
        if bool(self.data.get("password1")) != bool(self.data.get("password2")) and not self.errors:
            self.add_error("password2", self.error_messages["password_mismatch"])
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        self.validate_password_for_user(self.instance)


class UserForm(PasswordForm):
    """An account as the head keeps it; its password is a first one, and no head gives one to himself or herself."""

    class Meta:
        model = User
        fields = ["username", "full_name", "role", "is_active"]
        labels = {"username": _("Account name"), "is_active": _("May sign in")}
        help_texts = {
            "username": _("Letters, digits and @ . + - _ only."),
            "role": _("The reader sees; the clerk also writes; the head also approves and keeps these pages."),
            "is_active": _("Untick it when somebody leaves; what he or she wrote stays."),
        }

    def __init__(self, *args, is_own=False, **kwargs):
        self.password_required = not (kwargs.get("instance") and kwargs["instance"].pk)
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["password1"], self.fields["password2"]
            return
        first, again = self.fields["password1"], self.fields["password2"]
        first.label, again.label = _("First password"), _("First password again")
        again.help_text = _("It opens nothing but the page on which its owner chooses another.")
        if not self.password_required:
            first.help_text = _("Only where the password is forgotten; left empty, the present one stays.")


class CountryForm(RecordModelForm):
    """How the office names a country or region and writes to it."""

    class Meta:
        model = Country
        fields = [
            "name_zh",
            "name_en",
            "official_name",
            "official_name_zh",
            "letter_language",
            "national_day",
            "clearance_from",
            "clearance_until",
            "clearance_reason",
            "filed_apart",
        ]

    def clean(self):
        cleaned = super().clean()
        dated = cleaned.get("clearance_from") or cleaned.get("clearance_until")
        if dated and not cleaned.get("clearance_reason") and "clearance_reason" not in self.errors:
            self.add_error("clearance_reason", _("Say why clearance is needed: no diplomatic relations, for one."))
        return cleaned


HEAD_FIELDS = ("username", "full_name", "password1", "password2")
CITY_FIELDS = ("city_zh", "city_latin", "country", "latitude", "longitude")
# A step of looking the city up renews nothing else, where scripts run: passwords are never sent back to a page.
ONLY_THE_CITY = {"hx_target": "#our-city", "hx_select": "#our-city", "hx_swap": "outerHTML"}


class FirstHeadForm(PasswordForm):
    """Who the head is: all that is asked where the office is on record and nobody has an account."""

    class Meta:
        model = User
        fields = ["username", "full_name"]
        labels = {"username": _("Account name")}
        help_texts = {"username": _("Letters, digits and @ . + - _ only.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True

    @property
    def helper(self):
        """The questions; the page puts the form tag around them."""
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(Fieldset(_("The head's account"), *HEAD_FIELDS))
        return helper


class WelcomeForm(FirstHeadForm):
    """What an empty installation asks first: who its head is, and which office this is."""

    office_name = Office._meta.get_field("name").formfield(label=_("Name of the office"))
    country = CountryChoice(Country.objects.all(), label=_("Country or region"), initial="CN")
    city_zh = forms.CharField(
        label=_("Our city in Chinese"), max_length=200, help_text=_("As running text writes it: 衡阳市.")
    )
    city_latin = forms.CharField(
        label=_("Our city in Latin letters"), max_length=200, help_text=_("As English text writes it: Hengyang.")
    )
    latitude = LATITUDE.formfield(help_text=_("Degrees, north positive: 26.89. For the picture of partners around us."))
    longitude = LONGITUDE.formfield(help_text=_("Degrees, east positive: 112.57."))
    office_name_en = forms.CharField(
        label=_("Name of the office in English"),
        max_length=200,
        required=False,
        help_text=_("Left empty, a foreign-affairs office is called that of its city's government."),
    )
    number_prefix = NUMBER_PREFIX.formfield(
        label=_("Number series of the office's own letters"), validators=NUMBER_PREFIX.validators, required=True
    )
    contact = IssuingIdentity._meta.get_field("contact_line").formfield()

    def clean(self):
        cleaned = super().clean()
        try:
            City(latitude=cleaned.get("latitude"), longitude=cleaned.get("longitude")).clean()
        except ValidationError as half:
            self.add_error(None, half)
        return cleaned

    @property
    def city_facts(self) -> dict:
        """Our city as ``record_city`` takes it."""
        typed = self.cleaned_data
        names = {CHINESE: typed["city_zh"], "en": typed["city_latin"]}
        facts = {name: typed[name] for name in ("country", "latitude", "longitude")}
        return {**facts, "names": [{"language": language, "text": text} for language, text in names.items()]}

    @property
    def helper(self):
        """Two groups of questions."""
        helper = super().helper
        lookup = HTML('{% include "crm/_place_lookup.html" %}')
        city = Div(lookup, *CITY_FIELDS, css_id="our-city", **ONLY_THE_CITY)
        office = ("office_name", "office_name_en", city, "number_prefix", "contact")
        helper.layout.append(Fieldset(_("The office"), *office))
        return helper


class OurCityLookup(PlaceLookup):
    """Looking our own city up: its names in Chinese and English go into their boxes, where they are seen."""

    in_place = True

    def fill(self, place):
        super().fill(place)
        names = {name.language: name.text for name in reversed(list(propose_names(place)))}
        for language, box in ((CHINESE, "city_zh"), ("en", "city_latin")):
            if language in names:
                self.answer[box] = names[language]
