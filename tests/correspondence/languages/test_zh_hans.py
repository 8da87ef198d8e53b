"""Chinese letters: what is counted, dated and how people are addressed (DOMAIN.md §2, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import get_language
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

CHINESE = get_language("zh-hans")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {
    kind: Word(**forms)
    for kind, forms in tomllib.loads((FIXTURES / "item_words/zh-hans.toml").read_text("utf-8")).items()
}


def count(kind, quantity, qualifier="exact", unit="piece"):
    return CHINESE.count(WORDS[kind], None if quantity is None else Decimal(quantity), qualifier, unit)


@pytest.mark.parametrize(
    ("quantity", "number"),
    [
        ("0", "0"),
        ("1", "1"),
        ("2", "2"),
        ("20", "20"),
        ("20.000", "20"),
        ("101", "101"),
        ("4000", "4,000"),
        ("10000", "1万"),
        ("26000", "26,000"),
        ("260000", "26万"),
        ("260000.000", "26万"),
        ("265000", "265,000"),
        ("1000000", "100万"),
        ("100000000", "1亿"),
        ("120000000", "12000万"),
        ("1.5", "1.5"),
    ],
)
def test_only_exact_multiples_of_ten_thousand_are_shortened(quantity, number):
    assert count("mask", quantity) == f"口罩{number}只"


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        ("mask", "口罩20只"),
        ("protective_suit", "防护服20套"),
        ("goggles", "护目镜20副"),
        ("gloves", "手套20双"),
        ("thermometer", "体温计20支"),
        ("ventilator", "呼吸机20台"),
        ("disinfectant", "消毒液20瓶"),
        ("book", "图书20册"),
        ("protective_supplies", "防疫物资20批"),
    ],
)
def test_every_thing_has_its_measure_word(kind, phrase):
    assert count(kind, "20") == phrase


@pytest.mark.parametrize(
    ("quantity", "qualifier", "unit", "phrase"),
    [
        (None, "exact", "piece", "大量口罩"),
        ("260000", "over", "piece", "口罩26万多只"),
        ("4000", "over", "piece", "口罩4,000多只"),
        ("15", "over", "piece", "口罩超过15只"),
        ("26000", "about", "piece", "口罩约26,000只"),
        ("300", "exact", "carton", "口罩300箱"),
        ("300", "over", "carton", "口罩300多箱"),
        ("30", "exact", "box", "口罩30盒"),
        ("200", "exact", "kilogram", "口罩200公斤"),
        ("1.5", "over", "tonne", "口罩超过1.5吨"),
        ("200", "about", "litre", "口罩约200升"),
    ],
)
def test_a_quantity_has_its_qualifier_and_unit(quantity, qualifier, unit, phrase):
    assert count("mask", quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "人民币3万元"),
        ("30000.00", "CNY", "over", "人民币3万多元"),
        ("4000.50", "CNY", "exact", "人民币4,000.50元"),
        ("500000", "JPY", "about", "约50万日元"),
        ("4000", "EUR", "exact", "4,000欧元"),
        ("4000", "USD", "exact", "4,000美元"),
        ("4000", "KRW", "exact", "4,000韩元"),
        ("4000", "NOK", "exact", "4,000挪威克朗"),
        ("4000", "RON", "exact", "4,000罗马尼亚列伊"),
        ("4000", "PHP", "over", "4,000多菲律宾比索"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert CHINESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020年3月5日"), ("2020-03", "2020年3月"), ("2020", "2020年")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    when = parse_partial_date(written)
    assert (CHINESE.when(when), CHINESE.plain_date(when)) == (phrase, phrase)


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["甲"], "甲"), (["甲", "乙"], "甲和乙"), (["甲", "乙", "丙"], "甲、乙和丙")]
)
def test_a_list_is_joined_with_the_chinese_comma(phrases, joined):
    assert CHINESE.join(phrases) == joined


def test_a_line_of_a_list_has_the_full_width_colon():
    assert CHINESE.list_item("2020年2月", "口罩20只") == "2020年2月：口罩20只"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (CHINESE.where("栗东市"), CHINESE.where("")) == ("在栗东市", "在当地")


SOLEMN, PLAIN = "顺致崇高的敬意！", "此致\n敬礼！"


@pytest.mark.parametrize(
    ("role", "title", "salutation", "post", "closing"),
    [
        ("mayor", "", "尊敬的桑切斯市长：", "市长", SOLEMN),
        ("mayor", "瓜达拉哈拉市市长", "尊敬的桑切斯市长：", "瓜达拉哈拉市市长", SOLEMN),
        ("mayor", "町长", "尊敬的桑切斯町长：", "町长", SOLEMN),
        ("deputy_mayor", "", "尊敬的桑切斯副市长：", "副市长", SOLEMN),
        ("deputy_mayor", "第一副市长", "尊敬的桑切斯副市长：", "第一副市长", SOLEMN),
        ("council_president", "", "尊敬的桑切斯议长：", "议长", SOLEMN),
        ("council_president", "市议会主席", "尊敬的桑切斯主席：", "市议会主席", SOLEMN),
        ("director", "国际交流处处长", "尊敬的桑切斯处长：", "国际交流处处长", PLAIN),
        ("ambassador", "", "尊敬的桑切斯大使阁下：", "大使", SOLEMN),
        ("ambassador", "驻长沙总领事", "尊敬的桑切斯总领事阁下：", "驻长沙总领事", SOLEMN),
        ("official", "友好协会秘书长", "尊敬的桑切斯秘书长：", "友好协会秘书长", PLAIN),
        ("official", "顾问", "尊敬的桑切斯顾问：", "顾问", PLAIN),
    ],
)
@pytest.mark.parametrize(("gender", "courtesy"), [(FEMALE, "女士"), (MALE, "先生"), (UNKNOWN, "")])
def test_a_holder_of_a_post_is_called_by_its_short_title(role, title, salutation, post, closing, gender, courtesy):
    reader = Addressee(role, "努丽亚·桑切斯", "桑切斯", "努丽亚", gender, title, "市政府")
    assert not CHINESE.requires_gender(reader)
    assert CHINESE.salutation(reader) == salutation
    assert CHINESE.envelope(reader) == ["市政府", f"{post} 努丽亚·桑切斯{courtesy}"]
    assert CHINESE.closing(reader) == closing


@pytest.mark.parametrize("role", ["person", "director", "official"])
@pytest.mark.parametrize(("gender", "courtesy"), [(FEMALE, "女士"), (MALE, "先生"), (UNKNOWN, "")])
def test_neither_a_rank_nor_a_gender_is_guessed(role, gender, courtesy):
    reader = Addressee(role, "努丽亚·桑切斯", "桑切斯", "努丽亚", gender)
    assert CHINESE.salutation(reader) == f"尊敬的努丽亚·桑切斯{courtesy}："
    assert CHINESE.envelope(reader) == [f"努丽亚·桑切斯{courtesy}"]
    assert CHINESE.closing(reader) == PLAIN


@pytest.mark.parametrize(
    ("role", "title", "spoken"),
    [("ambassador", "", "大使"), ("ambassador", "中国驻挪威大使", "大使"), ("official", "政务参赞", "参赞")],
)
def test_chinese_officials_are_not_called_excellency(role, title, spoken):
    reader = Addressee(role, "王小明", "王", "小明", MALE, title, "中国驻挪威大使馆", own_mission=True)
    assert CHINESE.salutation(reader) == f"尊敬的王{spoken}："
    assert CHINESE.envelope(reader) == ["中国驻挪威大使馆", f"王小明{spoken}"]
    assert CHINESE.closing(reader) == PLAIN


def test_a_body_is_addressed_by_its_name():
    body = Addressee("body", body="栗东市政府")
    assert (CHINESE.salutation(body), CHINESE.envelope(body)) == ("栗东市政府：", ["栗东市政府"])
    assert CHINESE.closing(body) == PLAIN


def test_the_signature_is_the_identity_and_then_title_and_name():
    assert CHINESE.signature(Signatory("衡阳市人民政府", "陈明远", title="市长")) == ["衡阳市人民政府", "市长 陈明远"]
    assert CHINESE.signature(Signatory("衡阳市人民政府")) == ["衡阳市人民政府"]


def test_the_date_stands_alone():
    assert CHINESE.place_and_date("衡阳市", date(2020, 3, 5)) == "2020年3月5日"
