"""What the kinds have in common."""

from datetime import date

import pytest

from crm.dates import parse_partial_date
from crm.models import City, Country
from crm.search.kind import Hit, all_kinds, day_weight, is_latin, kind_of, latin_first
from tests.factories import CityFactory


def test_every_kind_has_a_code_and_a_number_of_its_own_in_the_order_of_the_page():
    assert list(all_kinds()) == ["city", "person", "organization", "letter", "gift", "occasion"]
    assert [kind.number for kind in all_kinds().values()] == [1, 2, 3, 4, 5, 6]
    assert (kind_of(City).code, kind_of(Country)) == ("city", None)


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["瓜达拉哈拉市", "Guadalajara"], "Guadalajara 瓜达拉哈拉市"),
        (["Călărași"], "Călărași"),
        (["김해시", "金海市"], "김해시"),
        ([], ""),
    ],
)
def test_a_title_has_the_latin_name_first(names, title):
    assert latin_first(names) == title
    assert all(is_latin(name) == name.isascii() for name in names if name != "Călărași")


def test_what_is_newer_weighs_more_whatever_of_its_day_is_known():
    days = ["1999", "2020-02", "2020-02-05"]
    weights = [day_weight(parse_partial_date(day)) for day in days]
    assert weights == sorted(weights)


def test_words_have_names_before_texts_and_a_digest_of_all(db):
    city = CityFactory(names={"en": "Leon"}, note="told")
    words = kind_of(City).words(city)
    assert (words.title, words.tokens[0], words.tokens[-1]) == ("Leon", "leon", "§told")
    city.note = "else"
    assert kind_of(City).words(city).digest != words.digest


def test_a_hit_says_what_is_known_in_one_line(db):
    city = CityFactory(names={"en": "Leon"})
    hit = kind_of(City).describe_all([city], date(2026, 1, 1))[0]
    assert (hit.line, hit.url, hit.archived) == ("Leon · Spain · City", city.get_absolute_url(), False)
    assert Hit("city", city, "Leon", "", "").line == "Leon"
