"""Korean letters: counters, forms of address and dates (docs/domain.md §1.5, §2, §2.1, §4)."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

KOREAN = language_rules("ko")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/ko.toml").read_text("utf-8")).items()
}
GENDERS = (UNKNOWN, FEMALE, MALE)


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "마스크 0장"),
        ("1", "마스크 1장"),
        ("1.000", "마스크 1장"),
        ("21", "마스크 21장"),
        ("4000", "마스크 4,000장"),
        ("26000.000", "마스크 26,000장"),
        ("260000", "마스크 260,000장"),
        ("1000000", "마스크 1,000,000장"),
    ],
)
def test_a_number_is_written_in_full_before_its_counter(quantity, phrase):
    assert KOREAN.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "다량의 마스크"),
        ("protective_supplies", None, "exact", "piece", "다량의 방역 물품"),
        ("mask", "20", "about", "piece", "마스크 약 20장"),
        ("mask", "260000", "over", "piece", "마스크 260,000여 장"),
        ("mask", "15", "over", "piece", "마스크 15장 이상"),
        ("protective_suit", "2", "exact", "piece", "방호복 2벌"),
        ("goggles", "50", "exact", "piece", "고글 50개"),
        ("gloves", "200", "exact", "piece", "장갑 200켤레"),
        ("thermometer", "5", "exact", "piece", "체온계 5개"),
        ("ventilator", "3", "exact", "piece", "인공호흡기 3대"),
        ("disinfectant", "11", "exact", "piece", "소독제 11병"),
        ("book", "101", "exact", "piece", "도서 101권"),
        ("mask", "1", "exact", "carton", "마스크 1상자"),
        ("mask", "30", "about", "box", "마스크 약 30상자"),
        ("disinfectant", "20.000", "exact", "kilogram", "소독제 20킬로그램"),
        ("disinfectant", "1.5", "exact", "tonne", "소독제 1.5톤"),
        ("disinfectant", "200", "over", "litre", "소독제 200여 리터"),
    ],
)
def test_a_quantity_has_its_qualifier_and_counter(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert KOREAN.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30,000위안"),
        ("500000", "JPY", "over", "500,000여 엔"),
        ("4000.50", "EUR", "about", "약 4,000.50유로"),
        ("1000000", "KRW", "exact", "1,000,000원"),
        ("7", "USD", "exact", "7 미국 달러"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert KOREAN.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020년 3월 5일"), ("2020-03", "2020년 3월"), ("2020", "2020년")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert KOREAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["가"], "가"), (["가", "나"], "가 및 나"), (["가", "나", "다"], "가, 나 및 다")]
)
def test_a_list_is_joined_without_a_particle_that_hangs_on_the_sound(phrases, joined):
    assert KOREAN.join(phrases) == joined


def test_several_times_say_the_year_once():
    times = [parse_partial_date(written) for written in ("2020-02", "2020-03", "2021-01")]
    assert KOREAN.when_several(times[:1]) == "2020년 2월"
    assert KOREAN.when_several(times[:2]) == "2020년 2월과 3월"
    assert KOREAN.when_several(times) == "2020년 2월, 3월과 2021년 1월"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (KOREAN.where("수원시"), KOREAN.where("")) == ("수원시에서", "계신 곳에서")


@pytest.mark.parametrize("gender", GENDERS)
@pytest.mark.parametrize(
    ("role", "title", "salutation", "envelope"),
    [
        ("mayor", "", "존경하는 김민준 시장님께", "수원시장 김민준 귀하"),
        ("mayor", "수원시장 권한대행", "존경하는 김민준 시장 권한대행님께", "수원시장 권한대행 김민준 귀하"),
        ("mayor", "수원특례시장", "존경하는 김민준 시장님께", "수원특례시장 김민준 귀하"),
        ("deputy_mayor", "", "존경하는 김민준 부시장님께", "수원시 부시장 김민준 귀하"),
        ("council_president", "", "존경하는 김민준 의장님께", "수원시의회 의장 김민준 귀하"),
        ("director", "", "김민준 담당관님께", "국제교류 담당관 김민준 귀하"),
        ("director", "국제협력과장", "김민준 과장님께", "국제협력과장 김민준 귀하"),
        ("official", "국제협력과장 직무대리", "김민준 과장 직무대리님께", "국제협력과장 직무대리 김민준 귀하"),
        ("official", "국장 겸 대변인", "김민준 국장님께", "국장 겸 대변인 김민준 귀하"),
        ("official", "사무총장", "김민준 사무총장님께", "사무총장 김민준 귀하"),
        ("official", "", "김민준 님께", "김민준 귀하"),
        ("ambassador", "", "존경하는 김민준 대사님께", "대사 김민준 귀하"),
        ("consul_general", "총영사", "존경하는 김민준 총영사님께", "총영사 김민준 귀하"),
        ("person", "", "존경하는 김민준 님께", "김민준 귀하"),
    ],
)
def test_a_person_has_one_honorific(role, title, salutation, envelope, gender):
    reader = Addressee(role, "김민준", "김", "민준", gender, title, city="수원시")
    assert not KOREAN.requires_gender(reader)
    assert (KOREAN.salutation(reader), KOREAN.envelope(reader), KOREAN.closing(reader)) == (salutation, [envelope], "")


@pytest.mark.parametrize(
    ("city", "post", "spoken"),
    [
        ("양평군", "양평군수", "군수"),
        ("강남구", "강남구청장", "구청장"),
        ("과달라하라", "과달라하라 시장", "시장"),
        ("톨레도", "톨레도 시장", "시장"),
        ("", "시장", "시장"),
    ],
)
def test_the_default_title_fits_the_kind_of_municipality(city, post, spoken):
    reader = Addressee("mayor", "N", city=city)
    assert KOREAN.envelope(reader) == [f"{post} N 귀하"]
    assert KOREAN.salutation(reader) == f"존경하는 N {spoken}님께"


def test_the_organization_stands_above_a_title_that_does_not_name_the_city():
    section = Addressee("director", "김민준", title="국제협력과장", organization="수원시청", city="수원시")
    assert KOREAN.envelope(section) == ["수원시청", "국제협력과장 김민준 귀하"]
    assert KOREAN.envelope(Addressee("mayor", "김민준", organization="수원시청", city="수원시")) == [
        "수원시장 김민준 귀하"
    ]


def test_a_organization_has_gwijung():
    organization = Addressee("organization", organization="수원시청")
    assert (KOREAN.salutation(organization), KOREAN.envelope(organization), KOREAN.closing(organization)) == (
        "수원시청 관계자 여러분께",
        ["수원시청 귀중"],
        "",
    )


def test_the_signature_is_the_identity_then_title_and_name():
    signatory = Signatory("헝양시 인민정부", "Li Hua", title="시장")
    assert KOREAN.signature(signatory) == ["헝양시 인민정부", "시장 Li Hua"]
    assert KOREAN.signature(Signatory("헝양시 인민정부")) == ["헝양시 인민정부"]


def test_the_date_stands_without_a_place():
    assert KOREAN.place_and_date("헝양시", date(2020, 3, 5)) == "2020년 3월 5일"


@pytest.mark.parametrize("kind", ["condolence", "notification", "reciprocal_support", "thanks"])
def test_no_particle_hangs_on_the_last_sound_of_a_stored_name(kind):
    text = Path(f"fixtures/letter_templates/{kind}/ko.md").read_text("utf-8")
    assert re.findall(r"\}(?:은|는|이|가|을|를|과|와|로|으로|라고|이라고)(?![가-힣])", text) == []
