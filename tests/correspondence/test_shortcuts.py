"""What can be opened or begun by its name: pages, forms, and what is begun for a partner."""

from datetime import date

import pytest
from django.utils.translation import override

from correspondence.shortcuts import DEEDS, shortcuts
from tests.factories import CityFactory, OfficeFactory, OrganizationFactory, PersonFactory

TODAY = date(2026, 11, 27)


@pytest.fixture
def partners(db):
    office = OfficeFactory()
    spain = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, region="")
    mexico = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, country_id="MX", region="")
    return {"ours": office.city, "spain": spain, "mexico": mexico}


def offered(question: str, by) -> list[tuple[str, str]]:
    return [(shortcut.name, shortcut.url) for shortcut in shortcuts(question, by=by, on=TODAY)]


def names(question: str, by) -> list[str]:
    return [name for name, _url in offered(question, by)]


def test_a_letter_to_a_partner_is_begun_by_a_question(partners, clerk):
    begun = offered("write to Guadalajara", clerk)
    urls = [f"/letters/write/?city={partners[name].slug}" for name in ("mexico", "spain")]
    assert begun == [("Write to Guadalajara", url) for url in urls]
    told = [shortcut.what for shortcut in shortcuts("write to Guadalajara", by=clerk, on=TODAY)]
    assert [what.split(" · ")[0] for what in told] == ["Mexico", "Spain"]


def test_people_and_organizations_are_partners_too(partners, clerk):
    person, council = PersonFactory(names={"own": ("Javier", "Muñoz")}), OrganizationFactory(names={"en": "Muñoz & Co"})
    assert offered("Letter to munoz", clerk) == [
        ("Write to Javier Muñoz", f"/letters/write/?person={person.pk}"),
        ("Write to Muñoz & Co", f"/letters/write/?organization={council.slug}"),
    ]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("gift from guada", "/gifts/add/?city=guadalajara-mx&direction=received"),
        ("Gift to guada", "/gifts/add/?city=guadalajara-mx&direction=given"),
        ("letter from guada", "/letters/receive/?city=guadalajara-mx"),
        ("致函瓜达拉哈拉", "/letters/write/?city=guadalajara-mx"),
        ("给瓜达拉哈拉写信", "/letters/write/?city=guadalajara-mx"),
        ("給瓜達拉哈拉寫信", "/letters/write/?city=guadalajara-mx"),
        ("瓜达拉哈拉来函", "/letters/receive/?city=guadalajara-mx"),
        ("赠瓜达拉哈拉", "/gifts/add/?city=guadalajara-mx&direction=given"),
        ("瓜达拉哈拉赠", "/gifts/add/?city=guadalajara-mx&direction=received"),
        ("write to gdlhl", "/letters/write/?city=guadalajara-mx"),  # in English under a Chinese interface
    ],
)
def test_each_deed_is_asked_for_in_the_language_of_the_interface_and_in_english(partners, clerk, question, begins):
    partners["mexico"].slug = "guadalajara-mx"
    partners["mexico"].save()
    with override("zh-hans"):
        assert begins in [url for _name, url in offered(question, clerk)]


def test_nothing_is_begun_for_our_own_city_nor_for_nobody(partners, clerk):
    assert names("write to Hengyang", clerk) == []
    assert names("write to", clerk) == []
    assert names("write to nobody", clerk) == []


def test_pages_and_forms_are_found_by_words_begun_in_either_language(partners, clerk, reader):
    assert names("ledg", clerk) == ["Ledger"]
    assert names("add person", clerk) == ["Add a person"]
    with override("zh-hans"):
        assert names("台账", clerk) == ["往来台账"]
        assert names("wltz", clerk) == ["往来台账"]
        assert names("ledger", clerk) == ["往来台账"]
        assert names("", clerk) == []


def test_a_reader_is_offered_nothing_that_writes(partners, reader):
    assert names("write to Guadalajara", reader) == []
    assert names("add a person", reader) == []
    assert names("people", reader) == ["People"]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_way_of_asking_has_one_place_for_the_name(language):
    with override(language):
        ways = [way for deed in DEEDS for way in str(deed.asked).split("|")]
    assert all(way.count("%(name)s") == 1 and way != "%(name)s" for way in ways)
