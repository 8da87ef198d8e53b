"""Japanese letters: what is counted, dated and how people are addressed (DOMAIN.md §1.4, §2, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import get_language
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

JAPANESE = get_language("ja")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {
    kind: Word(**forms) for kind, forms in tomllib.loads((FIXTURES / "item_words/ja.toml").read_text("utf-8")).items()
}


def count(kind, quantity, qualifier="exact", unit="piece"):
    return JAPANESE.count(WORDS[kind], None if quantity is None else Decimal(quantity), qualifier, unit)


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
    assert count("mask", quantity) == f"マスク{number}枚"


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        ("mask", "マスク20枚"),
        ("protective_suit", "防護服20着"),
        ("goggles", "ゴーグル20個"),
        ("gloves", "手袋20双"),
        ("thermometer", "体温計20本"),
        ("ventilator", "人工呼吸器20台"),
        ("disinfectant", "消毒液20本"),
        ("book", "図書20冊"),
        ("protective_supplies", "防護用品20組"),
    ],
)
def test_every_thing_has_its_counter(kind, phrase):
    assert count(kind, "20") == phrase


@pytest.mark.parametrize(
    ("quantity", "qualifier", "unit", "phrase"),
    [
        (None, "exact", "piece", "多くの消毒液"),
        ("260000", "over", "piece", "消毒液260,000本余り"),
        ("15", "over", "piece", "消毒液15本超"),
        ("20", "about", "piece", "消毒液約20本"),
        ("30", "exact", "carton", "消毒液30箱"),
        ("30", "over", "box", "消毒液30箱余り"),
        ("5", "exact", "kilogram", "消毒液5キログラム"),
        ("1.5", "over", "tonne", "消毒液1.5トン超"),
        ("200", "about", "litre", "消毒液約200リットル"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(quantity, qualifier, unit, phrase):
    assert count("disinfectant", quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30,000人民元"),
        ("500000.00", "JPY", "over", "500,000円余り"),
        ("4000.50", "EUR", "about", "約4,000.50ユーロ"),
        ("4000", "USD", "exact", "4,000米ドル"),
        ("4000", "NOK", "exact", "4,000ノルウェー・クローネ"),
        ("4000", "PHP", "exact", "4,000フィリピン・ペソ"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert JAPANESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020年3月5日"), ("2020-03", "2020年3月"), ("2020", "2020年")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    when = parse_partial_date(written)
    assert (JAPANESE.when(when), JAPANESE.plain_date(when)) == (phrase, phrase)


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["甲"], "甲"), (["甲", "乙"], "甲及び乙"), (["甲", "乙", "丙"], "甲、乙及び丙")]
)
def test_a_list_is_joined_as_official_papers_do(phrases, joined):
    assert JAPANESE.join(phrases) == joined


def test_a_line_of_a_list_has_the_full_width_colon():
    assert JAPANESE.list_item("2020年2月", "マスク20枚") == "2020年2月：マスク20枚"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (JAPANESE.where("栗東市"), JAPANESE.where("")) == ("栗東市において", "貴地において")


@pytest.mark.parametrize(
    ("role", "title", "city", "envelope"),
    [
        ("mayor", "", "栗東市", ["栗東市長　琵琶　一郎　様"]),
        ("mayor", "栗東市長", "栗東市", ["栗東市長　琵琶　一郎　様"]),
        ("mayor", "市長", "栗東市", ["役所", "市長　琵琶　一郎　様"]),
        ("mayor", "", "竜王町", ["竜王町長　琵琶　一郎　様"]),
        ("mayor", "", "グアダラハラ", ["グアダラハラ市長　琵琶　一郎　様"]),
        ("mayor", "", "", ["役所", "市長　琵琶　一郎　様"]),
        ("deputy_mayor", "", "栗東市", ["栗東市副市長　琵琶　一郎　様"]),
        ("deputy_mayor", "", "", ["役所", "副市長　琵琶　一郎　様"]),
        ("council_president", "", "栗東市", ["栗東市議会議長　琵琶　一郎　様"]),
        ("director", "", "栗東市", ["役所", "国際交流担当　琵琶　一郎　様"]),
        ("director", "国際課長", "栗東市", ["役所", "国際課長　琵琶　一郎　様"]),
        ("ambassador", "", "", ["役所", "特命全権大使　琵琶　一郎　閣下"]),
        ("ambassador", "総領事", "", ["役所", "総領事　琵琶　一郎　様"]),
        ("ambassador", "臨時代理大使", "", ["役所", "臨時代理大使　琵琶　一郎　様"]),
        ("official", "顧問", "栗東市", ["役所", "顧問　琵琶　一郎　様"]),
        ("official", "", "栗東市", ["役所", "琵琶　一郎　様"]),
    ],
)
@pytest.mark.parametrize("gender", [FEMALE, MALE, UNKNOWN])
def test_a_holder_of_a_post_has_one_honorific_after_the_name(role, title, city, envelope, gender):
    reader = Addressee(role, "琵琶一郎", "琵琶", "一郎", gender, title, "役所", city)
    assert not JAPANESE.requires_gender(reader)
    assert JAPANESE.envelope(reader) == envelope
    assert (JAPANESE.salutation(reader), JAPANESE.closing(reader)) == ("", "")


@pytest.mark.parametrize("gender", [FEMALE, MALE, UNKNOWN])
@pytest.mark.parametrize(
    ("name", "family", "given", "line"),
    [("琵琶一郎", "琵琶", "一郎", "琵琶　一郎　様"), ("Ana Cruz", "Cruz", "Ana", "Ana Cruz　様")],
)
def test_a_person_is_addressed_by_the_whole_name(name, family, given, line, gender):
    reader = Addressee("person", name, family, given, gender)
    assert JAPANESE.envelope(reader) == [line]
    assert (JAPANESE.salutation(reader), JAPANESE.closing(reader)) == ("", "")


def test_a_body_is_addressed_with_onchu():
    body = Addressee("body", body="栗東市役所")
    assert JAPANESE.envelope(body) == ["栗東市役所　御中"]
    assert (JAPANESE.salutation(body), JAPANESE.closing(body)) == ("", "")


def test_the_signature_is_the_identity_and_then_title_and_name():
    signatory = Signatory("衡陽市人民政府", "陳明遠", "陳", "明遠", "衡陽市長")
    assert JAPANESE.signature(signatory) == ["衡陽市人民政府", "衡陽市長　陳　明遠"]
    assert JAPANESE.signature(Signatory("衡陽市人民政府")) == ["衡陽市人民政府"]


def test_the_sender_stands_above_the_words_and_the_date_alone():
    parts = JAPANESE.parts
    assert parts.index("addressee") < parts.index("signature") < parts.index("body")
    assert JAPANESE.place_and_date("衡陽市", date(2020, 3, 5)) == "2020年3月5日"
