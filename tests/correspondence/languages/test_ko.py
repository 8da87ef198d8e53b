"""Korean letters: what is counted, dated and how people are addressed (DOMAIN.md §1.5, §2, §4)."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import get_language
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

KOREAN = get_language("ko")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {
    kind: Word(**forms) for kind, forms in tomllib.loads((FIXTURES / "item_words/ko.toml").read_text("utf-8")).items()
}


def count(kind, quantity, qualifier="exact", unit="piece"):
    return KOREAN.count(WORDS[kind], None if quantity is None else Decimal(quantity), qualifier, unit)


@pytest.mark.parametrize(
    ("quantity", "number"),
    [
        ("0", "0"),
        ("1", "1"),
        ("2", "2"),
        ("20.000", "20"),
        ("101", "101"),
        ("4000", "4,000"),
        ("26000", "26,000"),
        ("260000", "260,000"),
        ("1000000", "1,000,000"),
        ("1.5", "1.5"),
    ],
)
def test_a_number_is_written_in_full(quantity, number):
    assert count("mask", quantity) == f"마스크 {number}장"


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        ("mask", "마스크 20장"),
        ("protective_suit", "방호복 20벌"),
        ("goggles", "고글 20개"),
        ("gloves", "장갑 20켤레"),
        ("thermometer", "체온계 20개"),
        ("ventilator", "인공호흡기 20대"),
        ("disinfectant", "소독제 20병"),
        ("book", "도서 20권"),
        ("protective_supplies", "방역 물품 20세트"),
    ],
)
def test_every_thing_has_its_counter(kind, phrase):
    assert count(kind, "20") == phrase


@pytest.mark.parametrize(
    ("quantity", "qualifier", "unit", "phrase"),
    [
        (None, "exact", "piece", "다량의 소독제"),
        ("260000", "over", "piece", "소독제 260,000여 병"),
        ("15", "over", "piece", "소독제 15병 이상"),
        ("20", "about", "piece", "소독제 약 20병"),
        ("30", "exact", "carton", "소독제 30상자"),
        ("30", "over", "box", "소독제 30여 상자"),
        ("5", "exact", "kilogram", "소독제 5킬로그램"),
        ("1.5", "over", "tonne", "소독제 1.5톤 이상"),
        ("200", "about", "litre", "소독제 약 200리터"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(quantity, qualifier, unit, phrase):
    assert count("disinfectant", quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30,000위안"),
        ("500000.00", "JPY", "over", "500,000여 엔"),
        ("500000", "KRW", "exact", "500,000원"),
        ("4000.50", "EUR", "about", "약 4,000.50유로"),
        ("4000", "USD", "exact", "4,000 미국 달러"),
        ("4000", "USD", "over", "4,000여 미국 달러"),
        ("4000", "PHP", "exact", "4,000 필리핀 페소"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert KOREAN.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020년 3월 5일"), ("2020-03", "2020년 3월"), ("2020", "2020년")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    when = parse_partial_date(written)
    assert (KOREAN.when(when), KOREAN.plain_date(when)) == (phrase, phrase)


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["가"], "가"), (["가", "나"], "가 및 나"), (["가", "나", "다"], "가, 나 및 다")]
)
def test_a_list_is_joined_with_a_word_of_one_form(phrases, joined):
    assert KOREAN.join(phrases) == joined


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (KOREAN.where("수원시"), KOREAN.where("")) == ("수원시에서", "계신 곳에서")


@pytest.mark.parametrize(
    ("role", "title", "city", "salutation", "envelope"),
    [
        ("mayor", "", "수원시", "존경하는 홍길동 시장님께", ["수원시장 홍길동 귀하"]),
        ("mayor", "수원시장", "수원시", "존경하는 홍길동 시장님께", ["수원시장 홍길동 귀하"]),
        ("mayor", "", "양평군", "존경하는 홍길동 군수님께", ["양평군수 홍길동 귀하"]),
        ("mayor", "", "강남구", "존경하는 홍길동 구청장님께", ["강남구청장 홍길동 귀하"]),
        ("mayor", "", "", "존경하는 홍길동 시장님께", ["시청", "시장 홍길동 귀하"]),
        ("deputy_mayor", "", "수원시", "존경하는 홍길동 부시장님께", ["수원시 부시장 홍길동 귀하"]),
        ("council_president", "", "수원시", "존경하는 홍길동 의장님께", ["수원시의회 의장 홍길동 귀하"]),
        ("director", "", "수원시", "홍길동 담당관님께", ["시청", "국제교류 담당관 홍길동 귀하"]),
        ("director", "국제협력과장", "수원시", "홍길동 과장님께", ["시청", "국제협력과장 홍길동 귀하"]),
        ("ambassador", "", "", "존경하는 홍길동 대사님께", ["시청", "대사 홍길동 귀하"]),
        ("ambassador", "총영사", "", "존경하는 홍길동 총영사님께", ["시청", "총영사 홍길동 귀하"]),
        ("official", "고문", "수원시", "홍길동 고문님께", ["시청", "고문 홍길동 귀하"]),
        ("official", "우호협회 위원장", "", "홍길동 위원장님께", ["시청", "우호협회 위원장 홍길동 귀하"]),
        ("official", "", "", "홍길동 님께", ["시청", "홍길동 귀하"]),
    ],
)
@pytest.mark.parametrize("gender", [FEMALE, MALE, UNKNOWN])
def test_a_holder_of_a_post_has_one_honorific(role, title, city, salutation, envelope, gender):
    reader = Addressee(role, "홍길동", "홍", "길동", gender, title, "시청", city)
    assert not KOREAN.requires_gender(reader)
    assert (KOREAN.salutation(reader), KOREAN.envelope(reader), KOREAN.closing(reader)) == (salutation, envelope, "")


@pytest.mark.parametrize("gender", [FEMALE, MALE, UNKNOWN])
def test_a_person_is_addressed_by_the_whole_name(gender):
    reader = Addressee("person", "홍길동", "홍", "길동", gender)
    assert (KOREAN.salutation(reader), KOREAN.envelope(reader)) == ("존경하는 홍길동 님께", ["홍길동 귀하"])
    assert KOREAN.closing(reader) == ""


def test_a_body_is_addressed_with_gwijung():
    body = Addressee("body", body="수원시청")
    assert (KOREAN.salutation(body), KOREAN.envelope(body)) == ("수원시청 관계자 여러분께", ["수원시청 귀중"])
    assert KOREAN.closing(body) == ""


def test_the_signature_is_the_identity_and_then_title_and_name():
    signatory = Signatory("헝양시 인민정부", "천밍위안", title="헝양시장")
    assert KOREAN.signature(signatory) == ["헝양시 인민정부", "헝양시장 천밍위안"]
    assert KOREAN.signature(Signatory("헝양시 인민정부")) == ["헝양시 인민정부"]


def test_the_date_stands_alone():
    assert KOREAN.place_and_date("헝양시", date(2020, 3, 5)) == "2020년 3월 5일"


@pytest.mark.parametrize("source", sorted(FIXTURES.glob("letter_templates/*/ko.md")), ids=lambda path: path.parent.name)
def test_no_particle_hangs_on_the_last_sound_of_a_stored_name(source):
    changing = r"\}(?:은|는|이|가|을|를|과|와|로|으로|라고|이라고)(?![가-힣])"
    assert re.findall(changing, source.read_text("utf-8")) == []
