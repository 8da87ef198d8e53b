"""Cities, their governments and the other organizations, as their doors record them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from crm.actions.places import (
    build_cities,
    build_organizations,
    build_partnerships,
    insert_cities,
    insert_organizations,
    record_city,
)
from crm.models import City, Organization, OrganizationName
from tests.factories import CityFactory, OfficeFactory

pytestmark = pytest.mark.django_db


def city_facts(country="ES", **names) -> dict:
    """A city with names by language; zh_hans stands for zh-hans."""
    rows = [{"language": code.replace("_", "-"), "text": text} for code, text in names.items()]
    return {"country_id": country, "names": rows}


def names_of(organization: Organization) -> dict:
    """An organization's names by language, with those for running text."""
    return {name.language: (name.text, name.in_letter) for name in organization.names.all()}


def test_a_government_is_named_after_its_city():
    city = record_city(by=None, **city_facts(zh_hans="瓜达拉哈拉市", en="Guadalajara"))
    government, english = city.organizations.get(), "City Government of Guadalajara"
    assert names_of(government) == {"zh-hans": ("瓜达拉哈拉市政府", ""), "en": (english, f"the {english}")}
    assert (city.slug, government.slug) == ("guadalajara-es", "city-government-of-guadalajara-es")


def test_at_home_it_is_the_peoples_government():
    city = record_city(by=None, **city_facts("CN", zh_hans="衡阳市", en="Hengyang"))
    english = "Hengyang Municipal People's Government"
    assert names_of(city.organizations.get()) == {"zh-hans": ("衡阳市人民政府", ""), "en": (english, f"the {english}")}


def test_a_city_known_by_another_language_only_still_gets_a_name():
    city = record_city(by=None, **city_facts("JP", ja="栗東市"))
    assert names_of(city.organizations.get())["en"][0] == "City Government of 栗東市"


def test_cities_recorded_at_once_are_found_have_addresses_of_their_own_and_governments():
    built = build_cities([city_facts("MX", en="Guadalajara"), city_facts(en="Călărași"), city_facts(en="Calarasi")])
    cities = insert_cities(by=None, built=built)
    assert [city.slug for city in cities] == ["guadalajara-mx", "calarasi-es", "calarasi-2-es"]
    assert set(City.objects.search("calarasi")) == set(cities[1:])
    assert {row.city for row in Organization.objects.governments()} == set(cities)


def test_a_city_of_the_same_name_in_its_country_is_told_and_recorded_all_the_same():
    known = CityFactory(names={"en": "Guadalajara"})
    built = build_cities([city_facts("MX", en="Guadalajara"), city_facts(en="Guadalajara")])
    assert [(double.place, double.record) for double in built.doubles] == [(1, known)]
    assert len({city.slug for city in insert_cities(by=None, built=built)}) == 2


def test_a_city_without_a_name_is_refused_and_nothing_is_recorded():
    with pytest.raises(ValidationError, match="at least one name"):
        build_cities([city_facts(en="Ritto"), city_facts()])
    assert City.objects.count() == 0


def test_what_is_wrong_in_itself_is_refused():
    place = CityFactory(country_id="JP")
    facts = {"kind": "school", "city": place, "country_id": "ES", "names": [{"language": "en", "text": "School"}]}
    with pytest.raises(ValidationError, match="another country"):
        build_organizations([facts])
    with pytest.raises(ValidationError, match="nobody has confirmed"):
        build_partnerships([{"city": OfficeFactory().city, "partner": place, "confirmed": False}])


def test_a_city_is_not_found_by_a_name_that_was_taken_away(client_of, clerk):
    city = CityFactory(names={"en": "Ritto", "ja": "栗東市"})
    rows = {"names-TOTAL_FORMS": 2, "names-INITIAL_FORMS": 2}
    for place, name in enumerate(city.names.order_by("pk")):
        rows |= {f"names-{place}-{field}": getattr(name, field) for field in ("language", "text")}
        rows |= {f"names-{place}-id": name.pk} | ({f"names-{place}-DELETE": "on"} if name.language == "ja" else {})
    client_of(clerk).post(reverse("city-edit", args=[city.slug]), {"country": "ES", **rows})
    assert (list(City.objects.search("栗東")), list(City.objects.search("ritto"))) == ([], [city])


def test_romanian_names_are_written_with_a_comma_below_by_every_door():
    names = [{"language": "ro", "text": "Primăria Călăraşi"}]
    built = build_organizations([{"kind": "other", "country_id": "RO", "names": names}])
    insert_organizations(by=None, built=built)
    assert OrganizationName.objects.get().text == "Primăria Călărași"


def test_a_new_city_gets_its_government_and_an_old_one_none(client_of, clerk):
    part = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "Ritto"}
    client_of(clerk).post(reverse("city-add"), {"country": "JP", **part})
    assert Organization.objects.get().city == City.objects.get(slug="ritto-jp")
    old = CityFactory()
    part |= {"names-0-id": old.names.get().pk, "names-INITIAL_FORMS": 1, "names-0-text": "Old"}
    client_of(clerk).post(reverse("city-edit", args=[old.slug]), {"country": "ES", **part})
    assert (old.names.get().text, Organization.objects.count()) == ("Old", 1)
