"""The form of postal addresses: each asks for what its country uses, and keeps all that was typed."""

import json
import re

import pytest
from django.urls import reverse

from crm.forms.address import name_of_part, offered_in, parts_of_countries
from crm.models import PostalAddress
from crm.postal import LETTERS
from tests.crm.views.test_organization import typed
from tests.factories import OrganizationFactory, PostalAddressFactory

ADD = reverse("organization-add")


def labels(browser, organization) -> list[str]:
    """What the first address of an organization's form asks for, as the server names it."""
    page = browser.get(f"{organization.get_absolute_url()}edit/").content.decode()
    found = re.findall(r'<label[^>]*for="id_addresses-0-(\w+)"[^>]*>\s*([^<]*?)\s*<', page)
    return [text for name, text in found if name in LETTERS]


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("JP", ["Street", "District", "City, ward, town or village", "Prefecture (todōfuken)", "Postcode"]),
        ("KR", ["Street", "District (gu)", "City, county or district (si, gun, gu)"]),
        ("UA", ["Street", "District", "Town or city", "Oblast", "Postcode", "Sorting code"]),
        ("US", ["Street", "District", "Town or city", "Federal state", "ZIP code"]),
        ("PH", ["Street", "Barangay", "City or municipality", "Province or region"]),
        ("RO", ["Street", "District", "Town or commune (comuna)", "County (județ)"]),
        ("NO", ["Street", "District", "Post town", "Province or state", "Postcode"]),
        ("IE", ["Street", "Townland", "Town or city", "County", "Eircode"]),
    ],
)
def test_without_scripts_every_part_is_asked_for_under_its_name_in_the_country(browser, country, names):
    organization = OrganizationFactory(country_id=country)
    PostalAddressFactory(organization=organization, country_id=country)
    asked = labels(browser, organization)
    assert (len(asked), asked[: len(names)]) == (len(LETTERS), names)


def test_the_page_tells_its_script_what_each_country_uses(client_of, clerk):
    page = client_of(clerk).get(ADD).content.decode()
    told = json.loads(re.search(r'id="address-parts"[^>]*>(.*?)</script>', page)[1])
    for country in ("JP", "NO", "CI"):
        assert told["forms"][told["countries"][country]] == offered_in(country)
    assert [*told["names"]] == [*LETTERS]
    assert page.count('id="address-parts"') == 1
    chinese = parts_of_countries("zh-hans")
    assert chinese["forms"][chinese["countries"]["JP"]]["region"] == "都道府县"


def test_every_country_has_a_name_for_each_part(db):
    known = parts_of_countries("en")
    assert {code for code, form in known["countries"].items() if not all(known["forms"][form].values())} == set()
    assert (name_of_part("", "town"), name_of_part("ES", "town")) == ("Town", "Town or city")


def test_parts_that_the_country_does_not_use_are_kept(browser):
    parts = {"street": "Rådhusgata 1", "district": "Sentrum", "town": "Oslo", "region": "Østlandet", "postcode": "0037"}
    address = {**parts, "sorting_code": "CEDEX", "country": "NO", "writing": ""}
    rows = {f"addresses-0-{name}": text for name, text in address.items()}
    answer = browser.post(ADD, typed(**{"addresses-TOTAL_FORMS": 1, **rows}))
    assert answer.status_code == 302
    address = PostalAddress.objects.get()
    assert address.parts == {**parts, "sorting_code": "CEDEX"}
    assert all(text in "\n".join(address.lines()) for text in address.parts.values())


def test_latin_letters_are_asked_for_where_an_address_is_called_latin_and_what_was_typed_stays(browser):
    rows = {"addresses-0-country": "JP", "addresses-0-writing": "latin", "addresses-0-town": "栗東市"}
    answer = browser.post(ADD, typed(**{"addresses-TOTAL_FORMS": 1, **rows}))
    page = answer.content.decode()
    assert "Not all letters of this address are Latin ones: “栗東市”." in page
    assert 'value="栗東市"' in page
    assert not PostalAddress.objects.exists()


def test_both_writings_of_one_address_stand_on_the_page_each_in_its_order(browser):
    organization = OrganizationFactory(country_id="JP")
    for region, town, street in (("滋賀県", "栗東市", "安養寺1-13-33"), ("Shiga", "Ritto", "1-13-33 Anyoji")):
        PostalAddressFactory(
            organization=organization, country_id="JP", region=region, town=town, street=street, postcode="520-3088"
        )
    page = browser.get(organization.get_absolute_url()).content.decode()
    lines = [re.sub(r"\s+", " ", found).strip() for found in re.findall(r"<dd>(.*?)</dd>", page, re.DOTALL)]
    assert "〒520-3088<br> 滋賀県栗東市<br> 安養寺1-13-33<br> JAPAN 日本" in lines
    assert "1-13-33 Anyoji, Ritto, SHIGA<br> 520-3088<br> JAPAN 日本" in lines
