"""Actions about accounts, the first office and a city's government."""

import pytest
from django.urls import reverse

from crm.actions import WrongState, add_government, open_office, save_account
from crm.models import Body, City, Country, Role, User
from tests.factories import CityFactory, OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db


def names(body: Body) -> dict:
    """A body's names by language, with those for running text."""
    return {name.language: (name.text, name.in_letter) for name in body.names.all()}


def test_a_government_is_named_after_its_city():
    body = add_government(city=CityFactory(names={"zh-hans": "瓜达拉哈拉市", "en": "Guadalajara"}))
    english = "City Government of Guadalajara"
    assert names(body) == {"zh-hans": ("瓜达拉哈拉市政府", ""), "en": (english, f"the {english}")}
    assert body.slug == "city-government-of-guadalajara-city-0-es".replace("city-0", body.city.slug[:-3])


def test_at_home_it_is_the_peoples_government():
    body = add_government(city=OfficeFactory().city)
    english = "Hengyang Municipal People's Government"
    assert names(body) == {"zh-hans": ("衡阳市人民政府", ""), "en": (english, f"the {english}")}


def test_a_city_known_by_another_language_only_still_gets_a_name():
    body = add_government(city=CityFactory(names={"ja": "栗東市"}))
    assert names(body)["en"][0] == "City Government of 栗東市"


def test_a_city_has_one_government():
    city = CityFactory()
    assert add_government(city=city) == add_government(city=city)
    assert Body.objects.count() == 1


def test_a_new_city_gets_its_government_and_an_old_one_none(client_of, clerk):
    part = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "Ritto"}
    client_of(clerk).post(reverse("city-add"), {"country": "JP", **part})
    assert Body.objects.get().city == City.objects.get(slug="ritto-jp")
    old = CityFactory()
    part |= {"names-0-id": old.names.get().pk, "names-INITIAL_FORMS": 1, "names-0-text": "Old"}
    client_of(clerk).post(reverse("city-edit", args=[old.slug]), {"country": "ES", **part})
    assert (old.names.get().text, Body.objects.count()) == ("Old", 1)


def test_an_office_is_opened_once():
    UserFactory()
    facts = {"name": "外办", "city_zh": "衡阳市", "city_latin": "Hengyang", "number_prefix": "衡外函"}
    with pytest.raises(WrongState, match="open already"):
        open_office(country=Country.objects.get(pk="CN"), head=User(username="b"), password="x", **facts)
    assert City.objects.count() == 0


def test_the_last_head_stays():
    head, clerk = UserFactory(role=Role.HEAD), UserFactory()
    head.role = Role.CLERK
    with pytest.raises(WrongState, match="needs a head"):
        save_account(by=clerk, account=head)
    assert User.objects.get(pk=head.pk).role == Role.HEAD


def test_a_head_who_cannot_sign_in_does_not_count():
    head, by = UserFactory(role=Role.HEAD), UserFactory()
    UserFactory(role=Role.HEAD, is_active=False)
    head.is_active = False
    with pytest.raises(WrongState, match="needs a head"):
        save_account(by=by, account=head)
