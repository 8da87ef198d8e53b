"""What may be on record already is asked about before it is saved a second time."""

import pytest
from django.urls import reverse

from crm.models import City, Gift, Organization, Person
from tests.factories import CityFactory, GiftFactory, ItemKindFactory, OrganizationFactory, PersonFactory


def rows(prefix: str, **first) -> dict:
    """What a formset of one new row sends."""
    sent = {f"{prefix}-TOTAL_FORMS": 1, f"{prefix}-INITIAL_FORMS": 0}
    return sent | {f"{prefix}-0-{name}": value for name, value in first.items()}


def a_city():
    CityFactory(country_id="ES", names={"en": "Toledo"})
    return City, "city-add", {"country": "ES", **rows("names", language="en", text="Toledo")}


def an_organization():
    OrganizationFactory(names={"en": "Red Cross"})
    parts = {**rows("channels"), **rows("addresses"), **rows("forms_of_address")}
    typed = {"country": "ES", "kind": "hospital", **rows("names", language="en", text="Red Cross"), **parts}
    return Organization, "organization-add", typed


def a_person():
    PersonFactory(names={"latin": ("Ana", "Ruiz")})
    parts = {**rows("posts"), **rows("channels"), **rows("addresses"), **rows("forms_of_address")}
    return Person, "person-add", {**rows("names", form="latin", family="Ruiz", given="Ana"), **parts}


def a_gift():
    city, item = CityFactory(), ItemKindFactory()
    GiftFactory(partner=city, item=item, quantity=400, day="2020-02-05")
    line = rows("lines", item=item.pk, quantity="400", qualifier="exact", unit="piece")
    typed = {"direction": "received", "state": "received", "day": "2020-02-05", **line}
    parts = {**rows("partners", city=city.pk), **rows("consignments"), **rows("disposals", unit="piece")}
    return Gift, "gift-add", typed | parts


@pytest.mark.parametrize("make", [a_city, an_organization, a_person, a_gift])
def test_a_second_one_is_saved_only_when_somebody_says_it_is_another(make, browser):
    model, name, typed = make()
    first = model.objects.get() if model is not City else City.objects.get(names__text="Toledo")
    before, address = model.objects.count(), reverse(name)
    page = browser.post(address, typed)
    text = page.content.decode()
    assert (page.status_code, model.objects.count()) == (200, before)
    assert "Not saved yet. This may be on record already:" in text
    assert f'<a href="{first.get_absolute_url()}" target="_blank">{first}' in text
    assert browser.post(address, typed | {"not_double": "another"}).status_code == 200
    assert browser.post(address, typed | {"not_double": page.context["doubles"].key}).status_code == 302
    assert model.objects.count() == before + 1


def test_one_of_the_same_name_in_another_country_is_no_double(browser):
    CityFactory(country_id="ES", names={"en": "Toledo"})
    typed = {"country": "US", **rows("names", language="en", text="Toledo")}
    assert browser.post(reverse("city-add"), typed).status_code == 302


def test_a_double_of_a_merged_record_is_what_that_has_become(browser):
    kept = PersonFactory()
    PersonFactory(names={"latin": ("Ana", "Ruiz")}, merged_into=kept)
    parts = {**rows("posts"), **rows("channels"), **rows("addresses"), **rows("forms_of_address")}
    page = browser.post(reverse("person-add"), {**rows("names", form="latin", family="Ruiz", given="Ana"), **parts})
    assert page.context["doubles"].records == [kept]
