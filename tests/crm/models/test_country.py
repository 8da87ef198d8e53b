"""Countries and regions, and the language letters there are written in."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from crm.models import City, Country
from crm.models.country import official_language
from tests.factories import CityFactory


@pytest.mark.parametrize(
    ("code", "language"),
    [("ES", "es"), ("NO", "nb"), ("PH", "en"), ("JP", "ja"), ("UA", "uk"), ("RU", "en"), ("CN", "zh-hans")],
)
def test_the_official_language_is_one_we_have_texts_in_else_english(code, language):
    assert official_language(code) == language


def test_the_offices_own_choice_goes_before_the_official_language(db):
    spain = Country.objects.get(pk="ES")
    assert spain.language == "es"
    spain.letter_language = "en"
    assert spain.language == "en"


def test_our_own_names_go_before_those_of_cldr(db):
    spain = Country.objects.get(pk="ES")
    spain.name_zh = "西班牙王国"
    assert [spain.name_in(language) for language in ("zh-hans", "en", "ja")] == ["西班牙王国", "Spain", "スペイン"]


@pytest.mark.parametrize("asked", ["西班牙", "spain", "es", "Spa 班"])
def test_a_country_is_found_by_every_word_of_either_name_or_its_code(db, asked):
    assert Country.objects.get(pk="ES") in Country.objects.search(asked)
    assert Country.objects.get(pk="JP") not in Country.objects.search(asked)


def test_the_official_name_is_searched_too_and_the_head_may_change_it(db, client_of, head):
    assert list(Country.objects.search("republic of korea")) == [*Country.objects.filter(pk__in=["KP", "KR"])]
    data = {"name_zh": "韩国", "name_en": "South Korea", "official_name": "ROK", "letter_language": ""}
    client_of(head).post(reverse("country-edit", args=["KR"]), data)
    assert Country.objects.get(pk="KR").mail_name == "ROK 韩国"


def test_a_country_speaks_its_official_languages(db):
    speak = {code: Country.objects.get(pk=code).speaks("en") for code in ("PH", "HK", "JP", "CN")}
    assert speak == {"PH": True, "HK": True, "JP": False, "CN": False}
    assert Country.objects.get(pk="HK").speaks("zh-hans")


def test_national_days_are_those_of_the_facts_and_none_is_said_of_what_is_filed_apart(db):
    facts = Path("docs/domain.md").read_text(encoding="utf-8").split("## 16.")[1]
    written = dict(re.findall(r"\b([A-Z]{2}) (\d\d-\d\d)", facts))
    assert dict(Country.objects.exclude(national_day="").values_list("code", "national_day")) == written
    assert not Country.objects.filter(filed_apart=True).exclude(national_day="").exists()


@pytest.mark.django_db
def test_a_list_sorts_by_no_countries_at_all():
    city = CityFactory()
    rank = Country.objects.none().rank()
    assert list(City.objects.annotate(rank=rank).order_by("rank").values_list("pk", "rank")) == [(city.pk, 0)]
