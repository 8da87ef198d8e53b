"""The table of what leaves in a file: each noun of the ground floor with its sheets and columns."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from crm.exchange.columns import Columns, Noun
from crm.models import (
    Channel,
    City,
    CityName,
    Gift,
    GiftLine,
    GiftPartner,
    Occasion,
    OccasionName,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Post,
    PostalAddress,
    PostTitle,
)

NAMES, CHANNELS, ADDRESSES = _("Names"), _("Telephones and e-mail"), _("Addresses")
ADDRESS = ("country", "writing", "street", "district", "town", "region", "postcode", "sorting_code", "as_written")
CHANNEL = ("kind", "value", "note")

CITIES = Noun(
    Columns(
        _("Cities"),
        City,
        (
            "country",
            "place_kind",
            "part_of",
            "latitude",
            "longitude",
            "time_zone",
            "letter_language",
            "website",
            "liaison",
            "note",
            "archived",
        ),
    ),
    (Columns(NAMES, CityName, ("language", "text", "region"), owner="city"),),
)
ORGANIZATIONS = Noun(
    Columns(
        _("Organizations"), Organization, ("kind", "city", "country", "letter_language", "liaison", "note", "archived")
    ),
    (
        Columns(NAMES, OrganizationName, ("language", "text", "in_letter"), owner="organization"),
        Columns(CHANNELS, Channel, CHANNEL, owner="organization"),
        Columns(ADDRESSES, PostalAddress, ADDRESS, owner="organization"),
    ),
)
PEOPLE = Noun(
    Columns(
        _("People"),
        Person,
        ("gender", "city", "country", "letter_language", "liaison", "ours_abroad", "note", "archived"),
        kept=("city", "country"),
    ),
    (
        Columns(
            NAMES,
            PersonName,
            ("form", "language", "prefix", "family", "given", "middle", "family_first"),
            owner="person",
        ),
        Columns(_("Posts"), Post, ("organization", "rank", "start", "end", "acting", "precedence"), owner="person"),
        Columns(_("Titles"), PostTitle, ("language", "text"), owner="post", path="post__person"),
        Columns(CHANNELS, Channel, CHANNEL, owner="person"),
        Columns(ADDRESSES, PostalAddress, ADDRESS, owner="person"),
    ),
)
GIFTS = Noun(
    Columns(
        _("Gifts"),
        Gift,
        (
            "title",
            "direction",
            "state",
            "day",
            "received_on",
            "occasion",
            "via_organization",
            "via_person",
            "source",
            "note",
        ),
    ),
    (
        Columns(
            pgettext_lazy("of a gift", "Lines"),
            GiftLine,
            (
                "item",
                "quantity",
                "qualifier",
                "unit",
                "value",
                "currency",
                "value_qualifier",
                "packages",
                "pieces_per_package",
                "lot",
            ),
            owner="gift",
        ),
        Columns(_("Partners"), GiftPartner, ("city", "organization", "person"), owner="gift"),
    ),
)
OCCASIONS = Noun(
    Columns(
        _("Occasions"),
        Occasion,
        ("kind", "start", "end", "deaths", "injured", "countries", "cities", "note", "archived"),
    ),
    (Columns(NAMES, OccasionName, ("language", "text", "in_letter"), owner="occasion"),),
)
NOUNS = (CITIES, ORGANIZATIONS, PEOPLE, GIFTS, OCCASIONS)
